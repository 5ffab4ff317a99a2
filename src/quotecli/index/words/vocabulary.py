"""The words that stand in the index, and those of them that a misspelt word may have meant."""

import re
from collections import Counter
from collections.abc import Iterable

from quotecli.index.columns import to_json
from quotecli.index.store import Index, reported
from quotecli.text.normalise import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SHORTEST, _LONGEST = 3, 40  # letters; shorter ones are too many and longer ones addresses
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_CANDIDATES = 60
_MOST_SLIPS = 3  # by which a typed word may be longer than any that is kept


def words_of(text: str) -> list[str]:
    """Give the folded words of a text that are worth suggesting, in order."""
    found = _WORD.findall(fold(text))
    return [word for word in found if _SHORTEST <= len(word) <= _LONGEST]


def is_vocabulary(word: str) -> bool:
    """Tell whether a word is kept in the vocabulary where a statement has it."""
    return words_of(word) != []


def add_words(index: Index, told: Iterable[tuple[str, str | None]]) -> None:
    """Add the words of statements, each given as text and speaker, within a transaction."""
    uses = _uses(told)
    new = index.execute(
        # "true" keeps ON from being read as that of a join.
        "INSERT INTO word (word, uses) SELECT key, value FROM json_each(?) WHERE true"
        " ON CONFLICT (word) DO UPDATE SET uses = uses + excluded.uses"
        " RETURNING number, word, uses",
        (to_json(uses),),
    ).fetchall()
    index.executemany(
        "INSERT OR IGNORE INTO word_trigram (trigram, word) VALUES (?, ?)",
        [
            (trigram, number)
            for number, word, count in new
            if count == uses[word]  # it was not there before
            for trigram in _trigrams(word)
        ],
    )


def remove_words(index: Index, told: Iterable[tuple[str, str | None]]) -> None:
    """Take the words of statements out again; those that then stand nowhere are forgotten."""
    uses = to_json(_uses(told))
    index.execute("UPDATE word SET uses = uses - value FROM json_each(?) WHERE word = key", (uses,))
    idle = to_json(
        [
            number
            for (number,) in index.execute(
                "SELECT number FROM json_each(?) JOIN word ON word = key WHERE uses <= 0", (uses,)
            )
        ]
    )
    index.execute(
        "DELETE FROM word_trigram WHERE word IN (SELECT value FROM json_each(?))", (idle,)
    )
    index.execute("DELETE FROM word WHERE number IN (SELECT value FROM json_each(?))", (idle,))


@reported
def words_like(index: Index, typed: str) -> dict[str, int]:
    """Give words that may be meant by a misspelt one, and in how many statements each stands.

    They are those that one slip of the fingers makes of it, and those that share the most
    trigrams with it; how like they are is for the caller to say. Two statements of SQL, neither
    of which goes through the vocabulary.
    """
    folded = fold(typed)
    if len(folded) > _LONGEST + _MOST_SLIPS:
        return {}
    rows = index.execute(
        "SELECT word, uses FROM json_each(?) CROSS JOIN word ON word = value",
        (to_json(sorted(_slips(folded))),),
    ).fetchall()
    trigrams = _trigrams(folded)
    rows += index.execute(
        "SELECT word.word, uses FROM ("
        " SELECT word AS number, count(*) AS shared FROM word_trigram"
        " WHERE trigram IN (SELECT value FROM json_each(?)) GROUP BY word"
        " HAVING shared >= ? ORDER BY shared DESC LIMIT ?"
        ") AS near CROSS JOIN word USING (number)",
        (to_json(sorted(trigrams)), (len(trigrams) + 2) // 3, _MOST_CANDIDATES),
    ).fetchall()
    return {word: uses for word, uses in rows if word != folded}


@reported
def uses_of(index: Index, words: Iterable[str]) -> dict[str, int]:
    """Tell in how many statements each folded word stands in just this form; 0 for unknown ones."""
    wanted = dict.fromkeys(words, 0)
    rows = index.execute(
        "SELECT word, uses FROM json_each(?) CROSS JOIN word ON word = value",
        (to_json(list(wanted)),),
    )
    return wanted | dict(rows)


def _uses(told: Iterable[tuple[str, str | None]]) -> dict[str, int]:
    return dict(
        Counter(word for text, speaker in told for word in {*words_of(f"{text} {speaker or ''}")})
    )


def _trigrams(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _slips(word: str) -> set[str]:
    """Give what becomes of a word when one letter is left out, doubled, replaced or exchanged."""
    letters = {*_LETTERS, *word}
    found: set[str] = set()
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        found.update(f"{before}{letter}{after}" for letter in letters)
        if after:
            found.add(before + after[1:])
            found.update(f"{before}{letter}{after[1:]}" for letter in letters)
        if len(after) > 1:
            found.add(f"{before}{after[1]}{after[0]}{after[2:]}")
    return found
