"""Words that report speech: forms of the reporting verbs, their masdars and participles, reporting prepositions.

The words themselves stand in ``data/reporting_verbs.tsv`` and ``data/reporting_nouns.tsv``; the verbs' forms are
conjugated from them once.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast, get_args

from rawi.arabic.conjugation import Person, conjugate
from rawi.model.labels import SpeechAct

CueKind = Literal[
    "past", "present", "jussive", "passive", "participle", "masdar", "according", "basis", "relative", "manner"
]
Frame = Literal["clause", "speech", "object", "target", "to", "on", "by", "about", "of", "in", "for"]

_DATA = files("rawi.arabic") / "data"
_CONJUNCTIONS = "وف"


@dataclass(frozen=True, slots=True)
class CueWord:
    """One reading of a spelling as a reporting word.

    ``lemma`` is the verb's past as the table writes it. ``frames`` say how content may be attached. ``is_strong``
    tells words that report wherever they have a complement from those that need أن/إن, marks or a colon.
    ``pronoun`` is an attached one (قوله: ه). ``proclitic`` is the conjunction or preposition it was found under.
    """

    lemma: str
    kind: CueKind
    person: Person
    act: SpeechAct
    frames: frozenset[Frame]
    is_strong: bool
    pronoun: str = ""
    proclitic: str = ""

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb that may head a clause."""
        return self.kind in ("past", "present", "jussive", "passive")


def find_cue_words(fold: str) -> tuple[CueWord, ...]:
    """The readings of a folded word as a reporting word; a leading و or ف is looked through.

    >>> [(word.lemma, word.kind, word.proclitic) for word in find_cue_words("واضاف")]
    [('أضاف', 'past', 'و')]
    >>> find_cue_words("مدرسه")
    ()
    """
    return _find(fold)


@functools.lru_cache(maxsize=1 << 16)
def _find(fold: str) -> tuple[CueWord, ...]:
    table = cue_table()
    found = table.get(fold, ())
    if found or len(fold) < 3:
        return found
    if fold[0] in _CONJUNCTIONS:
        return tuple(_under(word, fold[0]) for word in table.get(fold[1:], ()) or _prefixed(fold[1:]))
    return _prefixed(fold)


def _prefixed(fold: str) -> tuple[CueWord, ...]:
    """Masdars under ب (بقوله، بتأكيده)."""
    if fold[0] == "ب" and len(fold) > 4:
        return tuple(
            _under(word, "ب") for word in cue_table().get(fold[1:], ()) if word.kind == "masdar" and word.pronoun
        )
    return ()


def _under(word: CueWord, proclitic: str) -> CueWord:
    return CueWord(word.lemma, word.kind, word.person, word.act, word.frames, word.is_strong, word.pronoun, proclitic)


@functools.cache
def cue_table() -> dict[str, tuple[CueWord, ...]]:
    """Folded spelling -> its readings, in the order of the tables."""
    table: dict[str, list[CueWord]] = {}
    for past, present, masdars, participle, act, frames, weight in _rows("reporting_verbs.tsv", 7):
        names = tuple(name for name in masdars.split(",") if name != "-")
        for form in conjugate(past, present, names, None if participle == "-" else participle):
            word = CueWord(past, form.voice, form.person, _act(act), _frames(frames), weight == "strong", form.pronoun)
            readings = table.setdefault(form.spelling, [])
            if not any((old.lemma, old.kind) == (word.lemma, word.kind) for old in readings):
                readings.append(word)
    for form_, kind, act, frames in _rows("reporting_nouns.tsv", 4):
        word = CueWord(form_, cast(CueKind, kind), "-", _act(act), _frames(frames), kind != "manner")
        table.setdefault(form_, []).append(word)
    return {spelling: tuple(readings) for spelling, readings in table.items()}


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != columns:
                raise ValueError(f"{name}: {columns} columns expected in {line!r}")
            yield row


def _act(name: str) -> SpeechAct:
    if name not in get_args(SpeechAct):
        raise ValueError(f"no act of speech: {name!r}")
    return cast(SpeechAct, name)


def _frames(names: str) -> frozenset[Frame]:
    found = frozenset(name for name in names.split(",") if name != "-")
    if not found <= set(get_args(Frame)):
        raise ValueError(f"no frame: {names!r}")
    return cast(frozenset[Frame], found)
