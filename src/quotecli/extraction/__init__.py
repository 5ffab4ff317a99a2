"""Article -> Extraction: who is reported to have said what."""

# Stored with every article: a new value makes `quotecli index` read unchanged files again.
EXTRACTOR = "rules-1"
