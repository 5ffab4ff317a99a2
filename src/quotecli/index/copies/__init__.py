"""Which statements are the same one, printed again?"""
