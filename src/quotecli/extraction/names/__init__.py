"""Which people and organisations does the article name?"""
