"""Conjugation: all forms of a verb from its past, present, masdars and participle, by a table of endings.

Only what unvowelled spelling shows is generated: sound, hollow (قال) and defective verbs (نفى، دعا) differ in their
endings; doubled verbs look like sound ones. Forms are folded (:func:`rawi.arabic.letters.fold`), as tokens are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rawi.arabic.letters import fold

Voice = Literal["past", "present", "jussive", "passive", "participle", "masdar"]
Person = Literal["m", "f", "d", "p", "1", "-"]

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم")
_PAST: tuple[tuple[str, Person], ...] = (
    ("", "m"),
    ("ت", "f"),
    ("ا", "d"),
    ("تا", "d"),
    ("وا", "p"),
    ("ن", "p"),
    ("نا", "1"),
    ("تم", "-"),
)
_PARTICIPLE: tuple[tuple[str, Person], ...] = (
    ("", "m"), ("ا", "m"), ("ه", "f"), ("ين", "p"), ("ون", "p"), ("تين", "d"), ("ان", "d"), ("تان", "d"), ("ات", "p"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conjugated:
    """One form of a verb: its folded spelling, voice, person (m, f, d, p, 1, - for none), and a pronoun it carries."""

    spelling: str
    voice: Voice
    person: Person
    pronoun: str = ""


def conjugate(
    past: str, present: str, masdars: tuple[str, ...] = (), participle: str | None = None
) -> list[Conjugated]:
    """Every form that news prose uses, in the order past, present, passive, participle, masdar.

    >>> forms = {form.spelling for form in conjugate("قال", "يقول", ("قول",), "قائل")}
    >>> {"قالت", "قلت", "قالوا", "يقولون", "قيل", "يقال", "قايلا", "قوله", "قولها"} <= forms
    True
    >>> {form.spelling for form in conjugate("نفى", "ينفي")} >= {"نفت", "نفوا", "نفاه", "تنفي", "ينفون"}
    True
    """
    forms = [*_past(past, present, masdars), *_present(past, present), *_passive(past, present)]
    if participle:
        forms += _participle(participle)
    for masdar in masdars:
        forms += _masdar(masdar)
    return forms


def _is_defective(verb: str) -> bool:
    return verb[-1] in "ىيوا" and len(verb) > 2


def _is_hollow(past: str, present: str) -> bool:
    """Whether a long vowel stands before the last letter in past and present (قال يقول، أفاد يفيد، but not طالب)."""
    return len(past) >= 3 and past[-2] == "ا" and len(present) >= 4 and present[-2] in "ويا" and past[-1] == present[-1]


def _past(past: str, present: str, masdars: tuple[str, ...]) -> Iterator[Conjugated]:
    if past[-1] in "ىا":
        base, long = fold(past[:-1]), "و" if past[-1] == "ا" else "ي"
        table: tuple[tuple[str, Person], ...] = (
            (fold(past[-1]), "m"), ("ت", "f"), (long + "ا", "d"), ("تا", "d"), ("وا", "p"), (long + "ن", "p"),
            (long + "نا", "1"), (long + "ت", "1"),
        )  # fmt: skip
        yield from (Conjugated(base + ending, "past", person) for ending, person in table)
        for pronoun in _PRONOUNS:
            yield Conjugated(base + "ا" + pronoun, "past", "m", pronoun)
            yield Conjugated(base + "ت" + pronoun, "past", "f", pronoun)
            yield Conjugated(base + "و" + pronoun, "past", "p", pronoun)
        return
    stem = fold(past)
    for ending, person in _PAST:
        if _is_hollow(past, present) and ending in ("ن", "نا", "تم"):
            continue
        # The dual of a verb that is spelled like its noun is spelled like the noun's accusative (ردا، علما، وعدا).
        if ending == "ا" and stem in map(fold, masdars):
            continue
        yield Conjugated(stem + ending, "past", person)
    if _is_hollow(past, present):
        short = stem[:-2] + stem[-1]
        for ending in ("ت", "نا"):
            yield Conjugated(short + ending, "past", "1")
    for pronoun in _PRONOUNS:
        yield Conjugated(stem + pronoun, "past", "m", pronoun)
        yield Conjugated(stem + "ت" + pronoun, "past", "f", pronoun)
        yield Conjugated(stem + "و" + pronoun, "past", "p", pronoun)


def _present(past: str, present: str) -> Iterator[Conjugated]:
    stem = fold(present[1:])
    prefixes: tuple[tuple[str, Person], ...] = (("ي", "m"), ("ت", "f"), ("ا", "1"), ("ن", "1"))
    for prefix, person in prefixes:
        yield Conjugated(prefix + stem, "present", person)
        for future in ("س",):
            yield Conjugated(future + prefix + stem, "present", person)
        if _is_defective(present):
            yield Conjugated(prefix + stem[:-1], "jussive", person)
        elif _is_hollow(past, present):
            yield Conjugated(prefix + stem[:-2] + stem[-1], "jussive", person)
    base = stem[:-1] if _is_defective(present) else stem
    dual = stem if _is_defective(present) else base
    for prefix in ("ي", "ت"):
        for ending in ("ون", "وا"):
            yield Conjugated(prefix + base + ending, "present", "p")
        yield Conjugated(prefix + dual + "ان", "present", "d")
        for pronoun in _PRONOUNS:
            yield Conjugated(prefix + stem + pronoun, "present", "m" if prefix == "ي" else "f", pronoun)
    yield Conjugated("ي" + stem + "ن", "present", "p")


def _passive(past: str, present: str) -> Iterator[Conjugated]:
    """Passives that spelling shows: hollow and defective verbs (قيل، يقال، دعي). Others look like the active."""
    stem, future = fold(past), fold(present)
    if _is_hollow(past, present):
        for ending in ("", "ت"):
            yield Conjugated(stem[:-2] + "ي" + stem[-1] + ending, "passive", "-")
        for prefix in "يت":
            yield Conjugated(prefix + future[1:-2] + "ا" + future[-1], "passive", "-")
    elif past[-1] in "ىا":
        yield Conjugated(stem[:-1] + "ي", "passive", "-")


def _participle(participle: str) -> Iterator[Conjugated]:
    """Masculine, feminine, dual and plural; a defective one shows its ي again (داع, داعيا, داعين)."""
    stem = fold(participle)
    defective = participle in _DEFECTIVE_PARTICIPLES
    for ending, person in _PARTICIPLE:
        form = stem + ending
        if defective and ending and not ending.startswith(("ي", "و")):
            form = stem + "ي" + ending
        yield Conjugated(form, "participle", person)


# Participles that lose their last letter without article (داعٍ); spelling alone can't tell them from sound ones.
_DEFECTIVE_PARTICIPLES = frozenset(
    {"داع", "ناف", "مدع", "مثن", "مبد", "موص", "مناد", "متمن", "شاك", "مشتك", "موح", "متبن", "مدل", "راو", "حاك", "ماض"}
)


def _masdar(masdar: str) -> Iterator[Conjugated]:
    stem = fold(masdar)
    yield Conjugated(stem, "masdar", "-")
    yield Conjugated("ال" + stem, "masdar", "-")
    bound = stem[:-1] + "ت" if masdar.endswith("ة") else stem
    for pronoun in ("ه", "ها", "هم", "هما"):
        yield Conjugated(bound + pronoun, "masdar", "-", pronoun)
