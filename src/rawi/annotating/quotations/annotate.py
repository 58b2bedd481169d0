"""The stage: quotations, silences and machine-translated passages of one article."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rawi.annotating.quotations.chain import ChainConfig, build_chain, find_signatures, interview_of
from rawi.annotating.quotations.evidence import TagEvidence
from rawi.annotating.quotations.extents import ExtentsConfig
from rawi.annotating.quotations.gate import GateConfig, choose_reports
from rawi.annotating.quotations.grammar import GrammarConfig, read_reports
from rawi.annotating.quotations.headings import find_headline_speech
from rawi.annotating.quotations.kinds import source_kind
from rawi.annotating.quotations.means import Means
from rawi.annotating.quotations.media import find_addressee, find_occasion
from rawi.annotating.quotations.nesting import find_nesting
from rawi.annotating.quotations.prose import Prose, read_prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.scorer import load_scorer
from rawi.annotating.quotations.silences import find_silences
from rawi.annotating.quotations.speakers import Speaker, SpeakersConfig, resolve_speakers
from rawi.annotating.quotations.subjects import may_speak, settle_end
from rawi.annotating.quotations.tagged import TaggedConfig, join_sources, read_tagged
from rawi.annotating.quotations.translated import TranslatedConfig, find_translated
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, ChainLink, Quotation
from rawi.model.identifiers import make_id
from rawi.model.labels import SourceKind


@dataclass(frozen=True, slots=True)
class QuotationsConfig:
    """The configurations of the stage's parts."""

    grammar: GrammarConfig = field(default_factory=GrammarConfig)
    extents: ExtentsConfig = field(default_factory=ExtentsConfig)
    tagged: TaggedConfig = field(default_factory=TaggedConfig)
    gate_alone: GateConfig = field(default_factory=GateConfig)
    gate_tagged: GateConfig = field(default_factory=lambda: GateConfig(least=0.25))
    speakers: SpeakersConfig = field(default_factory=SpeakersConfig)
    chain: ChainConfig = field(default_factory=ChainConfig)
    translated: TranslatedConfig = field(default_factory=TranslatedConfig)


def annotate_quotations(
    annotated: AnnotatedArticle, knowledge: Knowledge, config: QuotationsConfig = QuotationsConfig()
) -> AnnotatedArticle:
    """The article with ``quotations``, ``silences`` and ``translated`` filled, each in order of place."""
    prose = read_prose(annotated)
    reports = find_reports(prose, TagEvidence.of(annotated.tags), config)
    speakers = resolve_speakers(prose, reports, config.speakers)
    paragraphs = annotated.view.paragraphs if annotated.view is not None else ()
    translated = find_translated(prose, paragraphs, config.translated)
    translated = tuple(
        replace(passage, signs=tuple(replace(sign, article=annotated.id) for sign in passage.signs))
        for passage in translated
    )
    quotations = _quotations(annotated, prose, reports, speakers, knowledge, config)
    told = [span for quotation in quotations for span in quotation.content]
    headed = find_headline_speech(annotated, prose, quotations)
    headed = tuple(one for one in headed if not any(one.content[0].overlaps(span) for span in told))
    quotations = tuple(sorted((*headed, *quotations), key=_place))
    quotations = tuple(
        replace(quotation, translated=any(passage.span.overlaps(quotation.content[0]) for passage in translated))
        for quotation in quotations
    )
    silences = find_silences(prose, reports, speakers)
    return replace(annotated, quotations=quotations, silences=silences, translated=translated)


def _place(quotation: Quotation) -> tuple[int, int]:
    start = quotation.content[0].start
    return (quotation.cue.start if quotation.cue is not None else start), start


def find_reports(
    prose: Prose, evidence: TagEvidence | None, config: QuotationsConfig = QuotationsConfig()
) -> tuple[Report, ...]:
    """The reports of an article: by the grammar alone, or by grammar and tagger judged together."""
    way = "alone" if evidence is None else "tagged"
    means = Means(load_scorer(f"extents_{way}"), evidence, config.extents)
    readings = read_all(prose, means, config)
    gate = config.gate_alone if evidence is None else config.gate_tagged
    reports = choose_reports(prose, readings, load_scorer(f"gate_{way}"), evidence, gate)
    if evidence is not None:
        reports = join_sources(prose, reports, evidence, config.tagged)
    return tuple(_with_subject(prose, report) for report in reports)


def _with_subject(prose: Prose, report: Report) -> Report:
    """The report without a source that cannot be its subject."""
    if report.source is None:
        return report
    if not may_speak(prose, report.source, report.cue, report.word):
        return replace(report, source=None)
    return replace(report, source=settle_end(prose, report.source, report.word))


def read_all(prose: Prose, means: Means, config: QuotationsConfig = QuotationsConfig()) -> tuple[Report, ...]:
    """Every reading, the grammar's and the tagger's, before any is judged."""
    readings = read_reports(prose, means, config.grammar)
    if means.evidence is None:
        return readings
    return (*readings, *read_tagged(prose, readings, means.evidence, config.tagged))


def _quotations(  # noqa: PLR0917
    annotated: AnnotatedArticle,
    prose: Prose,
    reports: tuple[Report, ...],
    speakers: tuple[Speaker, ...],
    knowledge: Knowledge,
    config: QuotationsConfig,
) -> tuple[Quotation, ...]:
    outer = find_nesting(reports)
    bodies = _known_bodies(prose, knowledge)
    signatures = find_signatures(annotated, config.chain)
    ids = [_id(annotated.id, report) for report in reports]
    kinds = [_kind_of(prose, report, speaker, bodies) for report, speaker in zip(reports, speakers)]
    chains: dict[int, tuple[ChainLink, ...]] = {}
    # A report's chain needs the one of the report that holds it: the larger ones first.
    for number in sorted(range(len(reports)), key=lambda item: (_depth(outer, item), item)):
        parent = outer[number]
        above: tuple[ChainLink, ...] = ()
        if parent is not None:
            above = chains[parent]
            if kinds[parent] == "document":
                above += tuple(replace(link, kind="medium") for link in chains[parent] if link.kind == "speaker")
        elif kinds[number] != "anonymous":
            # The report before it that is in no other one: what stands inside that one comes later in this loop.
            before = next((earlier for earlier in range(number - 1, -1, -1) if outer[earlier] is None), None)
            if before is not None and _is_same_speaker(speakers[number], speakers[before]):
                above = interview_of(chains[before])
        chains[number] = build_chain(
            annotated, prose, reports[number], speakers[number], kinds[number], above, signatures, knowledge
        )
    return tuple(
        Quotation(
            id=ids[number],
            kind=report.kind,
            content=report.content,
            cue=report.cue,
            source=report.source,
            source_entity=speaker.entity,
            source_name=speaker.name,
            source_kind=kinds[number],
            chain=chains[number],
            act=report.word.act if report.word is not None else "statement",
            polarity="denied" if report.is_denied else "asserted",
            verbatim=report.kind == "direct",
            addressee=find_addressee(prose, report),
            occasion=find_occasion(prose, report),
            nested_in=None if outer[number] is None else ids[outer[number] or 0],
            score=report.score,
        )
        for number, (report, speaker) in enumerate(zip(reports, speakers))
    )


def _known_bodies(prose: Prose, knowledge: Knowledge) -> frozenset[str]:
    """The article's entities that the tables know as bodies, which neither print nor pass on news."""
    known = {organisation.id for organisation in knowledge.organisations}
    return frozenset(one.entity for one in prose.mentions if one.entity is not None and one.knowledge in known)


def _kind_of(prose: Prose, report: Report, speaker: Speaker, bodies: frozenset[str]) -> SourceKind | None:
    """The kind of the report's source; وكالة الطاقة is a body, although most that are called وكالة bring news."""
    kind = source_kind(prose, speaker.origin or report.source, speaker.entity)
    return "organisation" if kind == "outlet" and speaker.entity in bodies else kind


def _is_same_speaker(speaker: Speaker, other: Speaker) -> bool:
    if speaker.entity is not None and other.entity is not None:
        return speaker.entity == other.entity
    return speaker.name is not None and speaker.name == other.name


def _depth(outer: tuple[int | None, ...], number: int) -> int:
    depth, current = 0, outer[number]
    while current is not None and depth < len(outer):
        depth, current = depth + 1, outer[current]
    return depth


def _id(article: str, report: Report) -> str:
    cue = report.cue.start if report.cue else -1
    return make_id("q", article, cue, *(offset for piece in report.content for offset in (piece.start, piece.end)))
