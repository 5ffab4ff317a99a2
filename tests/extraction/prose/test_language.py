"""Articles that are not in English."""

from collections.abc import Callable

from quotecli.extraction.extract import extract
from quotecli.model import Article

TURKISH = (
    "Liman başkanı, yeni iskelenin yapımına başlandığını anlatırken şunları kaydetti: “Köprü"
    " hazirana kadar açılacak, herkes evine rahatça gidecek.” Belediye, çalışmaların yaz boyunca"
    " süreceğini, yolların geceleri kapalı kalacağını duyurdu. Kıyıdaki dükkân sahipleri ise"
    " gürültüden yakındı ve akşam saatlerinde müşterilerin azaldığını söyledi. Kent meclisi konuyu"
    " gelecek hafta yeniden görüşecek ve kararını açıklayacak."
)
ENGLISH = (
    "The head of the port said: “The bridge opens in June, and everybody will get home in time.”"
    " The council said the work would go on through the summer, and that roads would be shut at"
    " night. Shop owners on the quay complained of the noise, and of customers who stay away in the"
    " evening. The council will look at the matter again next week, and will say what it decided."
)


def test_an_article_in_another_language_has_no_speakers_but_a_remark(
    article: Callable[..., Article],
) -> None:
    found = extract(article(TURKISH))
    assert found.statements == ()
    assert [problem.code for problem in found.problems] == ["not-english"]


def test_an_english_article_with_a_foreign_quotation_is_read(
    article: Callable[..., Article],
) -> None:
    found = extract(article(f"{ENGLISH}\n“{TURKISH[:200]}”"))
    assert "not-english" not in {problem.code for problem in found.problems}
    assert len(found.statements) > 2


def test_a_short_text_is_read_in_any_language(article: Callable[..., Article]) -> None:
    assert extract(article("Jane Roe: “Köprü hazirana kadar açılacak.”")).statements != ()
