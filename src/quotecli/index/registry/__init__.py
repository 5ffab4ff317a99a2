"""Which names are one person's or organisation's, and what do users say of it?"""
