"""What the accuracy benchmark counts."""

from accuracy import GoldArticle, put_right

TEXT = "“We sail,” said Roe. Poe said so."
SAID, ROE, POE, SAID_SO = [[11, 15]], [[16, 19]], [[21, 24]], [[25, 29]]


def test_source_and_cue_that_were_exchanged_are_put_right_and_others_stay() -> None:
    exchanged = {"content": [[0, 10]], "source": SAID, "cue": ROE, "kind": "direct"}
    right = {"content": [[30, 32]], "source": POE, "cue": SAID_SO, "kind": "indirect"}
    article: GoldArticle = {"doc": "a", "text": TEXT, "quotes": [exchanged, right]}  # type: ignore[list-item]
    assert put_right(article) == 1
    assert (exchanged["source"], exchanged["cue"]) == (ROE, SAID)
    assert (right["source"], right["cue"]) == (POE, SAID_SO)
