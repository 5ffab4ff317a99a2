"""Was it said, or was it thought, wished, planned or done?

News tells what people want, expect and do as well as what they say, and from the same kind of
sentence: "Trump wants …", "the council voted for …". A reader may want to leave such claims out, so
the cue tells them apart.
"""

import re

# Forms of verbs, and adjectives behind "is".
_THOUGHT = re.compile(
    r"""(?x)\b(?:
      want(?:s|ed|ing)? | wish(?:es|ed|ing)? | hop(?:es?|ed|ing|eful) | desir\w+ | dream\w*
    | believ(?:es?|ed|ing) | think(?:s|ing)? | thought | feel(?:s|ing)? | felt
    | know(?:s|n|ing)? | knew | expect(?:s|ed|ing)? | anticipat\w+ | assum(?:es?|ed|ing)
    | suspect(?:s|ed|ing)? | imagin\w+ | fear(?:s|ed|ing|ful)? | worr(?:y|ies|ied|ying)
    | doubt(?:s|ed|ing)? | wonder(?:s|ed|ing)? | plan(?:s|ned|ning)? | intend(?:s|ed|ing)?
    | aim(?:s|ed|ing)? | seek(?:s|ing)? | sought | decid(?:es?|ed|ing) | consider(?:s|ed|ing)?
    | contemplat\w+ | mull(?:s|ed|ing)? | weigh(?:s|ed|ing)? | prefer(?:s|red|ring)?
    | would\ like | like[sd]? | lov(?:es?|ed|ing) | hat(?:es?|ed|ing) | long(?:s|ed|ing)
    | see(?:s|n|ing)? | saw | view(?:s|ed|ing)? | regard(?:s|ed|ing)? | deem(?:s|ed|ing)?
    | understand(?:s|ing)? | understood | reali[sz](?:es?|ed|ing) | remember(?:s|ed|ing)?
    | forg[eo]t\w* | learn(?:s|ed|t|ing)? | tri(?:es|ed) | try(?:ing)? | need(?:s|ed)?
    | trust(?:s|ed)? | admir(?:es?|ed|ing) | eager | willing | confident | convinced
    | concerned | interest(?:ed)? | afraid | optimistic | pessimistic
    )\b""",
    re.IGNORECASE,
)
# Deeds; "agreed" is none here, as it stands before what was said, too.
_DONE = re.compile(
    r"""(?x)\b(?:
      vot(?:es?|ed|ing) | elect(?:s|ed|ing)? | cho(?:oses?|se|sen|osing) | opt(?:s|ed|ing)?
    | refus(?:es?|ed|ing|al) | declin(?:es?|ed|ing) | designat\w+ | renounc\w+
    | adopt(?:s|ed|ing)? | su(?:es?|ed|ing) | join(?:s|ed|ing)?
    )\b""",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|ask\w*|wr(?:ite|ites|ote|itten|iting)"
    r"|call\w*|warn\w*|insist\w*|argu\w+|add(?:s|ed|ing)|stress\w*|urg\w+|letters?|statements?"
    r"|announc\w+|express\w*|voic\w+|claim\w*|suggest\w*|repeat\w*|according)\b",
    re.IGNORECASE,
)


def is_unspoken(cue: str | None) -> bool:
    """Tell whether a cue reports what somebody thought, felt, wished, meant to do or did.

    "wants", "is eager", "has long feared", "voted for" do; "said", "denounced", "expressed fear"
    report words. A statement without a cue, as one that goes on, is taken as said.
    """
    if cue is None or _SAID.search(cue):
        return False
    return bool(_THOUGHT.search(cue) or _DONE.search(cue))
