"""Article -> Extraction: who is reported to have said what."""

# Stored with every file: a new value makes `quotecli index` read unchanged files again. The letters
# are the first of the tagger's hash (a test compares), the number counts changes of the rules.
EXTRACTOR = "26453c36-2"
