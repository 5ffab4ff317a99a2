"""On which day is a date of the article?"""
