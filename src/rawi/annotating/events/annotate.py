"""The article's happenings: triggers with type, polarity, modality, roles and time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rawi.annotating.commitments.clauses import QUOTE_MARKS, Sentence, find_sentence_tokens
from rawi.annotating.commitments.grammar import Commissive, find_commissives
from rawi.annotating.commitments.quoted import find_quotation
from rawi.annotating.events.codes import find_code
from rawi.annotating.events.confidence import STATE, Place, event_features
from rawi.annotating.events.dating import date_event, find_time
from rawi.annotating.events.lexicon import Rule, load_event_lexicon
from rawi.annotating.events.modality import find_modality, find_polarity
from rawi.annotating.events.phrases import find_unnamed
from rawi.annotating.events.roles import find_participants
from rawi.annotating.events.scorers import load_weights
from rawi.annotating.events.triggers import Trigger, find_triggers, trigger_span
from rawi.arabic.verbs import VerbForm
from rawi.arabic.word_index import Analysis
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, EventMention, Mention, RoleFiller, TimeExpression
from rawi.model.labels import EventType
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class EventsConfig:
    """Limits of the room.

    light: tokens between a light verb and the noun that names the happening (شنّ الطيران غارة): 4 holds all cases of
        the seeds.
    sports: share of sports words per word of the article above which matches and wins are no diplomacy or war; sports
        pages of saudinewsnet lie above 0.02, other pages below 0.005.
    politics: share of words of state below which what somebody says will come (prices will rise) is no agreement.
    """

    light: int = 4
    sports: float = 0.012
    politics: float = 0.012
    least: float = 0.0


# What is said decides the type of a verb of saying.
_SPOKEN: dict[str, EventType] = {
    "promise": "AGREE",
    "plan": "AGREE",
    "demand": "REQUEST",
    "condition": "REQUEST",
    "refusal": "REJECT",
    "threat": "THREATEN",
}
_SPORTS = frozenset(
    [
        *(
            "مباراه",
            "المباراه",
            "لاعب",
            "اللاعب",
            "لاعبي",
            "لاعبين",
            "اللاعبين",
            "الدوري",
            "دوري",
            "مدرب",
            "المدرب",
            "هدف",
        ),
        *(
            "الشوط",
            "شوط",
            "الفريق",
            "فريق",
            "فريقه",
            "بطوله",
            "البطوله",
            "كاس",
            "ملعب",
            "الملعب",
            "ركله",
            "المنتخب",
            "منتخب",
        ),
        *("نادي", "النادي", "مرمي", "الكره", "كره", "التعادل", "مونديال", "الحكم", "جماهير", "مهاجم", "حارس"),
    ]
)


# On a sports page only these are meant as PLOVER means them: a match is an encounter, an attack a move.
_BEYOND_SPORTS = frozenset(["PROTEST", "COERCE"])


@dataclass(frozen=True, slots=True)
class _Page:
    """What kind of page it is: words of sports or of state are many on it; ``state`` is the share of the latter."""

    sport: bool
    political: bool
    state: float


def annotate_events(
    annotated: AnnotatedArticle, knowledge: Knowledge | None = None, config: EventsConfig = EventsConfig()
) -> AnnotatedArticle:
    """The article with its event mentions, in order of place.

    Roles come from ``annotated.mentions`` and ``annotated.times``; with ``knowledge`` they carry actor codes.

    >>> from rawi.arabic.tokens import view_text
    >>> from rawi.model.article import Article
    >>> text = "اغتال مسلحون مدير المصنع بعد لقائه الوفد."
    >>> annotated = annotate_events(AnnotatedArticle(Article.create(text), view=view_text(text)))
    >>> [(event.type, event.span.of(text)) for event in annotated.events]
    [('ASSAULT', 'اغتال'), ('CONSULT', 'لقائه')]
    """
    scorer = load_weights("confidence")
    found = [
        replace(event, score=round(scorer.chance(features), 3))
        for event, features in read_events(annotated, knowledge, config)
    ]
    kept = [event for event in found if event.score is not None and event.score >= config.least]
    return replace(annotated, events=tuple(sorted(kept, key=lambda event: (event.start, event.end, event.type))))


def read_events(
    annotated: AnnotatedArticle, knowledge: Knowledge | None = None, config: EventsConfig = EventsConfig()
) -> list[tuple[EventMention, list[str]]]:
    """All mentions of the article, sure and unsure, each with what the scorer of confidence sees of it."""
    view = annotated.view
    if view is None:
        return []
    folds = [token.fold for token in view.tokens]
    sports = sum(word in _SPORTS for word in folds)
    state = sum(word.removeprefix("و").startswith(STATE) for word in folds) / max(1, len(folds))
    page = _Page(sports > config.sports * len(folds), state > config.politics, state)
    furniture = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
    names = [mention.span for mention in annotated.mentions if mention.form == "name" and mention.type != "MISC"]
    mentions = sorted(annotated.mentions, key=lambda mention: (mention.start, mention.end))
    times = sorted(annotated.times, key=lambda time: (time.start, time.end))
    found: list[tuple[EventMention, list[str]]] = []
    for sentence in find_sentence_tokens(view):
        whole = sentence.span(0, len(sentence.tokens))
        if any(zone.overlaps(whole) for zone in furniture):
            continue
        triggers = _read_sentence(sentence, _blocked(sentence, whole, names), page, config)
        if triggers:
            here = [mention for mention in mentions if whole.contains(mention.span)]
            when = [time for time in times if whole.contains(time.span)]
            place = Place(page.state, whole.start / len(annotated.text))
            events = _with_roles(annotated, sentence, triggers, (here, when), knowledge)
            found += [
                (event, event_features(sentence, trigger, event, place))
                for (trigger, _), event in zip(triggers, events, strict=True)
            ]
    return found


def _with_roles(
    annotated: AnnotatedArticle,
    sentence: Sentence,
    triggers: Sequence[tuple[Trigger, EventMention]],
    inside: tuple[Sequence[Mention], Sequence[TimeExpression]],
    knowledge: Knowledge | None,
) -> list[EventMention]:
    """The sentence's events with their participants, times and the quotation they stand in."""
    mentions, times = inside
    heads = frozenset(trigger.index for trigger, _ in triggers)
    nouns = frozenset(trigger.index for trigger, _ in triggers if not trigger.finite)
    parties = [*mentions, *find_unnamed(sentence, mentions, heads, nouns)]
    parties.sort(key=lambda mention: (mention.start, mention.end))
    done = []
    for number, (trigger, event) in enumerate(triggers):
        low = triggers[number - 1][0].index if number else -1
        high = triggers[number + 1][0].index if number + 1 < len(triggers) else len(sentence.tokens)
        if high - trigger.index <= 3:  # verb and noun of one happening (نفذ هجوما) share their participants
            high = triggers[number + 2][0].index if number + 2 < len(triggers) else len(sentence.tokens)
        roles = tuple(
            RoleFiller(
                one.mention.start,
                one.mention.end,
                one.role,
                one.mention.entity,
                one.mention.name,
                find_code(one.mention, knowledge, annotated.published) if knowledge else None,
            )
            for one in find_participants(sentence, trigger, parties, (low, high))
        )
        past = annotated.published.latest if event.modality == "actual" else None
        time = find_time(sentence, trigger, times, past)
        main = trigger.finite and event.modality == "actual"
        when, span = date_event(time, event.modality, main, annotated.published)
        if span is not None:
            roles = (*roles, RoleFiller(span.start, span.end, "time"))
        quotation = find_quotation(annotated.quotations, event.span)
        ordered = tuple(sorted(roles, key=lambda role: (role.start, role.end, role.role)))
        done.append(
            replace(event, roles=ordered, when=when, when_span=span, quotation=quotation.id if quotation else None)
        )
    return done


def _blocked(sentence: Sentence, whole: Span, names: Iterable[Span]) -> frozenset[int]:
    inside = [span for span in names if span.overlaps(whole)]
    return frozenset(
        index
        for index, token in enumerate(sentence.tokens)
        if any(span.start < token.end and token.start < span.end for span in inside)
    )


def _read_sentence(
    sentence: Sentence, blocked: frozenset[int], page: _Page, config: EventsConfig
) -> list[tuple[Trigger, EventMention]]:
    lexicon = load_event_lexicon()
    happenings, sayings = find_triggers(sentence, lexicon, blocked)
    if not happenings and not sayings:
        return []
    commissives = find_commissives(sentence)
    if page.sport:
        happenings = tuple(one for one in happenings if one.rule.type in _BEYOND_SPORTS)
    happenings = _without_embedded(happenings, commissives)
    happenings = _without_topics(sentence, _without_light_verbs(happenings, config))
    spoken, replaced = _spoken(sentence, (happenings, sayings), commissives, page.political)
    own = [(trigger, _mention(sentence, trigger)) for trigger in happenings if trigger.index not in replaced]
    return sorted(own + spoken, key=lambda one: one[0].index)


def is_quoted(sentence: Sentence, index: int) -> bool:
    """Whether a verb of saying or a quotation mark stands before the token: somebody's words, not the outlet's."""
    return any(word in QUOTE_MARKS for word in sentence.folds[:index])


def _without_embedded(happenings: Iterable[Trigger], commissives: Iterable[Commissive]) -> tuple[Trigger, ...]:
    """Happenings that are only the content of a demand or promise (طالب بسحب القوات) are its commitment, not events."""
    ranges = [(clause.trigger, clause.first, clause.last) for clause in commissives if clause.kind != "condition"]

    def embedded(trigger: Trigger) -> bool:
        if trigger.finite and not trigger.analysis.future:
            return False
        return any(first <= trigger.index < last and trigger.index != head for head, first, last in ranges)

    return tuple(trigger for trigger in happenings if not embedded(trigger))


def _without_light_verbs(happenings: tuple[Trigger, ...], config: EventsConfig) -> tuple[Trigger, ...]:
    """One trigger for verb and noun of one happening: the noun (شنّ هجوما), but the verb where it signs something."""
    dropped: set[int] = set()
    for first, second in pairwise(happenings):
        near = second.index - first.index <= config.light and first.rule.type == second.rule.type
        if not near:
            continue
        if first.rule.type in ("COOPERATE", "CONSULT"):
            dropped.add(second.index)
        elif first.finite and not second.finite and any(one.place == "after" for one in first.rule.conditions):
            dropped.add(first.index)  # its object names the happening; a verb that only has company (أصيب) stays
    return tuple(trigger for trigger in happenings if trigger.index not in dropped)


_TOPIC = frozenset(
    [
        *(
            "يتعلق",
            "تتعلق",
            "بشان",
            "حول",
            "بخصوص",
            "قضيه",
            "موضوع",
            "ملف",
            "سبل",
            "كيفيه",
            "مساله",
            "موعد",
            "جدول",
            "زمني",
        ),
        *(
            "امكانيه",
            "مشروع",
            "مشروعات",
            "اليه",
            "عمليات",
            "اجل",
            "بهدف",
            "بغرض",
            "لغرض",
            "هدف",
            "هدفه",
            "وزير",
            "قانون",
            "تجنب",
        ),
    ]
)
# Types that are happenings only when they have happened; as a purpose or a topic they are nothing yet.
_PURPOSES = frozenset(["YIELD", "AID", "SUPPORT", "COOPERATE", "MOBILIZE", "AGREE", "COERCE", "SANCTION", "REQUEST"])


def _without_topics(sentence: Sentence, happenings: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Verbal nouns that are a purpose or a topic (جدول للانسحاب، فيما يتعلق بانسحاب) tell of no happening."""

    def topic(trigger: Trigger) -> bool:
        if trigger.finite or trigger.rule.type not in _PURPOSES or trigger.analysis.form.aspect == "participle":
            return False
        before = sentence.folds[max(0, trigger.index - 2) : trigger.index]
        purpose = "ل" in trigger.analysis.particles
        return purpose or any(word.lstrip("و") in _TOPIC for word in before)

    return tuple(trigger for trigger in happenings if not topic(trigger))


def _mention(sentence: Sentence, trigger: Trigger) -> EventMention:
    span = trigger_span(sentence, trigger)
    kind = trigger.rule.type
    assert kind is not None  # verbs of saying never come here
    return EventMention(
        span.start,
        span.end,
        kind,
        find_polarity(sentence, trigger),
        find_modality(sentence, trigger),
        mode=trigger.rule.mode,
    )


def _spoken(
    sentence: Sentence,
    found: tuple[tuple[Trigger, ...], tuple[Trigger, ...]],
    commissives: tuple[Commissive, ...],
    political: bool,
) -> tuple[list[tuple[Trigger, EventMention]], frozenset[int]]:
    """Acts of speech, and the triggers that they replace.

    The saying verb is the trigger, its type is what is promised, demanded or refused; the future verb inside is then no
    event of its own. Where nobody is named as saying it, a promise in the first person or a demand is its own trigger.
    """
    happenings, sayings = found
    by_index = {trigger.index: trigger for trigger in happenings}
    events: list[tuple[Trigger, EventMention]] = []
    spoken: set[int] = set()
    replaced: set[int] = set()
    for clause in commissives:
        kind = _SPOKEN.get(clause.kind)
        if clause.frame == "future" and not clause.first_person and not political:
            continue
        own = by_index.get(clause.trigger)
        if kind is None or (own is not None and not (clause.frame == "future" and own.rule.type in _PURPOSES)):
            continue
        before = [saying for saying in sayings if saying.index < clause.first or saying.index == clause.trigger]
        if before:
            saying = before[-1]
            if saying.index in by_index:
                continue
            replaced.add(clause.trigger)
            if saying.index not in spoken:
                spoken.add(saying.index)
                span = trigger_span(sentence, saying)
                events.append((saying, EventMention(span.start, span.end, kind)))
        elif clause.first_person or (clause.frame == "modal" and is_quoted(sentence, clause.trigger)):
            replaced.add(clause.trigger)
            token = sentence.tokens[clause.trigger]
            events.append((own or _bare(clause.trigger, token.fold), EventMention(token.start, token.end, kind)))
    return events, frozenset(replaced)


def _bare(index: int, word: str) -> Trigger:
    """A trigger that no lexicon holds: any verb of the future in the first person."""
    form = VerbForm(word, "imperfect", person="1")
    return Trigger(index, Rule(None, None, "v", (), 0), Analysis("", form, 0, (), False, False, ""))
