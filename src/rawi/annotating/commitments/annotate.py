"""The article's commitments: actor, action, deadline, condition, and through whom they are told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rawi.annotating.commitments.actors import Actor, find_actor, strip_verb
from rawi.annotating.commitments.clauses import Sentence, find_sentence_tokens
from rawi.annotating.commitments.grammar import Commissive, GrammarConfig, find_commissives, wording
from rawi.annotating.commitments.horizon import find_condition, find_deadline
from rawi.annotating.commitments.quoted import find_quotation
from rawi.arabic.letters import strip_marks
from rawi.arabic.phrases import drop_dangling
from rawi.model.annotation import AnnotatedArticle, Commitment, Mention, Quotation
from rawi.model.identifiers import make_id
from rawi.model.labels import CommitmentKind


@dataclass(frozen=True, slots=True)
class CommitmentsConfig:
    """What is written out.

    least: score below which a clause is no commitment (0..1, uncalibrated). At 0.4 the seeds' F1 is highest; below
        lie needs outside speech, negated nouns and hopes.
    longest_action: words of the normalised action; 12 keep the whole object in 95 of 100 read cases.
    memory: characters behind a quotation in which a sentence that names no subject (ودعا المواطنين إلى) goes on with
        its speaker: about a sentence, further off another subject may stand between.
    speech: the same for "we will" in a paragraph that opens with a quotation mark: speech goes on over paragraphs.
    grammar: the reaches of the grammar.
    """

    least: float = 0.4
    longest_action: int = 12
    memory: int = 120
    speech: int = 400
    grammar: GrammarConfig = field(default_factory=GrammarConfig)


_KINDS: dict[str, CommitmentKind] = {"threat": "promise"}
# How much a known speaker, actor and deadline add, and what a question or a statement of nobody takes away.
_SPOKEN, _ACTED, _DATED, _NOBODY, _ASKED = 0.1, 0.05, 0.05, -0.15, -0.4
# What a commissive verb loses whose actor is nowhere to be seen; it stays above the least score.
_UNKNOWN = -0.1
# From here on what is added counts half, so that the surest stay apart: no sum reaches 1.
_SURE = 0.8


def annotate_commitments(
    annotated: AnnotatedArticle, config: CommitmentsConfig = CommitmentsConfig()
) -> AnnotatedArticle:
    """The article with its commitments, in order of place.

    Deadlines are those of ``annotated.times``; speakers those of ``annotated.quotations``; both may be empty.

    >>> from rawi.arabic.tokens import view_text
    >>> from rawi.model.article import Article
    >>> text = "تعهدت البلدية بإعادة فتح الحديقة في أقرب وقت ممكن."
    >>> annotated = annotate_commitments(AnnotatedArticle(Article.create(text), view=view_text(text)))
    >>> [(found.kind, found.action, found.deadline.vague) for found in annotated.commitments]
    [('promise', 'إعادة فتح الحديقة في أقرب وقت ممكن', True)]
    """
    view = annotated.view
    if view is None:
        return annotated
    furniture = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
    mentions = sorted(annotated.mentions, key=lambda mention: (mention.start, mention.end))
    starts = [mention.start for mention in mentions]
    found: list[Commitment] = []
    for sentence in find_sentence_tokens(view):
        whole = sentence.span(0, len(sentence.tokens))
        if any(zone.overlaps(whole) for zone in furniture):
            continue
        near: Sequence[Mention] | None = None
        for clause in find_commissives(sentence, config.grammar):
            if near is None:
                near = mentions[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]
            commitment = _read_commitment(annotated, sentence, clause, near, config)
            if commitment is not None:
                found.append(commitment)
    return replace(annotated, commitments=tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind))))


def _read_commitment(
    annotated: AnnotatedArticle,
    sentence: Sentence,
    clause: Commissive,
    mentions: Sequence[Mention],
    config: CommitmentsConfig,
) -> Commitment | None:
    span = wording(sentence, clause)
    head = sentence.tokens[clause.trigger].span
    mentions = strip_verb(sentence, clause, mentions)
    if any(mention.form == "name" and mention.span.contains(head) for mention in mentions):
        return None
    quotation = find_quotation(annotated.quotations, span)
    reach = config.memory
    if clause.first_person and quotation is None:
        reach = config.speech if _goes_on_speaking(sentence) else 0
    actor = find_actor(sentence, clause, mentions, quotation, _spoken_before(annotated, sentence, reach))
    deadline = find_deadline(sentence, clause.first, clause.last, annotated.times, annotated.published)
    score = clause.score + (_SPOKEN if quotation else 0) + (_ACTED if actor.span else 0)
    score += _DATED if deadline.span else 0
    if quotation is None and actor.span is None and clause.frame in ("modal", "future"):
        score += _NOBODY
    if actor.span is None and actor.entity is None and clause.frame == "marker":
        score += _UNKNOWN
    if sentence.folds[-1] in "؟?":
        score += _ASKED
    if score < config.least:
        return None
    text = annotated.text
    action = normalize_action(span.of(text), config.longest_action)
    return Commitment(
        span.start,
        span.end,
        make_id("c", annotated.id, span.start, span.end),
        _KINDS.get(clause.kind) or clause.kind,  # type: ignore[arg-type]
        actor=actor.span,
        actor_entity=actor.entity,
        actor_name=actor.name or (actor.span.of(text) if actor.span else None),
        action=action,
        deadline=deadline,
        condition=find_condition(sentence, clause.first, clause.last),
        quotation=quotation.id if quotation else None,
        told_by_third=is_told_by_third(quotation, actor),
        polarity="denied" if clause.negated and clause.kind not in ("refusal",) else "asserted",
        score=round(min(0.99, score if score <= _SURE else _SURE + (score - _SURE) / 2), 3),
    )


def _goes_on_speaking(sentence: Sentence) -> bool:
    """Whether the sentence stands in a paragraph that begins with a quotation mark: somebody's speech goes on."""
    start = sentence.tokens[0].start
    return sentence.text[sentence.text.rfind("\n", 0, start) + 1 :].lstrip()[:1] in ("“", "«", '"')


def _spoken_before(annotated: AnnotatedArticle, sentence: Sentence, reach: int) -> Quotation | None:
    """The last quotation with a source that ended before the sentence, not far from it."""
    start = sentence.tokens[0].start
    near = [
        (max(part.end for part in quotation.content), quotation)
        for quotation in annotated.quotations
        if quotation.source_name and quotation.content
    ]
    ended = [(end, quotation) for end, quotation in near if start - reach <= end <= start + 1]
    return max(ended, key=lambda one: (one[0], one[1].id))[1] if ended else None


def is_told_by_third(quotation: Quotation | None, actor: Actor) -> bool:
    """Whether only another party reports the commitment: the speaker is unnamed, or not the one who commits."""
    if quotation is None or quotation.source is None:
        return False
    if quotation.source_kind in ("anonymous", "outlet"):
        return True
    if actor.entity is not None and quotation.source_entity is not None:
        return actor.entity != quotation.source_entity
    return actor.span is not None and not actor.span.overlaps(quotation.source)


_EDGES = " \t\r\n\u00a0\"“”«»،,.;؛:()[]-–'"


def normalize_action(wording_text: str, longest: int) -> str:
    """The action's words on one line: vowel marks and quotation marks gone, at most so many words.

    >>> normalize_action("«ستخفّض» وجودها   في البلاد", 12)
    'ستخفض وجودها في البلاد'
    """
    words = strip_marks(wording_text).translate({ord(mark): " " for mark in '"“”«»'}).split()
    cut = " ".join(words[:longest]).strip(_EDGES)
    return drop_dangling(cut) if len(words) > longest else cut
