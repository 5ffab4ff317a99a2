"""Mark-up: what a reader does not see, and nothing else."""

import pytest

from quotecli.documents.paragraphs.markup import find_definitions, find_holes


def _shown(text: str) -> str:
    labels = frozenset(find_definitions(text).values())
    paragraph = text.partition("\n\n")[0]
    at, parts = 0, []
    for hole in find_holes(text, 0, len(paragraph), labels):
        parts.append(text[at : hole.start])
        at = hole.end
    return "".join(parts) + paragraph[at:]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Poe [said](#) no", "Poe said no"),
        ("Poe [said](https://e.org/a_(b) 'title') no", "Poe said no"),
        ("the [[sic] words](/x) of", "the [sic] words of"),
        ("a [paper][1] and [it][] and [it]\n\n[1]: /a\n[it]: /b", "a paper and it and it"),
        ('![a photo](a.jpg "t")text', "text"),
        ("[![a](b.png)](/c)text", "text"),
        ("note[^1] here[^long-name].", "note here."),
        ("**bold** and *it* and ***both***", "bold and it and both"),
        ("**bold *both***", "bold both"),
        ("__bold__ and _it_ and ~~gone~~", "bold and it and gone"),
        ("a `code` word", "a code word"),
        ('*"We won,"* he said', '"We won," he said'),
        ("<u>said</u> <a href='x'>it</a><b/> <EM class=x>so</EM>", "said it so"),
        ("a <!-- not shown -->b", "a b"),
        (r"\[sic\] and \*this\*", "[sic] and *this*"),
    ],
)
def test_markup_is_left_out(source: str, shown: str) -> None:
    assert _shown(source) == shown


@pytest.mark.parametrize(
    "text",
    [
        "[sic] and [the president] and (all) of it",
        "[he](sic) said",
        "[it](who else) was",
        "a lone * and a lone _ and a lone ` here",
        "2 * 3 * 4 and 5*6*7",
        "snake_case_word and @some_body_",
        'he said "bulls**t" and "f**k" and f*** and s***',
        "*Names were changed",
        "____ and **** are blanks",
        "3 < 5 and 7 > 6, <redacted> and <3",
        "``We won,'' he said. ``We did.''",
        "see [1] and [note]",
        "C:\\new",
        "R&amp;D &quot;yes&quot;",
        "<!-- never closed",
    ],
)
def test_what_is_not_certainly_markup_is_text(text: str) -> None:
    assert _shown(text) == text
