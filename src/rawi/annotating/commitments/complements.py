"""Complements: where the wording of a commissive verb or noun begins (تعهد الوزير ب|فتح المعبر، دعا إلى |الهدوء)."""

from __future__ import annotations

from rawi.annotating.commitments.clauses import OPENERS, Sentence
from rawi.annotating.commitments.masdars import looks_verbal

_PRONOUNS = ("هما", "ها", "هم", "ه", "نا")
# Words before أن that make it another clause's (مع أن، إلا أن، قبل أن).
_OTHER_CLAUSE = frozenset(
    ["مع", "الا", "غير", "منذ", "بعد", "قبل", "رغم", "من", "دون", "بيد", "الي", "كما", "عند", "اذ", "يبدو"]
)
_IMPERFECT = ("ي", "ت", "ن", "ا")


def opens_with(word: str, openers: tuple[str, ...]) -> str | None:
    """Which opener the folded word is or carries, None where none.

    ب and ل count only before an action (a verbal noun): بسحب القوات, not بالعاصمة.

    >>> opens_with("بسحب", ("ب",)), opens_with("بالعاصمه", ("ب",)), opens_with("الي", ("ب", "الي"))
    ('ب', None, 'الي')
    """
    for opener in openers:
        if opener in ("ب", "ل"):
            if word.startswith(opener) and len(word) > 2 and is_action(word):
                return opener
        elif opener == "ان":
            if word in ("ان", "بان"):
                return opener
        elif word == opener:
            return opener
    return None


def is_action(word: str) -> bool:
    """Whether a folded word with ب or ل before it looks like a verbal noun, its article and pronoun aside."""
    stem = word[1:]
    if word.startswith("لل"):
        stem = word[2:]
    stem = stem.removeprefix("ال")
    if looks_verbal(stem):
        return True
    return any(
        stem.endswith(end)
        and (looks_verbal(stem[: -len(end)]) or looks_verbal(stem[: -len(end)].removesuffix("ت") + "ه"))
        for end in _PRONOUNS
    )


def find_complement(sentence: Sentence, index: int, openers: tuple[str, ...], reach: int, far_reach: int) -> int | None:
    """The index of the complement's first word behind the marker at ``index``, None where there is none.

    Up to ``reach`` tokens behind it any opener counts, up to ``far_reach`` only ب with an action. Commas around an
    apposition (، قائد الفيلق ،) are passed over.
    """
    folds, tokens = sentence.folds, sentence.tokens
    named = tuple(opener for opener in openers if opener != "*")
    for place in range(index + 1, min(len(folds), index + 1 + far_reach)):
        word = folds[place]
        if tokens[place].kind == "mark":
            if word in ";؛.:؟?!" or (word in "،," and not _closes_again(folds, place, place - index <= reach)):
                return None
            continue
        opener = opens_with(word, named)
        if opener is None or (place - index > reach and opener != "ب"):
            continue
        if opener in ("ب", "ل"):
            return place
        if place + 1 >= len(folds):
            return None
        if opener == "ان" and (folds[place - 1] in _OTHER_CLAUSE or not folds[place + 1].startswith(_IMPERFECT)):
            continue
        return place + 1
    return None


def _closes_again(folds: tuple[str, ...], place: int, near: bool) -> bool:
    return near and any(folds[later] in ("،", ",") for later in range(place + 1, min(len(folds), place + 9)))


def find_object(sentence: Sentence, index: int, announcing: bool) -> int | None:
    """A verb's direct object: a verbal noun or أن behind it (اعتزم سحب قواته، رفض أن يوقع، رفض الوزير التوقيع).

    What is announced in a clause of its own (أعلن أنه سينسحب) has its own verb of the future: here only nouns count.
    """
    folds, tokens = sentence.folds, sentence.tokens
    for place in range(index + 1, min(len(folds), index + 8)):
        word = folds[place]
        if tokens[place].kind == "mark":
            if word not in '"“”«»':
                return None
            continue
        if word in OPENERS and word.startswith(("ان", "بان")):
            plain = word == "ان" and place + 1 < len(folds) and folds[place + 1].startswith(_IMPERFECT)
            return place + 1 if plain and not announcing and folds[place - 1] not in _OTHER_CLAUSE else None
        if word in OPENERS:
            return None  # لكن: another statement begins
        if looks_verbal(word.removeprefix("ال")):
            return place
    return None
