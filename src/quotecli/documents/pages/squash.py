"""A text as two readings of a page are compared."""


def squashed(text: str) -> str:
    """Give a text without blanks."""
    return "".join(text.split())
