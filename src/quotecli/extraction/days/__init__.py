"""On which day was it said?"""
