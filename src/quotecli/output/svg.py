"""Counts over time as a picture: an SVG that any browser shows and a screen reader reads."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from quotecli.output.bars import Count
from quotecli.output.terminal import HIDDEN, visible

_NOT_XML = re.compile(f"[{HIDDEN}\ufffe\uffff]")
_BAR, _GAP = 18, 6  # points
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 64, 96
_HEIGHT = 200
_NARROWEST = 480
_MOST_LABELS = 40
_INK, _PALE, _BARS = "#222222", "#d0d0d0", "#1f5fa8"  # contrast 15:1 and 6:1 on white


def bar_picture(title: str, counts: Sequence[Count]) -> str:
    """Draw one bar a count.

    The picture's title and description say in words what the bars show; each bar has its label
    and count as a title of its own, which browsers show when it is pointed at.

    Args:
        title: what is counted.
        counts: the bars, from left to right.
    """
    width = max(_NARROWEST, _LEFT + _RIGHT + len(counts) * (_BAR + _GAP))
    height = _TOP + _HEIGHT + _BOTTOM
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" aria-labelledby="title description"'
        ' font-family="sans-serif" font-size="12">',
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="description">{_text(_description(counts))}</desc>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="32" font-size="16" fill="{_INK}">{_text(title)}</text>',
        *_scale(max((number for _, number in counts), default=0), width),
        *_bars(counts),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _scale(most: int, width: int) -> Iterator[str]:
    base = _TOP + _HEIGHT
    for mark in sorted({0, most // 2, most}):
        y = base - _part(mark, most)
        yield (
            f'<line x1="{_LEFT}" y1="{y:g}" x2="{width - _RIGHT}" y2="{y:g}" stroke="{_PALE}"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:g}" text-anchor="end" fill="{_INK}">{mark:,}</text>'
        )


def _bars(counts: Sequence[Count]) -> Iterator[str]:
    most = max((number for _, number in counts), default=0)
    every = -(-len(counts) // _MOST_LABELS)  # so that labels do not run into each other
    base = _TOP + _HEIGHT
    for position, (label, number) in enumerate(counts):
        x = _LEFT + position * (_BAR + _GAP) + _GAP / 2
        size = _part(number, most)
        yield (
            f"<g><title>{_text(f'{label}: {number:,}')}</title>"
            f'<rect x="{x:g}" y="{base - size:g}" width="{_BAR}" height="{size:g}"'
            f' fill="{_BARS}"/></g>'
        )
        if position % every == 0:
            middle = x + _BAR / 2 + 4
            yield (
                f'<text transform="translate({middle:g} {base + 12}) rotate(-60)"'
                f' text-anchor="end" font-size="10" fill="{_INK}">{_text(label)}</text>'
            )


def _part(number: int, most: int) -> float:
    return round(_HEIGHT * number / most, 1) if most else 0.0


def _description(counts: Sequence[Count]) -> str:
    told = "; ".join(f"{label}: {number:,}" for label, number in counts)
    return f"Bar chart. {told}." if told else "Bar chart without bars."


def _text(words: str) -> str:
    # XML has no way at all to write most control characters.
    return escape(_NOT_XML.sub(" ", visible(words)), quote=True)
