"""The view `searchable` in the full-text index: taken out before statements change, put in after.

Both go in the order of places, since the full-text index gathers only rows that ascend.
"""

from quotecli.index.store import Index


def take_words_out(index: Index, statements: str) -> None:
    """Take statements, numbers as a JSON array, out of the full-text index.

    It wants the old values, so nothing of them may have changed yet.
    """
    index.execute(
        "INSERT INTO statement_words (statement_words, rowid, text, speaker, variants, filed)"
        " SELECT 'delete', place, text, speaker, variants, filed FROM searchable"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY place",
        (statements,),
    )


def put_words_in(index: Index, statements: str) -> None:
    """Put statements, numbers as a JSON array, into the full-text index as they are now."""
    index.execute(
        "INSERT INTO statement_words (rowid, text, speaker, variants, filed)"
        " SELECT place, text, speaker, variants, filed FROM searchable"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY place",
        (statements,),
    )
