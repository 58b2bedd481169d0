"""Two of a kind told by the dual alone: قتيلان، رحلتين، مقبرتان."""

from __future__ import annotations

from rawi.annotating.figures.reading import Reading
from rawi.annotating.figures.words import TIME_NOUNS
from rawi.arabic.numerals import offset_after
from rawi.arabic.quantities.lexicon import UNITS, CountedNoun, find_noun, find_unit
from rawi.arabic.quantities.word_sets import word_set
from rawi.model.view import TextView

# ك is left out: كبيرين and كاملين are adjectives far more often than "like two wells".
_PROCLITICS = ("", "و", "ف", "ب", "ل")
# Dual constructs before their owner; -ي and -ا alone are far too common for other nouns (وزيري النفط والكهرباء).
_CONSTRUCTS = word_set(
    "وزيري وزيرا رييسي رييسا سفيري زعيمي مدينتي مدينتا محافظتي محافظتا منطقتي منطقتا دولتي شركتي شركتا قريتي"
)
# Words that end like a feminine dual and are none.
_NOT_DUAL = word_set(
    "طالبان افغانستان باكستان بستان كردستان تركستان كازاخستان قازاقستان اوزبكستان طاجيكستان تركمانستان "
    "قيرغيزستان بلوشستان وزيرستان داغستان عربستان ستين بوتين اللاتين اتين سبتين متين كريستين قسطنطين فلسطين "
    "روتين بروتين مارتين كوينتين الارجنتين ارجنتين اثنتين اثنتان مرتين مرتان لورستان كوستين ستالين تان الفتان "
    "فتان شتان بهتان كتان شيطان سلطان تين سيتين كونستانتين فالنتين"
)
# Feminine nouns in -اة, whose duals look like broken plurals.
_FEMININE_IN_ALIF = frozenset(["فتات", "مبارات", "قنات", "مصفات", "مأسات"])
_SHORTEST_FEMININE = 6
_AGREEMENT_AHEAD = 6
_THEIR_TWO = ("هما", "كما")


def find_duals(view: TextView, taken: frozenset[int]) -> list[Reading]:
    """Indefinite duals of counted nouns and units; ``taken`` are token indexes that other figures hold."""
    found: list[Reading] = []
    tokens = view.tokens
    previous_dual = -2
    for index, token in enumerate(tokens):
        if token.kind != "word" or index in taken or len(token.fold) < 4:
            continue
        fold = token.fold
        if not fold.endswith(("ان", "ين", "ري", "را", "تي", "تا", "سا", "سي")):
            continue
        if (index - 1) in taken or index - 1 == previous_dual:
            continue  # شركتين كبيرتين: an adjective agrees with its dual
        noun, cut = _dual_noun(view, index)
        if noun is None:
            continue
        previous_dual = index
        start = offset_after(view.text, token.start, cut) if cut else token.start
        unit = find_unit((token._replace(fold=fold[cut:]),), 0)
        found.append(
            Reading(
                start=start,
                end=token.end,
                first=index,
                last=index + 1,
                cue=index,
                low=2,
                high=2,
                unit=unit[0] if unit else None,
                category=unit[0].category if unit else noun.category,
                noun=noun,
                noun_at=index,
            )
        )
    return found


def _dual_noun(view: TextView, index: int) -> tuple[CountedNoun | None, int]:
    """The dual's noun and how many letters of proclitics stand before it."""
    fold = view.tokens[index].fold
    if fold in _NOT_DUAL or fold in TIME_NOUNS:
        return None, 0
    for proclitic in _PROCLITICS:
        if not fold.startswith(proclitic):
            continue
        bare = fold[len(proclitic) :]
        if bare in _NOT_DUAL or bare in TIME_NOUNS or bare.startswith(("ال", "لل")):
            continue
        noun = find_noun(bare)
        if noun is not None and not noun.definite:
            if noun.number == "dual":
                return noun, len(proclitic)
            # مواطنين is a plural unless the sentence speaks of them as two.
            if noun.number == "plural" and bare.endswith("ين") and _agrees_in_two(view, index):
                return noun, len(proclitic)
            return None, 0
        if bare in _CONSTRUCTS and _is_definite(view, index + 1):
            return find_noun(bare[:-1]) or CountedNoun(bare, "count", None, None, "dual"), len(proclitic)
        if (bare,) in UNITS and bare.endswith(("ين", "ان")) and len(bare) > 4:
            return CountedNoun(bare, "count", None, None, "dual"), len(proclitic)
    if fold.endswith(("اتان", "اتين")) and fold.lstrip("وفبلك")[:-2] not in _FEMININE_IN_ALIF:
        return None, 0  # فساتين
    if (
        fold.endswith(("تان", "تين"))
        and len(fold) >= _SHORTEST_FEMININE
        and not fold.startswith(("ال", "وال", "لل", "بال", "فال", "كال"))
    ):
        cut = 1 if fold[0] in "وفبل" and find_noun(fold[1:-3] + "ه") is not None else 0
        return CountedNoun(fold[cut:-3] + "ه", "count", None, None, "dual"), cut
    return None, 0


def _agrees_in_two(view: TextView, index: int) -> bool:
    for token in view.tokens[index + 1 : index + 1 + _AGREEMENT_AHEAD]:
        if token.kind == "mark" and token.fold in ".؛،":
            return False
        if token.fold.endswith(_THEIR_TWO):
            return True
    return False


def _is_definite(view: TextView, index: int) -> bool:
    return index < len(view.tokens) and view.tokens[index].fold.startswith("ال")
