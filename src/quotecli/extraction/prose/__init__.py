"""What are the article's words and sentences? The floor of all other steps."""
