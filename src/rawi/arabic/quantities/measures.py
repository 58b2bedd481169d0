"""What makes two figures comparable: the kind of thing counted or measured, whom it befell, and of which group.

Pure functions over tokens, so that one article's figures and a comparison of many articles read the same words alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.quantities.lexicon import CountedNoun, find_noun
from rawi.arabic.quantities.roles import ROLE_WORDS, find_role
from rawi.arabic.quantities.word_sets import word_set
from rawi.model.view import Token

# Words of a noun phrase that say nothing about what is counted.
_EMPTY = word_set("عدد اجمالي مجموع حصيله حجم قيمه نسبه مستوي معدل متوسط جملة رصيد كميه اعداد بلوغ حوالي")
_OF_THEM = frozenset(["منهم", "منهن", "بينهم", "اخرين", "اخرون"])
_PREFIXES = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_SUFFIXES = ("يين", "يون", "يات", "تين", "تان", "ات", "ين", "ون", "ان", "يه", "ه", "ا")
# Kinds of people that are subsumed by what befell them: 15 شخصا and 15 قتيلا are one measure after مقتل.
_PLAIN_PEOPLE = frozenset(["person", "member", "dead", "wounded", "case", "citizen", "man", "missing", "survivor"])


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures: ``head`` (kind of thing), ``role`` (what befell it), ``group`` (which of them)."""

    head: str
    role: str | None = None
    group: tuple[str, ...] = ()


def stem_word(word: str) -> str:
    """A folded word without article, proclitics and inflection: rough, the same for all spellings of one noun.

    >>> stem_word("الوظائف"), stem_word("بالوظيفه"), stem_word("اميركيين") == stem_word("الاميركيه")
    ('وظائف', 'وظيف', True)
    """
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)].replace("امريك", "اميرك")
    return word.replace("امريك", "اميرك")


def describe_measured(
    tokens: Sequence[Token], first: int, last: int, counted: tuple[int, int] | None, noun: CountedNoun | None
) -> Measured:
    """What the figure at tokens ``first`` to ``last`` measures, from its noun phrase and the words about it.

    >>> from rawi.arabic.tokens import tokenize
    >>> tokens = tokenize("مقتل 15 شخصا")
    >>> describe_measured(tokens, 1, 2, (2, 3), find_noun("شخصا"))
    Measured(head='people', role='killed', group=())
    """
    words = [token.fold for token in tokens[counted[0] : counted[1]] if token.kind == "word"] if counted else []
    of_them = last < len(tokens) and tokens[last].fold in _OF_THEM
    if noun is None and not of_them:
        noun = next((found for found in map(find_noun, words[:2]) if found is not None), None)
    people = noun is None or noun.category in ("people", "event") or noun.key == "case"
    role = noun.role if noun is not None and noun.role else None
    if role is None and people:
        role = next((ROLE_WORDS[word] for word in words if word in ROLE_WORDS), None) or find_role(tokens, first, last)
    adjectives = tuple(sorted({stem_people(word) for word in words[1:4] if _is_adjective(word)}))
    if noun is not None:
        if noun.category == "people" and role is not None and noun.key in _PLAIN_PEOPLE:
            return Measured("people", role, adjectives)
        group = tuple(sorted({*adjectives, *([noun.group] if noun.group else [])}))
        return Measured(noun.key, role if noun.category == "people" else None, group)
    if of_them:
        return Measured("people", role, ())
    if role is not None and (not words or words[0] in ROLE_WORDS or words[0] in ("اخرين", "اخر", "اخرون", "منهم")):
        return Measured("people", role, adjectives)
    if words and _is_adjective(words[0]) and (not words[0].startswith("ال") or words[0].endswith(("يين", "يون"))):
        # يمنيا، سعوديين: people named by where they are from.
        return Measured("people", role, (stem_people(words[0]),))
    head = next((word for word in words if stem_word(word) not in _EMPTY and word not in _EMPTY), "")
    return Measured(stem_word(head) if head else "", role, adjectives)


def stem_people(word: str) -> str:
    """The stem of a nisba, the same for all its numbers and genders (أميركي، الأميركية، أميركيين)."""
    return stem_word(word).removesuffix("ي")


def _is_adjective(word: str) -> bool:
    """A nisba (أميركي، اليمنية، سعوديين): what tells one group of people from another in the press."""
    bare = word.removeprefix("ال")
    return len(bare) > 3 and bare.endswith(("ي", "يه", "يا", "يين", "يون", "يات")) and find_noun(word) is None
