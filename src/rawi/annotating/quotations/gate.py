"""The gate: which readings are reports. A trained scorer weighs how each was read; overlapping ones then compete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rawi.annotating.quotations.evidence import TagEvidence
from rawi.annotating.quotations.kinds import source_kind
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.scorer import Scorer
from rawi.annotating.quotations.sources import PASSING_ON
from rawi.model.span import Span, cover


@dataclass(frozen=True, slots=True)
class GateConfig:
    """How readings compete.

    least: chance (0..1) from which a reading stands; chosen on the development articles for the best F1.
    least_nested: the same for a report that fills most of the one which holds it: of 15 that
    ``least`` let in on 70 held-out articles, 14 were no report by the labels.
    same: share of characters (intersection over union) from which two contents are one.
    most: readings of one article that are judged, the first ones. Each is weighed against all others, so a line of
      nothing but reporting words would take hours; real articles have tens (129,040 quotations stand in 30,676).
    """

    least: float = 0.3
    least_nested: float = 0.6
    same: float = 0.5
    most: int = 800


def choose_reports(
    prose: Prose,
    readings: Sequence[Report],
    scorer: Scorer,
    evidence: TagEvidence | None = None,
    config: GateConfig = GateConfig(),
) -> tuple[Report, ...]:
    """The readings that stand, with their chance as score, in order of cues."""
    readings = readings[: config.most]
    scored = [
        replace(reading, score=round(scorer.chance(gate_features(prose, reading, readings, evidence)), 4))
        for reading in readings
    ]
    kept: list[Report] = []
    for report in sorted(scored, key=lambda item: (-(item.score or 0.0), item.place, item.start)):
        if (report.score or 0.0) < config.least:
            break
        if _is_handed_on(report, scored, config) or any(_excludes(other, report, config) for other in kept):
            continue
        kept.append(report)
    return tuple(sorted(kept, key=lambda report: (report.place, report.start)))


def _is_handed_on(report: Report, others: Sequence[Report], config: GateConfig) -> bool:
    """Whether the reading only hands on words whose speaker has a cue of his own (نقلت الوكالة عن الوزير قوله إن):
    it is then one quotation, the speaker's, and who handed it on is a link of its chain."""
    if report.word is None or report.word.lemma not in PASSING_ON:
        return False
    mine = cover(report.content)
    return any(
        other.word is not None
        and other.word.kind == "masdar"
        and bool(other.word.pronoun)
        and (other.score or 0.0) >= config.least
        and cover(other.content).overlap(mine) >= config.same
        for other in others
    )


def _excludes(stronger: Report, weaker: Report, config: GateConfig) -> bool:
    """Whether two readings can't both stand: one cue, or one content without one passing the other on."""
    if stronger.cue is not None and weaker.cue is not None and stronger.cue.overlaps(weaker.cue):
        return True
    mine, theirs = cover(stronger.content), cover(weaker.content)
    if mine.overlap(theirs) < config.same:
        return False
    holds = any(cue is not None and held.contains(cue) for held, cue in ((mine, weaker.cue), (theirs, stronger.cue)))
    return not (holds and (weaker.score or 0.0) >= config.least_nested)


def gate_features(prose: Prose, report: Report, readings: Sequence[Report], evidence: TagEvidence | None) -> list[str]:
    """What the scorer sees of a reading."""
    text = prose.text
    content = cover(report.content)
    words = len(content.of(text).split())
    found = ["style=" + report.style, "words=" + _bucket(words, (1, 2, 3, 5, 8, 13, 20, 35, 60))]
    if report.cue is not None and report.word is not None:
        found += _cue_features(prose, report, report.cue, report.word)
    elif report.cue is not None:
        found.append("cue=unknown")
    else:
        found.append("cue=none")
    found += _content_features(prose, report, content)
    found += _source_features(prose, report)
    found += _company_features(report, content, readings)
    if evidence is not None:
        found += _tag_features(report, content, evidence)
    return found


def _cue_features(prose: Prose, report: Report, cue: Span, word) -> list[str]:  # type: ignore[no-untyped-def]
    index = prose.token_at(cue.start)
    token = prose.tokens[index]
    previous = prose.tokens[index - 1].fold if index else "^"
    following = prose.tokens[index + 1].fold if index + 1 < len(prose.tokens) else "$"
    number = prose.sentence_of[index]
    at_start = number >= 0 and prose.sentences[number].first == index
    accusative = word.kind == "participle" and token.fold.endswith("ا")
    shape = word.kind + ("+acc" if accusative else "") + "+" + word.proclitic
    style = report.style
    found = [
        "lemma=" + word.lemma,
        "lemma+style=" + word.lemma + style,
        "lemma+kind=" + word.lemma + word.kind,
        "shape=" + shape,
        "shape+style=" + shape + style,
        "person=" + word.kind + word.person,
        "strong=" + str(word.is_strong) + style + word.kind,
        "before=" + previous,
        "after=" + following,
        "start=" + str(at_start) + word.kind,
        "pronoun=" + str(bool(word.pronoun)) + word.kind,
    ]
    if previous in ("لم", "لا", "لن", "ولم", "ولا"):
        found.append("negated+" + style)
    if following in ("ان", "انه", "انها", "بان", ":"):
        found.append("directly")
    inside = prose.marked_at.get(index)
    if inside is not None and len(inside.inner) > 30:
        found += ["in marks", "in marks+" + word.person, "in marks+" + word.kind]
    gap = report.content[0].start - cue.end
    found.append(
        "gap="
        + (
            "before"
            if gap < 0
            else _bucket(len(prose.text[cue.end : cue.end + max(0, gap)].split()), (0, 1, 2, 4, 7, 12, 20))
        )
    )
    return found


def _content_features(prose: Prose, report: Report, content: Span) -> list[str]:
    first = prose.token_at(content.start)
    lead = prose.tokens[first].fold
    before = prose.text[max(0, content.start - 4) : content.start]
    found = ["first=" + lead, "first+style=" + lead[:2] + report.style, "kind=" + report.kind]
    particle = prose.tokens[first - 1] if first else None
    if particle is not None and particle.kind == "word" and particle.fold in ("ان", "بان"):
        surface = prose.text[particle.start : particle.end]
        found.append("particle=" + surface.strip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"))
        follows = prose.tokens[first].fold
        found.append("particle+first=" + follows[:1] + str(report.word.lemma if report.word else ""))
    if any(mark in before for mark in '«“"”'):
        found.append("marks before")
    if ":" in before:
        found.append("colon before")
    if report.style == "speech" and len(report.content) == 1 and not any(mark in before for mark in '«“"”'):
        found.append("bare speech" + (":" if ":" in before else ""))
    number = prose.sentence_of[first]
    if number >= 0:
        found.append("ends sentence=" + str(prose.tokens[prose.sentences[number].last - 1].end - content.end <= 2))
    return found


def _source_features(prose: Prose, report: Report) -> list[str]:
    kind = source_kind(prose, report.source)
    form = (report.word.kind if report.word else "") + report.style
    if report.source is None:
        return ["source=none", "source=none+" + form]
    first = prose.token_at(report.source.start)
    last = prose.first_token(report.source.end)
    fold = prose.tokens[first].fold
    place = "before" if report.cue is not None and report.source.end <= report.cue.start else "after"
    named = any(index in prose.mention_at for index in range(first, last))
    definite = "def" if fold.startswith(("ال", "لل")) else "indef"
    return [
        f"source={kind}",
        f"source={kind}+{form}",
        "source place=" + place + form,
        "source named=" + str(named) + form,
        "source def=" + definite + form,
        "source head=" + fold,
        "source words=" + _bucket(last - first, (1, 2, 4, 8, 14)),
    ]


def _company_features(report: Report, content: Span, readings: Sequence[Report]) -> list[str]:
    """How the reading stands among the others of the article."""
    found = []
    for other in readings:
        if other is report or other.place > content.end or other.content[-1].end < report.place:
            continue
        theirs = cover(other.content)
        if report.cue is not None and theirs.contains(report.cue) and other.style in ("clause", "speech"):
            strong = other.word is not None and other.word.is_strong
            found.append("held by " + other.style + str(strong) + report.style)
        elif report.cue is not None and other.cue is not None and other.cue == report.cue:
            found.append("rival reading")
        elif theirs.overlap(content) > 0.8:
            found.append("shares content" + report.style + other.style)
    return sorted(set(found))


def _tag_features(report: Report, content: Span, evidence: TagEvidence) -> list[str]:
    cue = evidence.cue_at(report.cue) if report.cue is not None else None
    tagged = evidence.content_near(content)
    found = ["tagged"]
    if report.cue is None:
        found.append("tag cue=without")
    elif cue is None:
        found.append("tag cue=no")
        found.append("tag cue=no+" + report.style)
    else:
        found.append("tag cue=yes")
        found.append("tag cue=" + _bucket(int(cue.score * 100), (50, 70, 85, 95)))
    if tagged is None:
        found += ["tag content=none", "tag content=none" + ("+cue" if cue else "")]
        return found
    overlap = tagged.span.overlap(content)
    grade = _bucket(int(overlap * 100), (10, 30, 50, 70, 90, 99))
    found += ["tag content=" + grade, "tag content=" + grade + ("+cue" if cue else "") + report.style]
    found.append(
        "tag score=" + _bucket(int(tagged.score * 100), (50, 65, 80, 90, 96)) + ("+" if overlap >= 0.5 else "-")
    )
    found.append("tag start=" + str(abs(tagged.span.start - content.start) <= 3) + report.style)
    if any(inner.span.overlap(content) >= 0.5 for inner in evidence.inner_contents):
        found.append("tag inner")
    if report.source is not None:
        found.append("tag source=" + str(evidence.source_at(report.source) is not None))
    return found


def _bucket(value: int, edges: tuple[int, ...]) -> str:
    for edge in edges:
        if value <= edge:
            return str(edge)
    return "more"
