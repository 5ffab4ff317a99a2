"""Captions and credits of pictures."""

import re

from quotecli.documents.lines.speech import may_speak

_AGENCIES = (
    r"(?:AFP|AP|EPA|EFE|PA|TASS|Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|Xinhua|Sputnik"
    r"|RIA Novosti|Anadolu(?: Agency)?|Bloomberg|Shutterstock|Alamy|iStock|Associated Press"
    r"|Press Association|PA Wire|PA Media|dpa|DPA|ANSA|Kyodo|Yonhap|Interfax|Zuma(?: Press)?|Rex"
    r"|Flickr|Wikimedia(?: Commons)?|Unsplash|Pixabay|Pexels|NurPhoto|Polaris|UPI|IRNA|ISNA|Moskva"
    r"|Handout|HANDOUT|File|Pool|POOL)"
)
_CREDIT_WORD = r"(?:photo(?:graph)?|picture|pic|image|video|illustration|graphic|credit|courtesy)s?"
_DOMAIN = r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|int|info|[a-z]{2})"
# A credit, whole or at the end of a caption.
_CREDIT = re.compile(
    rf"""
    (?:
        [(\[]?(?:file\ )?{_CREDIT_WORD}(?:\ (?:credit|by|source|courtesy))?\s?[:/]\s?.{{2,80}}
      | [(\[]?(?:file\ )?{_CREDIT_WORD}\ (?:by|courtesy\ of)\s.{{2,60}}
      | (?:[A-Z][\w.'’-]*\ ){{0,4}}[\w.'’-]+\s?/\s?(?-i:{_AGENCIES})(?:\s?/\s?[\w.\ ]{{2,40}})?
      | [(\[](?-i:{_AGENCIES})(?:\ (?:photo|image)s?|/)[\w.,/\ '’-]{{0,60}}[)\]]
      | [(\[][\w.\ '’-]{{2,40}}(?:/|\ via\ )(?-i:{_AGENCIES})[)\]]
      | (?-i:(?:AP|AFP|EPA|REUTERS|Reuters|Getty|TASS)\ ?(?:Photo|Images|/).{{0,60}})
      | via\ (?-i:{_AGENCIES})
      | file\ (?:photo|picture|image)
      | ©.{{2,60}}
      | {_DOMAIN}
    )[)\].]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CREDIT_NAME = rf"(?:{_AGENCIES}|(?i:{_DOMAIN}))"
_CREDIT_ALONE = re.compile(rf"{_CREDIT_NAME}(?:\s?[/,|]\s?{_CREDIT_NAME})*")
_CAPTION_LABEL = re.compile(
    r"(?:image |photo |picture |media )?(?:caption|source|credit)[:,] .+"
    r"|(?:pictured|above|below|left|right): .+"
    r"|pictured,? (?:right|left|above|below|cent(?:er|re)|at|from|with|here|is|are|in)\b.+",
    re.IGNORECASE,
)
# "(L)", "(C)": who stands where. One mark may as well be a party's.
_POSITIONS = re.compile(
    r"\((?:(?:far |front |back )?(?:left|right|centre|center)|[LCR])\)", re.IGNORECASE
)
_LONGEST = 400
_LONGEST_CREDIT = 120


def is_caption(text: str) -> bool:
    """Tell whether a paragraph is surely a caption or credit: its statements are not searched."""
    if len(text) > _LONGEST or may_speak(text):
        return False
    if _CREDIT_ALONE.fullmatch(text) or _CAPTION_LABEL.fullmatch(text):
        return True
    if len({mark.lower() for mark in _POSITIONS.findall(text)}) > 1:
        return True
    return _ends_in_credit(text)


def _ends_in_credit(text: str) -> bool:
    """Look for a credit behind the last full stop, or as the whole text."""
    starts = [match.end() for match in re.finditer(r"[.!?)] +|^", text)][-3:]
    starts += [match.start() for match in re.finditer(r"[(\[]", text)][-2:]
    return any(
        len(text) - start <= _LONGEST_CREDIT and _CREDIT.match(text, start) for start in starts
    )
