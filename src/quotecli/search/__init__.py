"""What a person asks, turned into a search of the index."""
