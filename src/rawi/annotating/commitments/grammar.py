"""The commissive grammar: clauses in which somebody promises, plans, demands, refuses, foretells or sets a condition.

Three frames carry nearly all of them in news Arabic: a verb of the future (سوف، س، لن), a modal of duty (يجب، ينبغي،
على ... أن), and a commissive verb or noun with its complement (تعهد ب، دعا إلى، خطته ل). All work on folded tokens of
one sentence, without a parser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rawi.annotating.commitments.clauses import (
    OPENERS,
    Sentence,
    find_clause_end,
    find_clause_start,
    find_future,
    is_relative,
    may_be_verb,
)
from rawi.annotating.commitments.complements import find_complement, find_object, opens_with
from rawi.annotating.commitments.futures import FUTURE_PARTICLES, NEVER
from rawi.annotating.commitments.kinds import describes, names_action, settle_kind
from rawi.annotating.commitments.lexicon import CommitmentLexicon, Kind, Marker, load_commitment_lexicon
from rawi.arabic.word_index import Analysis, start_after
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class GrammarConfig:
    """Reaches of the grammar, in tokens.

    reach: how far behind its verb a complement may begin (subject with titles in between); 14 holds 97% of the
        complements of تعهد، طالب، دعا in 500 sentences of saudinewsnet read for it.
    far_reach: the same where the complement is ب with a verbal noun, which leaves no doubt (ويطالب وهو ... بإخراج).
    noun_reach: the same behind a noun (خطة الحكومة لسحب القوات), whose complement stands near.
    longest: how long a wording may run behind its trigger; the longest of 63 hand-labelled ones has 28 tokens.
    farthest: how far before its verb a clause may begin (the subject of أن القوات ستغادر).
    least: words a wording must hold besides its trigger; one word alone commits nobody to anything.
    """

    reach: int = 14
    far_reach: int = 28
    noun_reach: int = 5
    longest: int = 30
    farthest: int = 12
    least: int = 1


@dataclass(frozen=True, slots=True)
class Commissive:
    """A clause that commits. Indexes are of the sentence's tokens; the wording is ``first`` to ``last`` (excluded).

    ``trigger`` is the verb or modal. ``frame`` is "future", "modal" or "marker". ``negated`` tells a negated commissive
    verb (لم يتعهد), ``first_person`` that the verb itself says we or I, ``impersonal`` that nobody says it (من المقرر),
    ``owned`` that a noun bears its owner's pronoun (وعده). ``skip`` counts the letters of a preposition written onto
    the first word (بسحب), which is not part of the wording.
    """

    kind: Kind
    trigger: int
    first: int
    last: int
    score: float
    frame: str
    skip: int = 0
    negated: bool = False
    first_person: bool = False
    impersonal: bool = False
    owned: bool = False


_NEGATIONS = frozenset(
    ["لم", "لن", "لا", "ما", "ليس", "ليست", "غير", "دون", "بدون", "عدم", "ولم", "ولا", "ولن", "وليس", "لما"]
)
_PAST = frozenset(["كان", "كانت", "وكان", "وكانت", "كانا", "كانوا"])
# What a call "to" something takes from the score where that is no action.
_THING = 0.2
_HOPES = frozenset(
    [
        "امل",
        "يامل",
        "تامل",
        "نامل",
        "امله",
        "املها",
        "اماله",
        "نتطلع",
        "يتطلع",
        "متمنيا",
        "اتمني",
        "نتمني",
        "ان شاء",
        "لعل",
        "سايلا",
        "سائلا",
    ]
)


def find_commissives(sentence: Sentence, config: GrammarConfig = GrammarConfig()) -> tuple[Commissive, ...]:
    """The sentence's commissive clauses in order of place; where two share most of their words the surer one stays.

    >>> from rawi.annotating.commitments.clauses import find_sentence_tokens
    >>> from rawi.arabic.tokens import view_text
    >>> line = next(find_sentence_tokens(view_text("وتعهد الوزير بإعادة فتح المعبر قبل نهاية الشهر.")))
    >>> [(found.kind, wording(line, found).of(line.text)) for found in find_commissives(line)]
    [('promise', 'إعادة فتح المعبر قبل نهاية الشهر')]
    """
    lexicon = load_commitment_lexicon()
    found: list[Commissive] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind != "word":
            continue
        clause = _read_marker(sentence, index, lexicon, config) or _read_future(sentence, index, config)
        clause = clause or _read_duty(sentence, index, config) or _read_refusal(sentence, index, config)
        if clause is not None and clause.last - clause.first > config.least:
            found.append(clause)
    return _join(_settle(found))


def wording(sentence: Sentence, clause: Commissive) -> Span:
    """The characters of the clause's wording."""
    span = sentence.span(clause.first, clause.last)
    if not clause.skip:
        return span
    return Span(start_after(sentence.text, sentence.tokens[clause.first], clause.skip), span.end)


def _settle(found: Iterable[Commissive]) -> tuple[Commissive, ...]:
    """Of clauses that share more than half of the shorter one's words, the surer one (the earlier where equal)."""
    kept: list[Commissive] = []
    for clause in sorted(found, key=lambda one: (-one.score, one.trigger)):
        if all(_shared(clause, other) <= 0.5 for other in kept):
            kept.append(clause)
    return tuple(sorted(kept, key=lambda one: (one.first, one.trigger)))


# Words between two wordings of one kind that are still one statement (لا نحتاج قوات، لكننا بحاجة إلى تدريب).
_GAP = 3


def _join(clauses: tuple[Commissive, ...]) -> tuple[Commissive, ...]:
    """Needs and futures of the first person that follow one another at once are one commitment."""
    joined: list[Commissive] = []
    for clause in clauses:
        last = joined[-1] if joined else None
        alike = last is not None and (last.kind, last.frame, last.first_person) == (
            clause.kind,
            clause.frame,
            clause.first_person,
        )
        weak = clause.score < 0.5 or clause.first_person
        if last is not None and alike and weak and 0 <= clause.first - last.last <= _GAP:
            joined[-1] = replace(last, last=clause.last)
        else:
            joined.append(clause)
    return tuple(joined)


def _shared(a: Commissive, b: Commissive) -> float:
    common = min(a.last, b.last) - max(a.first, b.first)
    return max(0, common) / max(1, min(a.last - a.first, b.last - b.first))


def _read_future(sentence: Sentence, index: int, config: GrammarConfig) -> Commissive | None:
    word = sentence.folds[index]
    if not find_future(sentence, index) or is_relative(sentence, index):
        return None
    trigger = index
    if word in FUTURE_PARTICLES or word in NEVER:
        trigger = index + 1
        if trigger >= len(sentence.folds) or sentence.tokens[trigger].kind != "word":
            return None
    elif index and sentence.folds[index - 1] in FUTURE_PARTICLES | NEVER:
        return None
    # The main clause behind a condition begins with its ف (إذا لم ... فلن تتمكن).
    first = index if word.startswith("ف") and word[1:2] in "لس" else find_clause_start(sentence, index, config.farthest)
    last = find_clause_end(sentence, first, trigger, config.longest)
    verb = sentence.folds[trigger].removeprefix("و").removeprefix("س")
    ours = verb.startswith("ن") or _is_mine(sentence, trigger)
    kind: Kind = "promise" if ours else "plan"
    if word in NEVER:
        kind = "refusal" if ours else "forecast"
    return Commissive(kind, index, first, last, 0.7 if ours else 0.5, "future", first_person=ours)


def _is_mine(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return sentence.text[token.start : token.end].lstrip("وف").startswith("سأ")


def _read_refusal(sentence: Sentence, index: int, config: GrammarConfig) -> Commissive | None:
    """لا يمكن ل ... أن: what is said to be out of the question."""
    folds = sentence.folds
    if (
        folds[index] not in ("يمكن", "يجوز", "يحق")
        or index == 0
        or folds[index - 1] not in ("لا", "ولا", "فلا", "لم", "لن")
    ):
        return None
    ahead = folds[index + 1 : index + 6]
    if "ان" not in ahead and not (ahead and ahead[0].startswith("ل")):
        return None
    if is_relative(sentence, index - 1):
        return None
    last = find_clause_end(sentence, index - 1, index, config.longest)
    return Commissive("refusal", index, index - 1, last, 0.45, "modal")


def _read_duty(sentence: Sentence, index: int, config: GrammarConfig) -> Commissive | None:
    """على X أن: a duty laid on somebody (على الحكومة أن تفي بتعهداتها)."""
    folds = sentence.folds
    if folds[index] not in ("علي", "وعلي") or index + 2 >= len(folds):
        return None
    opened = (
        index == 0 or sentence.tokens[index - 1].kind == "mark" or folds[index - 1] in OPENERS or folds[index] == "وعلي"
    )
    if not opened:
        return None
    for place in range(index + 2, min(len(folds), index + 7)):
        if sentence.tokens[place].kind == "mark" or folds[place] in _HOPES:
            return None
        if folds[place] == "ان" and place + 1 < len(folds) and folds[place + 1][:1] in "يتن":
            last = find_clause_end(sentence, index, place, config.longest)
            return Commissive("demand", index, index, last, 0.6, "modal")
    return None


def _read_marker(
    sentence: Sentence, index: int, lexicon: CommitmentLexicon, config: GrammarConfig
) -> Commissive | None:
    word = sentence.folds[index]
    best: Commissive | None = None
    for analysis in lexicon.verbs.analyze(word):
        marker = lexicon.rules[analysis.key]
        if not _is_part(analysis, marker) or not may_be_verb(sentence, index, analysis, "m" in marker.parts):
            continue
        clause = _with_complement(sentence, index, marker, analysis, config)
        if clause is not None and (best is None or clause.score > best.score):
            best = clause
    if best is not None:
        return best
    word_marker = lexicon.words.get(word) or (lexicon.words.get(word[1:]) if word[:1] in ("و", "ف") else None)
    if word_marker is None:
        return None
    if word in _NEEDED and not _is_urged(sentence, index):
        return None
    if word_marker.kind == "demand" and word_marker.openers == ("ان",):
        return _read_modal(sentence, index, config)
    if word_marker.kind == "condition":
        return _read_condition(sentence, index, word_marker, config)
    return _with_complement(sentence, index, word_marker, None, config)


_NEEDED = frozenset(["ضروره", "لضروره", "بضروره"])
_URGING = (
    "اكد",
    "موكد",
    "شدد",
    "مشدد",
    "طالب",
    "مطالب",
    "دعا",
    "داعي",
    "نوه",
    "اوصي",
    "يوكد",
    "يشدد",
    "توكد",
    "تشدد",
    "نبه",
    "حث",
)


def _is_urged(sentence: Sentence, index: int) -> bool:
    """Whether somebody says the need (شدد على ضرورة ...); unsaid (لأسباب تتعلق بضرورة ...) it binds nobody."""
    before = sentence.folds[max(0, index - 8) : index]
    return any(word.removeprefix("و").startswith(_URGING) for word in before)


def _is_part(analysis: Analysis, marker: Marker) -> bool:
    aspect = analysis.form.aspect
    if aspect in ("perfect", "imperfect"):
        return "v" in marker.parts and "ل" not in analysis.particles
    if aspect == "masdar":
        return "m" in marker.parts and analysis.pronoun != "ي"
    adverb = analysis.form.text.endswith(("ا", "ين", "ون", "ه")) and not analysis.definite
    return "p" in marker.parts and adverb and all(particle == "و" for particle in analysis.particles)


def _read_modal(sentence: Sentence, index: int, config: GrammarConfig) -> Commissive | None:
    """يجب أن ... : the clause with its subject before the modal, or a modal with a verbal noun (يجب نزع سلاحها)."""
    folds = sentence.folds
    if folds[index] == "بد" and (index == 0 or folds[index - 1] not in ("لا", "ولا", "فلا")):
        return None
    if folds[index] in ("الضروري", "الواجب", "المطلوب") and (
        index == 0 or folds[index - 1] not in ("من", "ومن", "انه", "بات")
    ):
        return None
    if is_relative(sentence, index):
        return None
    first = find_clause_start(sentence, index, config.farthest)
    last = find_clause_end(sentence, first, index + 1, config.longest)
    negated = index > 0 and folds[index - 1] in ("لا", "لم", "ليس")
    return Commissive("demand", index, first, last, 0.75, "modal", negated=negated)


def _read_condition(sentence: Sentence, index: int, marker: Marker, config: GrammarConfig) -> Commissive | None:
    folds = sentence.folds
    if is_relative(sentence, index):
        return None
    near = folds[index + 1 : index + 4]
    if not any(word.startswith("ب") if marker.openers == ("ب",) else word in marker.openers for word in near):
        return None
    first = find_clause_start(sentence, index, config.farthest)
    last = find_clause_end(sentence, first, index + 1, config.longest)
    future = find_future(sentence, index)
    return Commissive("condition", index, first, last, marker.score if future else marker.score - 0.25, "condition")


def _with_complement(
    sentence: Sentence, index: int, marker: Marker, analysis: Analysis | None, config: GrammarConfig
) -> Commissive | None:
    folds = sentence.folds
    negated = _is_negated(sentence, index)
    noun = analysis is None or analysis.form.aspect == "masdar"
    if is_relative(sentence, index) and not noun:
        return None
    if marker.kind == "threat" and not noun and describes(sentence, index):
        return None
    reach = config.noun_reach if noun else config.reach
    start = find_complement(sentence, index, marker.openers, reach, reach if noun else config.far_reach)
    if start is None and "*" in marker.openers:
        start = index + 1 if analysis is None else find_object(sentence, index, marker.kind == "announcement")
    if start is None or start >= len(folds):
        return None
    was = any(word in _PAST for word in folds[max(0, index - 3) : index])
    if marker.openers == ("ان",) and was:
        return None  # كان من المقرر أن: what had been planned and didn't come
    # A noun is part of its wording (خطته لسحب القوات); a verb's wording is its complement (تعهد ب: إعادة الفتح).
    first = start if marker.openers == ("ان",) or not noun else index
    last = find_clause_end(sentence, first, max(start, index), config.longest)
    kind = settle_kind(marker.kind, negated, folds[index], folds[start:last])
    if kind is None:
        return None
    score = marker.score - (0.15 if noun and analysis is not None else 0.0)
    score -= 0.05 if analysis is not None and analysis.form.aspect == "participle" else 0.0
    score -= 0.4 if any(word in _HOPES for word in folds[max(0, index - 3) : start]) else 0.0
    score -= 0.2 if negated and marker.kind in ("promise", "plan") else 0.0
    if folds[start - 1] == "الي" and not names_action(folds[start]):
        score -= _THING  # دعا إلى الحفل: an invitation as likely as a demand
    written_on = opens_with(folds[start], ("ب", "ل")) in marker.openers if first == start else False
    ours = analysis is not None and analysis.form.person == "1"
    skip = 1 if written_on or (noun and folds[index][:1] in "بل" and analysis is None and kind == "demand") else 0
    owned = noun and analysis is not None and analysis.pronoun in ("ه", "ها", "هم", "هما")
    impersonal = noun and analysis is None and marker.openers == ("ان",)
    return Commissive(kind, index, first, last, round(score, 2), "marker", skip, negated, ours, impersonal, owned)


def _is_negated(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.folds[index - 1] in _NEGATIONS
