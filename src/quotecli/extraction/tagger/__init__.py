"""What does the network find? Scores of word pieces, made into linked spans."""
