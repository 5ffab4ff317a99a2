"""What the tagger found is fitted to what quotation marks prove."""

from quotecli.extraction.merging.merge import merge
from quotecli.extraction.prose.reading import Reading, read
from quotecli.extraction.rules.attribution import Attribution, attribute
from quotecli.extraction.tagger.decode import Link
from quotecli.model import Article, Block, BlockKind, Kind, Metadata, Span
from quotecli.text.marks import find_quoted


def reading_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    blocks = []
    position = 0
    for line in text.split("\n"):
        blocks.append(Block(kind, (Span(position, position + len(line)),)))
        position += len(line) + 1
    return read(Article(text, tuple(blocks), Metadata()))


def link(text: str, content: str | tuple[str, ...], cue: str, source: str = "") -> Link:
    """Make the link that a tagger would, from words of the text."""
    parts = (content,) if isinstance(content, str) else content
    return Link(
        tuple(span_of(text, part) for part in parts),
        (span_of(text, cue),),
        (span_of(text, source),) if source else (),
        0.9,
    )


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def merged(text: str, *links: Link, kind: BlockKind = BlockKind.PARAGRAPH) -> list[Attribution]:
    reading = reading_of(text, kind)
    quoted, _ = find_quoted(reading.text, reading.passages)
    return merge(reading, quoted, links, attribute(reading, quoted))


def contents(text: str, found: list[Attribution]) -> list[str]:
    return [" | ".join(text[s.start : s.end] for s in a.content) for a in found]


def test_a_content_in_marks_is_direct_and_leaves_the_marks_out() -> None:
    text = '"It will rain," the mayor said.'
    (found,) = merged(text, link(text, '"It will rain,"', "said", "the mayor"))
    assert (found.kind, contents(text, [found])) == (Kind.DIRECT, ["It will rain,"])


def test_a_content_that_ends_within_marks_is_given_the_whole_quotation() -> None:
    text = 'The mayor said: "It will rain. It always does."'
    (found,) = merged(text, link(text, '"It will rain.', "said", "The mayor"))
    assert contents(text, [found]) == ["It will rain. It always does."]


def test_when_a_finished_quotation_was_said_is_no_part_of_it() -> None:
    text = 'She said, "Wait for us," until the bus had gone.'
    content = '"Wait for us," until the bus had gone'
    (found,) = merged(text, link(text, content, "said", "She"))
    assert (found.kind, contents(text, [found])) == (Kind.DIRECT, ["Wait for us,"])


def test_words_of_the_reporter_around_marks_make_it_mixed() -> None:
    text = 'The mayor said the rain was "a blessing" for all.'
    (found,) = merged(text, link(text, 'the rain was "a blessing" for all', "said", "The mayor"))
    assert found.kind is Kind.MIXED


def test_that_a_day_and_a_conjunction_are_no_part_of_a_claim() -> None:
    text = "The mayor said Friday that rain would come but"
    (found,) = merged(text, link(text, "Friday that rain would come but", "said", "The mayor"))
    assert contents(text, [found]) == ["rain would come"]


def test_a_claim_that_cannot_end_so_goes_on_to_the_end_of_its_clause() -> None:
    text = "The mayor said the pier was saved by moving the piles, and left. It rained."
    (found,) = merged(text, link(text, "the pier was saved by", "said", "The mayor"))
    assert contents(text, [found]) == ["the pier was saved by moving the piles"]


def test_a_claim_does_not_go_on_over_its_own_clause() -> None:
    text = "What the pier was made of the mayor said."
    (found,) = merged(text, link(text, "What the pier was made of", "said", "the mayor"))
    assert contents(text, [found]) == ["What the pier was made of"]


def test_an_article_alone_is_nobody() -> None:
    text = 'The signs, which police took down, called on the town to "stop building".'
    (found,) = merged(text, link(text, 'the town to "stop building"', "called on", "The"))
    assert found.mention == (Span(0, len("The signs")),)


def test_the_beginning_of_what_the_reporter_goes_on_with_is_cut() -> None:
    text = "The mayor said the pier was safe after the storm, reasserting her role as its owner."
    content = "the pier was safe after the storm, reasserting"
    (found,) = merged(text, link(text, content, "said", "The mayor"))
    assert contents(text, [found]) == ["the pier was safe after the storm"]


def test_a_list_that_ends_with_a_participle_stays_whole() -> None:
    text = "The mayor said the pier was for fishing, swimming."
    (found,) = merged(text, link(text, "the pier was for fishing, swimming", "said", "The mayor"))
    assert contents(text, [found]) == ["the pier was for fishing, swimming"]


def test_two_quotations_before_clauses_of_their_own_are_two() -> None:
    text = '"It rained," he recalled. "It rained for days," said the mayor.'
    whole = ('"It rained,"', '"It rained for days,"')
    found = merged(text, link(text, whole, "recalled", "he"))
    assert contents(text, found) == ["It rained,", "It rained for days,"]
    assert [text[a.cue[0].start : a.cue[0].end] for a in found] == ["recalled", "said"]


def test_words_belong_to_who_said_them_and_not_to_who_dismissed_them() -> None:
    text = 'The mayor dismissed a remark by Ada Roe, who said the dam was "a sieve".'
    content = 'a remark by Ada Roe, who said the dam was "a sieve"'
    (found,) = merged(text, link(text, content, "dismissed", "The mayor"))
    assert contents(text, [found]) == ['the dam was "a sieve"']
    assert text[found.antecedent[0].start : found.antecedent[0].end] == "Ada Roe"


def test_a_quotation_that_the_tagger_left_to_nobody_is_the_rules() -> None:
    text = '"It will rain," Ada Roe said.'
    (found,) = merged(text)
    assert (contents(text, [found]), found.score) == (["It will rain,"], None)


def test_who_means_the_name_before_it() -> None:
    text = "Ada Roe, who said that it would rain, left early."
    (found,) = merged(text, link(text, "that it would rain", "said", "who"))
    assert text[found.antecedent[0].start : found.antecedent[0].end] == "Ada Roe"


def test_captions_say_nothing() -> None:
    text = "Ada Roe says that it will rain."
    spoken = link(text, "that it will rain", "says", "Ada Roe")
    assert merged(text, spoken, kind=BlockKind.CAPTION) == []


def test_a_dateline_is_no_part_of_what_was_said() -> None:
    text = "NAIROBI (Reuters) - Rain will come, the mayor said."
    whole = "NAIROBI (Reuters) - Rain will come"
    (found,) = merged(text, link(text, whole, "said", "the mayor"))
    assert contents(text, [found]) == ["Rain will come"]


def test_no_two_statements_share_a_word() -> None:
    text = 'The mayor said Ada Roe had called the dam "a sieve".'
    found = merged(
        text,
        link(text, 'Ada Roe had called the dam "a sieve"', "said", "The mayor"),
        link(text, 'the dam "a sieve"', "called", "Ada Roe"),
    )
    assert len(found) == 1


def test_a_quotation_runs_on_into_the_next_paragraph() -> None:
    text = 'The mayor said: "It rains.\n"It pours."'
    (found,) = merged(text, link(text, '"It rains.', "said", "The mayor"))
    assert contents(text, [found]) == ["It rains. | It pours."]


def test_a_paragraph_in_marks_goes_on_with_the_speaker_before_it() -> None:
    text = '"It rains," Ada Roe said.\n"It pours."'
    (_, second) = merged(text, link(text, '"It rains,"', "said", "Ada Roe"))
    assert text[second.mention[0].start : second.mention[0].end] == "Ada Roe"


def test_a_paragraph_in_marks_further_on_is_nobodys() -> None:
    text = '"It rains," Ada Roe said.\nThe town is quiet.\n"It pours and pours."'
    (_, second) = merged(text, link(text, '"It rains,"', "said", "Ada Roe"))
    assert second.mention == ()


def test_no_word_is_cut_in_two() -> None:
    text = "Two sources said the talks continue to intensify in Bonn, bristling with anger."
    (found,) = merged(text, link(text, "the talks continue to int", "sa", "Two sour"))
    assert contents(text, [found]) == ["the talks continue to intensify"]
    assert [text[s.start : s.end] for s in (*found.cue, *found.mention)] == ["said", "Two sources"]


def test_a_word_behind_a_finished_quotation_is_no_part_of_it() -> None:
    text = 'The mayor also said, "If people object I will stop," showing that she had heard them.'
    (found,) = merged(text, link(text, '"If people object I will stop," showing', "said", "mayor"))
    assert (found.kind, contents(text, [found])) == (Kind.DIRECT, ["If people object I will stop,"])


def test_words_behind_a_quoted_phrase_stay() -> None:
    text = 'The mayor said "we are not at war" over Tessik.'
    (found,) = merged(text, link(text, '"we are not at war" over Tessik', "said", "The mayor"))
    assert (found.kind, contents(text, [found])) == (
        Kind.MIXED,
        ['"we are not at war" over Tessik'],
    )


def test_a_bracket_that_opens_in_a_content_closes_in_it() -> None:
    text = "The mayor spoke about the end of the Tessik Water Board (TWB) on Sunday."
    (found,) = merged(
        text, link(text, "the end of the Tessik Water Board (TWB", "spoke about", "The mayor")
    )
    assert contents(text, [found]) == ["the end of the Tessik Water Board (TWB)"]


def test_a_word_with_a_hyphen_is_one() -> None:
    text = "The mayor blamed Ann Roe's Harbour-first party for the flood."
    (found,) = merged(text, link(text, "Ann Roe's Harbour", "blamed", "The mayor"))
    assert contents(text, [found]) == ["Ann Roe's Harbour-first"]


def test_a_content_never_ends_with_whose_something_is() -> None:
    text = "When the guards came to Roe’s house, a keeper recalls, it was locked."
    (found,) = merged(text, link(text, "When the guards came to Roe’s", "recalls", "a keeper"))
    assert contents(text, [found]) == ["When the guards came to Roe’s house"]


def test_a_claim_of_nobody_has_to_be_likelier_than_one_of_somebody() -> None:
    text = "It is feared that the dam will break before the spring."
    sure = link(text, "the dam will break before the spring", "is feared")
    assert contents(text, merged(text, sure)) == ["the dam will break before the spring"]
    assert merged(text, sure._replace(score=0.5)) == []


def test_words_that_the_tagger_parted_within_a_clause_are_one_content() -> None:
    text = "Ada Roe said the ferry would sail after talks, stressing the role of the town."
    parted = link(
        text, ("the ferry would sail after talks, stressing", "the role of"), "said", "Ada"
    )
    (found,) = merged(text, parted)
    assert contents(text, [found]) == [
        "the ferry would sail after talks, stressing the role of the town"
    ]
