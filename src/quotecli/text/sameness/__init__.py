"""Are two wordings the same statement? Pure: words in, an answer out."""
