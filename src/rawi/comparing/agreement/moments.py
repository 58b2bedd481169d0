"""When it happened: the hour or part of the day that the first lines of a story's reports give."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.letters import fold_letters
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.blocks import Block
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.stems import light_stem
from rawi.comparing.words import find_stems
from rawi.model.annotation import AnnotatedArticle, TimeExpression
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement

# Hours that a part of the day may mean: صباحا is said from midnight to noon, مساء of any hour after noon.
_PARTS = {"MO": (0.0, 11.5), "MI": (11.5, 15.0), "AF": (12.0, 19.0), "EV": (12.0, 24.0), "NI": (18.0, 30.0)}
_NOON = "ظهر"
_CLOCK = re.compile(r"T(\d\d):(\d\d)$")
_PART = re.compile(r"T(MO|MI|AF|EV|NI)$")
_ZONES = ("توقيت", "غرينتش", "جرينتش", "جرينيتش")
# What still goes on in the evening did not begin in the evening.
_GOING_ON = re.compile(r"(?:متواصل\w*|مستمر\w*|تزال|يزال|حتي|لغايه|منذ)\s*(?:\S+\s+)?$")
_STOP = re.compile(r"[.\n]")
_WEEKDAYS = ("السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه")
_TIME_STEMS = frozenset(
    light_stem(word)
    for word in word_set(
        "في من علي الي عن مع بعد قبل ان انه التي الذي ما قد كان كانت هذا هذه صباح ظهر عصر مساء ليله فجر امس اليوم يوم "
        "ساعه الساعه السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه الماضي الماضيه احد احدي وقع وقعت حدث اول "
        # how any accident is told by those who were called
        "صرح صرحت متحدث المتحدث الناطق وزاره الداخليه الامني مدير مديريه مركز اداره الدفاع المدني فرق باشر باشرت تلقت "
        "غرفه عمليات بلاغا بلاغ شرطه منطقه محافظه عند تمام حادث حادثه"
    )
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day that a report's first lines give, its hours as a range, and the stems of the words about it."""

    article: str
    start: int
    end: int
    low: float
    high: float
    first_day: str
    last_day: str
    explicit: bool
    words: str
    stems: frozenset[str]
    day: str | None
    places: frozenset[str] = frozenset()


def read_moment(annotated: AnnotatedArticle, config: AgreementConfig) -> Moment | None:
    """The first time of day in the article's first sentence that is no time of speaking; None where there is none."""
    text = annotated.text
    head = len(text) - len(text.lstrip())
    stop = _STOP.search(text, head + config.moment_context)
    last = min(head + config.moment_reach, stop.start() if stop else len(text))
    for time in annotated.times:
        if time.start > last:
            break
        hours = _hours(time, fold_letters(text[time.start : time.end]))
        if hours is None or not time.earliest or not time.latest or _is_speaking(annotated, time):
            continue
        around = fold_letters(text[max(0, time.start - config.moment_context) : time.end + config.moment_context])
        if any(zone in around for zone in _ZONES) or _GOING_ON.search(around[: config.moment_context]):
            continue
        low = max(text.rfind(stop, 0, time.start) for stop in (".", "\n")) + 1
        ends = [at for stop in (".", "\n") if (at := text.find(stop, time.end)) >= 0]
        about = text[max(low, time.start - config.moment_context) : time.start]
        about += " " + text[time.end : min([*ends, time.end + config.moment_context])]
        folded = fold_letters(text[time.start : time.end])
        people = frozenset(
            stem
            for mention in annotated.mentions
            if mention.type == "PER" and mention.start < last
            for span in (mention.span, mention.title)
            if span is not None
            for stem in find_stems(span.of(text))
        )
        return Moment(
            annotated.id,
            time.start,
            time.end,
            *hours,
            time.earliest,
            time.latest,
            any(name in folded for name in _WEEKDAYS),
            " ".join(text[time.start : time.end].split()),
            frozenset(stem for stem in find_stems(about) if len(stem) > 2 and stem not in _TIME_STEMS) - people,
            annotated.published.first_day,
            frozenset(
                light_stem(fold_letters(mention.name or annotated.text[mention.start : mention.end]))
                for mention in annotated.mentions
                if mention.type in ("LOC", "GPE") and mention.form == "name" and mention.start < last
            ),
        )
    return None


def _hours(time: TimeExpression, words: str) -> tuple[float, float] | None:
    if time.type != "TIME" or not time.value:
        return None
    clock, part = _CLOCK.search(time.value), _PART.search(time.value)
    if clock:
        hour = int(clock[1]) + int(clock[2]) / 60
        return hour - 0.5, hour + 0.5
    if part:
        return _PARTS["MI" if part[1] == "AF" and words.startswith(_NOON) else part[1]]
    return None


def _is_speaking(annotated: AnnotatedArticle, time: TimeExpression) -> bool:
    """Whether the time stands right beside a word of saying: it dates the words, not what they tell."""
    return any(
        quotation.cue is not None and -1 <= max(time.start - quotation.cue.end, quotation.cue.start - time.end) <= 12
        for quotation in annotated.quotations
    )


def find_moment_findings(
    moments: Mapping[str, Moment], blocks: Sequence[Block], sources: Sources, config: AgreementConfig
) -> Iterable[Finding]:
    """Times of day of one story that can't both be right, or that agree."""
    for block in blocks:
        first, second = moments.get(block.first), moments.get(block.second)
        if not block.same_story or not block.other_outlet or first is None or second is None:
            continue
        shared = first.stems & second.stems
        if len(shared) < config.moment_words:
            continue
        if first.places and second.places and first.places.isdisjoint(second.places):
            continue
        relation = _relate(first, second)
        if relation is not None:
            yield _finding(relation, (first, second), sources, " ".join(sorted(shared)[:6]))


def _relate(first: Moment, second: Moment) -> Agreement | None:
    same_day = first.first_day <= second.last_day and second.first_day <= first.last_day
    if not same_day:
        if _is_to_come(first) or _is_to_come(second):
            return None  # a programme has more than one evening
        if first.explicit and second.explicit:
            return None  # two fires of one town, oftener than one told of two days
        # Yesterday and today are reckoned from days of printing, which may be one off.
        if _days(first.first_day, second.first_day) > 1:
            return None
    if _meet(first, second):
        return "agrees" if same_day else None
    return "conflicts"


def _is_to_come(moment: Moment) -> bool:
    return moment.day is not None and moment.last_day[:10] > moment.day[:10]


def _meet(first: Moment, second: Moment) -> bool:
    """Whether the hours share any, those of the night running into the morning."""
    return any(first.low < second.high + turn and second.low + turn < first.high for turn in (-24, 0, 24))


def _days(first: str, second: str) -> int:
    return abs((datetime.date.fromisoformat(first[:10]) - datetime.date.fromisoformat(second[:10])).days)


def _finding(relation: Agreement, moments: Sequence[Moment], sources: Sources, shared: str) -> Finding:
    return Finding(
        kind="moment",
        relation=relation,
        subject=("وقت ما جرى", "when it happened"),
        members=tuple(
            Citation(m.article, m.start, m.end, m.words, m.day, sources.outlet(m.article))
            for m in sorted(moments, key=lambda moment: moment.article)
        ),
        sides=tuple(Side(moment.words, (sources.outlet(moment.article),)) for moment in moments),
        reasons=(Reason("moment", 1.0, shared),),
    )
