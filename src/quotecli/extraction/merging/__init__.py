"""Which statements does the article hold, of what the tagger, the rules and the layouts found?"""
