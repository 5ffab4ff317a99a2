"""How many statements are there of what, and which have some words or nearly so?"""
