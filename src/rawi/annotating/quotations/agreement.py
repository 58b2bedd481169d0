"""Gender and number: what a speaker's words show, and whether a verb without subject may mean that speaker."""

from __future__ import annotations

from rawi.annotating.quotations.prose import Prose
from rawi.arabic.word_lists import read_words
from rawi.model.annotation import Mention
from rawi.model.span import Span

_BROKEN_FEMININES = frozenset({"مصادر", "صحف", "وسايل", "تقارير", "قوي", "دول", "قوات", "فصايل", "سلطات"})
# Heads that count people: what follows them is many, whatever their own form.
_COUNTING = frozenset(
    {"عدد", "بعض", "كثير", "كثيرون", "اكثر", "مجموعه", "عشرات", "ميات", "الاف", "عده", "معظم", "غالبيه", "اهالي"}
)
_BROKEN_PLURALS = read_words("broken_plurals")
NO_DUALS = frozenset(
    {"بيان", "برلمان", "ميدان", "ديوان", "انسان", "سلطان", "رمضان", "سكان", "كيان", "سودان", "طيران", "لبنان", "ايمان"}
)
_PERSON_OF_PRONOUN = {"ه": "m", "ها": "f", "هم": "p", "هما": "d"}


def agreement_of(prose: Prose, source: Span) -> tuple[str, str]:
    """Gender (m, f or "") and number (p, d or "") that a later verb would show, as far as spelling tells."""
    words = [
        token.fold
        for token in prose.tokens[prose.token_at(source.start) : prose.first_token(source.end)]
        if token.kind == "word"
    ]
    if not words:
        return "", ""
    joined = _joined_names(prose, source)
    if joined:
        return "", "d" if joined == 1 else "p"
    head = words[0]
    bare = head.removeprefix("لل").removeprefix("ال")
    if bare in _BROKEN_FEMININES:
        return "f", "p"
    if bare in _BROKEN_PLURALS or head in _COUNTING:
        return "m", "p"
    if head.endswith(("ون", "ين", "و")) and len(bare) > 4:
        return "m", "p"
    if head.endswith(("ان", "تان")) and len(bare) > 4 and bare not in NO_DUALS:
        return "f" if head.endswith("تان") else "m", "d"
    if head.endswith(("ه", "ات")):
        return "f", ""
    first = next((mention for mention in prose.mentions if mention.span.overlaps(source)), None)
    if first is not None and first.start <= source.start + 2:
        return ("f", "") if first.type in ("LOC", "GPE") else ("", "")
    return "m", ""


def _joined_names(prose: Prose, source: Span) -> int:
    """How many names are joined to the source's first one by و (الخرطوم والقاهرة: 1); those in titles don't count."""
    inside = [mention for mention in prose.mentions if source.contains(mention.span)]
    if not inside or min(one.start if one.title is None else one.title.start for one in inside) > source.start + 2:
        return 0
    titles = [mention.title for mention in inside if mention.title is not None]
    joined = 0
    for mention in inside[1:]:
        start = mention.start if mention.title is None else min(mention.start, mention.title.start)
        token = prose.tokens[prose.token_at(start)]
        in_title = any(title.contains(mention.span) for title in titles)
        joined += token.start < start and token.fold.startswith("و") and not in_title
    return joined


def mention_gender(prose: Prose, mention: Mention) -> str:
    """Gender of a named speaker: from the title beside a person (الفنانة), the head of a body's name, or "" unknown."""
    if mention.type == "PER":
        if mention.title is None:
            return ""
        head = prose.tokens[prose.token_at(mention.title.start)].fold
        return "f" if head.endswith("ه") and not head.endswith(("امه", "يفه")) else "m"
    if mention.type in ("LOC", "GPE"):
        return "f"
    head = prose.tokens[prose.token_at(mention.start)].fold
    return "f" if head.endswith(("ه", "ات")) or head in _BROKEN_FEMININES else "m"


def agrees(person: str, gender: str, number: str) -> bool:
    """Whether a verb's person (m, f, d, p; "" or - for none) may stand for a speaker of this gender and number."""
    if person in ("", "-", "1"):
        return True
    if person == "f":
        return gender in ("f", "")
    if person == "m":
        return gender in ("m", "") and number == ""
    if person == "d":
        return number == "d" or gender == ""
    return number in ("p", "d") and gender != "f"


def person_of_pronoun(pronoun: str) -> str:
    """The person that an attached pronoun shows (قولها: f)."""
    return _PERSON_OF_PRONOUN.get(pronoun, "")
