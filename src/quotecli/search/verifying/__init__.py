"""The steps of a check: words, candidates, alignment, what the differences mean."""
