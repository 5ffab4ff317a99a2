"""Names across articles: can two of them be one person's or organisation's?"""
