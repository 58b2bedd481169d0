"""Labels: a happening's name, made of the words of one of its mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rawi.arabic.letters import strip_marks
from rawi.arabic.phrases import drop_dangling
from rawi.comparing.timeline.items import Item

_STOP = re.compile(r"[.،,؛;:!?؟\n\"”»“«()\[\]]")
# A label of so few words names nothing (هزيمة).
_SHORT = 2
_BLANKS = re.compile(r"\s+")


def make_label(items: Sequence[Item], longest: int) -> str:
    """The words from a trigger on, of the mention that tells most in fewest words.

    A mention with more roles is told better; a verbal noun reads as a title, a verb as a sentence.
    """

    def rank(item: Item) -> tuple[int, bool, int, str]:
        words = _words(item, longest)
        return _told(item, longest), len(words.split()) > _SHORT, -len(words), item.id

    return _words(max(items, key=rank), longest)


def _told(item: Item, longest: int) -> int:
    end = item.event.start + longest
    return sum(item.event.start <= role.start and role.end <= end for role in item.event.roles if role.role != "time")


def _words(item: Item, longest: int) -> str:
    text, start = item.article.text, item.event.start
    stop = _STOP.search(text, item.event.end, start + longest)
    end = stop.start() if stop else min(len(text), start + longest)
    if not stop and end < len(text) and not text[end].isspace():
        blank = text.rfind(" ", item.event.end, end)
        end = blank if blank > 0 else end
    words = drop_dangling(_BLANKS.sub(" ", strip_marks(text[start:end])).strip())
    return words if stop or end == len(text) else f"{words} …"
