"""Under which names are statements filed and shown, and what does a typed one mean?"""
