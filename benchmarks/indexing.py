"""How fast are articles indexed, and how fast is seen that nothing has changed?

python benchmarks/indexing.py [ARTICLES]
"""

import sys
import tempfile
from pathlib import Path

from synthetic import News
from timing import medians, table

_ARTICLES = 300
_ROUNDS = 5
_QUOTECLI = (sys.executable, "-m", "quotecli")
_FIRST, _AGAIN, _HASH = "index", "index again", "read and hash"
_HASH_ALL = """
import hashlib, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    hashlib.sha256(path.read_bytes()).hexdigest()
"""


def write_articles(folder: Path, news: News, count: int) -> int:
    """Write articles as Markdown files and give the number of their words."""
    words = 0
    for number in range(count):
        article = news.article().article
        title, published = article.metadata.title, article.metadata.published
        text = f"---\ntitle: {title}\npublished: {published}\n---\n\n{article.text}"
        (folder / f"{number:06}.md").write_text(text, encoding="utf-8")
        words += len(article.text.split())
    return words


def main() -> None:
    """Write articles, time, print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "articles")
        articles.mkdir()
        words = write_articles(articles, News(), count)
        first, again = Path(folder, "first.sqlite"), Path(folder, "again.sqlite")

        def prepare(name: str) -> None:
            if name == _FIRST:
                first.unlink(missing_ok=True)

        times = medians(
            {
                _HASH: [sys.executable, "-c", _HASH_ALL, str(articles)],
                _FIRST: [*_QUOTECLI, "index", str(articles), "--db", str(first)],
                _AGAIN: [*_QUOTECLI, "index", str(articles), "--db", str(again)],
            },
            rounds=_ROUNDS,
            prepare=prepare,
        )
    print(f"{count:,} articles of {words:,} words: {words / times[_FIRST]:,.0f} words per second\n")
    print(table(times, _HASH))


if __name__ == "__main__":
    main()
