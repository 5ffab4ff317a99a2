"""Lines in which somebody may be speaking; these are never dropped on a guess."""

import re

_SPEAKS = re.compile(
    r"[\"“”„«»]|\b(?:said|says|told|tells|asked|added|adds|replied|wrote|writes|stated|announced"
    r"|warned|insisted|claimed|claims|denied|according to)\b",
    re.IGNORECASE,
)


def may_speak(line: str) -> bool:
    """Tell whether a line has quoted words or a reporting verb."""
    return _SPEAKS.search(line) is not None
