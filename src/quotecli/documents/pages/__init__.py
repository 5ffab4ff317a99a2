"""What of a saved page is its article?"""
