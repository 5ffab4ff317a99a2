"""Files to articles: finding, decoding, and one reader for each format."""
