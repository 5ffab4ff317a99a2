"""Which words does the full-text index hold, and where does a statement stand in it?"""
