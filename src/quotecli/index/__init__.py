"""The index: articles, statements and speakers in one SQLite file; the only place with SQL."""
