"""Claims that can be compared: an article's figures and lengths of time, with the words that tell of what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.arabic.number_words import NUMBER_WORDS
from rawi.arabic.numerals import find_numbers
from rawi.arabic.quantities.as_of import find_as_of
from rawi.arabic.quantities.lexicon import find_noun, find_unit
from rawi.arabic.quantities.measures import Measured, describe_measured
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.quantities.word_sets import word_set
from rawi.arabic.tokens import view_text
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.scenes import count_market_words, is_told_as_earlier, names_weekday
from rawi.comparing.agreement.values import Value
from rawi.comparing.small_sets import small_set
from rawi.comparing.stems import light_stem
from rawi.comparing.words import fold_words
from rawi.model.annotation import AnnotatedArticle, Figure, PublishedDate, TimeExpression
from rawi.model.dates import tell_dates
from rawi.model.labels import CitedPart, FigureFlow
from rawi.model.span import Span
from rawi.model.view import TextView, Token

# Lengths of time that are told from the day of the report (اليومين الماضيين) or only bounded.
_MOVING = ("الماضي", "المقبل", "الاخير", "القادم", "اقل", "اكثر")
_EMPTY = word_set(
    "في من علي الي عن مع بعد قبل خلال منذ حتي بين عند ان انه انها التي الذي الذين هو هي كما لكن ثم او لا لم "
    "لن ما قد كان كانت هذا هذه ذلك تلك وهو وهي كل بعض غير الا نحو حوالي اكثر اقل بلغ بلغت عدد عددهم يوم امس "
    "اليوم قال قالت واضاف واوضح ومن وفي وعلي وان وقد فيما حيث بينهم منهم اي احد جراء اثر الاقل وكان وكانت له "
    "لها لهم به بها فيه فيها و عام العام سنه م هـ شمال جنوب شرق غرب وسط شرقي غربي جنوبي شمالي"
)
_UPDATES = word_set(
    "ارتفع ارتفعت ارتفاع يرتفع لترتفع وارتفع وارتفعت ترتفع اولي اوليه جديده اخر احدث نهاييه النهاييه محدثه "
    "لاحق بات باتت الان لتصل ليصل اصبحت اصبح"
)
# A number that its own text says has been overtaken.
_SUPERSEDED = frozenset(["السابقه", "سابقه", "سابق", "السابق", "الاوليه", "اوليه"])
_PLANNED = word_set(
    "سيصل ستصل سيبلغ ستبلغ سيتم ستكون سيكون سيرتفع سترتفع ستوفر سيوفر سيزيد ستزيد ستتجاوز سيتجاوز متوقع "
    "المتوقع يتوقع تتوقع متوقعا بحلول سوف المستهدف يستهدف تستهدف المقدر مستقبلا المقرر"
)
# مقتل 5 من المصابين tells of some of a number that is told elsewhere; 5 من الجنود tells who all of them are.
# A number of a quarter is no number of half a year.
PERIOD_WORDS = word_set("الربع النصف الشهر ربع نصف شهر شهريا سنويا اسبوعيا يوميا شهري سنوي يومي اسبوع")
_PLAIN_HEADS = word_set("عناصر افراد منسوبي رجال اعضاء بين ابناء ضمن")
_AND_WOUNDED = word_set("وجريح وجريحا وجرحي ومصاب ومصابا ومصابين ومصابون وجريحه")
_PARTITIVE_WORDS = 2
_FEW = frozenset(["قليل", "محدود", "ضييل"])
_VAGUE_RANGES = {10: (20.0, 99.0), 100: (200.0, 999.0), 1000: (2000.0, 9999.0)}
_FEW_RANGE = (1.0, 99.0)
# Tokens next to a figure, and tokens before it that may call it an update.
_NEAR, _UPDATE, _EXPECTED, _OVERTAKEN = 4, 24, 8, 14
_BREAKS, _BREAK_WIDTH = frozenset(["،", ",", ".", ")", "/"]), 3
_DURATIONS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0, "H": 1 / 24, "TM": 1 / 1440}


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of one article, ready to be compared.

    ``base`` is what it is measured in; ``words`` the light stems of the words about it; ``first_day``..``last_day``
    as of when it holds; ``holder`` who asserts it. ``updated`` tells that the text calls it a new or rising number,
    ``planned`` that it is expected; ``thing`` is the noun phrase counted. ``places`` are its sentence's, ``home``
    with those that the article is about. ``part`` tells whether the offsets are the text's or
    the title's; ``of`` whom a number is of (18 من عناصر البيشمركة), as stems. ``dated`` tells that its sentence says
    when, ``weekday`` that it names the day of the week, ``earlier`` that it looks back at a happening before the one
    reported; ``market`` counts the sentence's words of trading.
    """

    article: str
    outlet: str
    start: int
    end: int
    surface: str
    value: Value
    base: str
    category: str
    measured: Measured
    words: frozenset[str]
    near: frozenset[str]
    flow: FigureFlow = "total"
    negated: bool = False
    measure: str | None = None
    place: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    published: str | None = None
    holder: str = "outlet"
    quotation: str | None = None
    updated: bool = False
    superseded: bool = False
    planned: bool = False
    thing: str = ""
    kind: str = "figure"
    leading: bool = False
    places: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    sentence: int = 0
    part: CitedPart = "text"
    of: frozenset[str] = frozenset()
    dated: bool = False
    weekday: bool = False
    earlier: bool = False
    market: int = 0


def holding_days(claim: Claim) -> str | None:
    """As of when the figure holds, as a reader is told it: 2003 for a figure of that year, not its last day."""
    return tell_dates(claim.first_day, claim.last_day)


def read_claims(
    annotated: AnnotatedArticle, config: AgreementConfig, view: TextView | None = None
) -> tuple[Claim, ...]:
    """The article's comparable figures and measured times, in order of place. Vague ones hold the range they mean."""
    if not annotated.figures and not annotated.times:
        return ()
    reader = _Reader(annotated, config, view)
    claims = [reader.figure(figure) for figure in annotated.figures]
    claims += [reader.duration(time) for time in annotated.times if time.type == "DURATION"]
    found = sorted((claim for claim in claims if claim is not None), key=lambda claim: (claim.start, claim.end))
    return _mark_leading(found, config)


def _mark_leading(claims: list[Claim], config: AgreementConfig) -> tuple[Claim, ...]:
    """The claims with each role's first toll marked, where it stands early enough to be the story's own."""
    seen: set[str] = set()
    marked = []
    for claim in claims:
        role = claim.measured.role
        first = role is not None and claim.base == "count" and claim.flow != "part" and role not in seen
        if first and role is not None:
            seen.add(role)
        marked.append(replace(claim, leading=first and claim.start < config.leading_reach))
    return tuple(marked)


class _Scene(NamedTuple):
    """What a sentence gives all its claims: its words of trading, whether it names a day of the week, its places, and
    those with the places that the article is about."""

    market: int
    weekday: bool
    places: frozenset[str]
    home: frozenset[str]


class _Reader:
    """One article, cut up once for all its claims."""

    __slots__ = ("_annotated", "_config", "_holders", "_located", "_main", "_scenes", "_sentences", "_starts", "_view")

    def __init__(self, annotated: AnnotatedArticle, config: AgreementConfig, view: TextView | None) -> None:
        self._annotated, self._config = annotated, config
        self._located = [m for m in annotated.mentions if m.type in ("LOC", "GPE") and m.form == "name"]
        names = Counter(light_stem(fold(m.name or annotated.text[m.start : m.end])) for m in self._located)
        # The place that an article is about stands for البلاد and for figures that name none.
        self._main = frozenset(sorted(names, key=lambda name: (-names[name], name))[:2])
        self._view = view or annotated.view or view_text(annotated.text)
        self._starts = [token.start for token in self._view.tokens]
        self._sentences = [sentence.start for sentence in self._view.sentences]
        self._scenes: dict[int, _Scene] = {}
        self._holders = {quotation.id: quotation.source_name for quotation in annotated.quotations}

    def figure(self, figure: Figure) -> Claim | None:
        """The claim of a figure; None for scores, rounds and numbers that the text withholds."""
        if figure.withheld or figure.category in ("score", "ordinal"):
            return None
        annotated, tokens = self._annotated, self._view.tokens
        first, last = self._range(figure.start, figure.end)
        if self._is_fragment(first):
            return None
        value, base = _value(annotated.text, tokens, first, last, figure)
        if value is None:
            return None
        counted = self._range(figure.counted.start, figure.counted.end) if figure.counted else None
        noun = find_noun(tokens[last].fold) if last < len(tokens) and counted and counted[0] == last else None
        measured = describe_measured(tokens, first, last, counted, noun)
        if measured.role == "killed" and any(token.fold in _AND_WOUNDED for token in tokens[last : last + 2]):
            measured = replace(measured, role="casualties")
        of, some = self._partitive(last + 1 if noun is not None else last)
        told = self._as_of(figure.start, figure.end)
        as_of = (told or "").split("/")
        return replace(
            self._claim(figure.start, figure.end, value, base, figure.category),
            measured=measured,
            of=of,
            thing=" ".join(figure.counted.of(annotated.text).split()) if figure.counted else "",
            flow="part" if some and figure.flow == "total" else figure.flow,
            negated=figure.negated,
            measure=figure.measure,
            first_day=as_of[0] or annotated.published.first_day,
            last_day=as_of[-1] or annotated.published.latest,
            dated=told is not None,
            weekday=self._scene(self._sentence(figure.start)).weekday,
            holder=self._holders.get(figure.asserted_by) or annotated.article.outlet or "outlet",
            quotation=figure.asserted_by if figure.asserted_by != "outlet" else None,
        )

    def _partitive(self, index: int) -> tuple[frozenset[str], bool]:
        """Whom a number is of (stems), and whether they are some of a number told elsewhere (اثنان من المصابين)."""
        tokens = self._view.tokens
        if index >= len(tokens) or tokens[index].fold != "من":
            return small_set(()), False
        words: list[str] = []
        for token in tokens[index + 1 : index + 2 + _PARTITIVE_WORDS]:
            if token.kind != "word" or token.fold in _EMPTY:
                break
            words.append(token.fold)
        some = bool(words) and words[0].startswith("ال") and words[0] in ROLE_WORDS
        kept = [word for word in words if word not in _PLAIN_HEADS][:_PARTITIVE_WORDS]
        return small_set(map(light_stem, kept)), some

    def duration(self, time: TimeExpression) -> Claim | None:
        """The claim of a length of time; None where it is vague."""
        days = _days(time.value)
        words = self._view.folded[time.start : time.end].split()
        if days is None or any(word.startswith(_MOVING) for word in words):
            return None
        claim = self._claim(time.start, time.end, Value(days, days, "exact"), "duration", "duration")
        return replace(claim, measured=Measured("duration"), kind="duration")

    def _claim(self, start: int, end: int, value: Value, base: str, category: str) -> Claim:
        annotated = self._annotated
        first, last = self._range(start, end)
        words, near, before = self._words(first, last)
        scene = self._scene(self._sentence(start))
        return Claim(
            article=annotated.id,
            outlet=annotated.article.outlet or annotated.id,
            start=start,
            end=end,
            surface=annotated.text[start:end],
            value=value,
            base=base,
            category=category,
            measured=Measured(""),
            words=words,
            near=near,
            first_day=annotated.published.first_day,
            last_day=annotated.published.latest,
            published=annotated.published.first_day,
            holder=annotated.article.outlet or "outlet",
            updated=any(word in _UPDATES for word in self._said_before(first, _UPDATE)),
            superseded=any(word in _SUPERSEDED for word in self._said_before(first, _OVERTAKEN)),
            planned=any(word in _PLANNED for word in before),
            earlier=is_told_as_earlier(self._said_before(first, _UPDATE)),
            market=scene.market,
            sentence=self._sentence(start),
            places=scene.places,
            home=scene.home,
        )

    def _scene(self, sentence: int) -> _Scene:
        """The scene of a sentence, made once for all its claims."""
        if sentence not in self._scenes:
            bounds = self._view.sentences[sentence] if self._view.sentences else Span(0, len(self._view.folded))
            words = fold_words(self._view.folded[bounds.start : bounds.end])
            places = self._places(bounds) if self._view.sentences else frozenset()
            self._scenes[sentence] = _Scene(
                count_market_words(words), names_weekday(words), places, small_set(places | self._main)
            )
        return self._scenes[sentence]

    def _said_before(self, first: int, reach: int) -> list[str]:
        """The words of the sentence before a figure, no more than ``reach`` of them."""
        bounds = self._view.sentences[self._sentence(self._view.tokens[first].start)] if self._view.sentences else None
        low = bounds.start if bounds else 0
        return [token.fold for token in self._view.tokens[max(0, first - reach) : first] if token.start >= low]

    def _places(self, sentence: Span) -> frozenset[str]:
        """The places that a sentence names, in comparable letters."""
        return small_set(
            light_stem(fold(mention.name or self._annotated.text[mention.start : mention.end]))
            for mention in self._located
            if sentence.start <= mention.start < sentence.end
        )

    def _is_fragment(self, first: int) -> bool:
        """Whether the number is a piece of one that is written in a way nobody can read: 14، 5 مليون."""
        tokens = self._view.tokens
        before = tokens[max(0, first - 2) : first]
        if before and (before[-1].kind == "number" or before[-1].fold.removeprefix("و") in NUMBER_WORDS):
            return True
        if len(before) == 2 and before[1].fold == "من" and before[0].fold in NUMBER_WORDS:
            return True  # 50 ألفا من 570 جنديا: a slip for و
        if len(before) == 2 and before[0].kind == "number" and before[1].fold in _BREAKS:
            return tokens[first].start - before[0].end <= _BREAK_WIDTH
        return False

    def _as_of(self, start: int, end: int) -> str | None:
        # Asked anew: the article may have been dated since its figures were read.
        sentences = self._view.sentences
        sentence = sentences[self._sentence(start)] if sentences else None
        annotated = self._annotated
        return find_as_of(Span(start, end), sentence, annotated.times, PublishedDate(), self._view.folded)

    def _sentence(self, start: int) -> int:
        return max(0, bisect_right(self._sentences, start) - 1)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """The token indexes of some characters (last not included)."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first + 1, bisect_left(self._starts, end))

    def _words(self, first: int, last: int) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
        """Stems of the words about a figure, stems of those next to it, and the words just before it."""
        tokens, reach = self._view.tokens, self._config.context
        bounds = self._view.sentences[self._sentence(tokens[first].start)] if self._view.sentences else None
        low, high = max(0, first - reach), min(len(tokens), last + reach)
        around = [
            (index, token.fold)
            for index, token in enumerate(tokens[low:high], low)
            if token.kind == "word"
            and not first <= index < last
            and (bounds is None or bounds.start <= token.start < bounds.end)
            and token.fold not in _EMPTY
            and (token.fold not in NUMBER_WORDS or token.fold in PERIOD_WORDS)
        ]
        words = small_set(light_stem(word) for _, word in around)
        near = small_set(light_stem(word) for index, word in around if first - _NEAR <= index < last + _NEAR)
        return words, near, tuple(word for index, word in around if first - _EXPECTED <= index < first)


def _value(text: str, tokens: Sequence[Token], first: int, last: int, figure: Figure) -> tuple[Value | None, str]:
    unit = next((found[0] for at in range(first, last) if (found := find_unit(tokens, at)) is not None), None)
    base = "percent" if figure.category == "percent" else unit.base if unit and figure.unit == unit.code else "count"
    factor = unit.factor if unit and base == unit.base else 1.0
    if figure.low is None and figure.high is None:
        reach = _vague_range(tokens, first, last, text)
        return (Value(*reach, "vague", True), base) if reach else (None, base)
    scale = any(token.kind == "word" and _is_scale(token.fold) for token in tokens[first:last])
    low = figure.low * factor if figure.low is not None else None
    high = figure.high * factor if figure.high is not None else None
    point = high if high is not None else low
    noughts = point is not None and point >= 1000 and point % 100 == 0
    return Value(low, high, figure.tolerance, scale or noughts), base


def _is_scale(word: str) -> bool:
    return any(stem in word for stem in ("الف", "مليون", "ملايين", "مليار", "الاف"))


def _vague_range(tokens: Sequence[Token], first: int, last: int, text: str) -> tuple[float, float] | None:
    if any(token.fold in _FEW for token in tokens[first:last]):
        return _FEW_RANGE
    found = find_numbers(tokens[first:last], text)
    size = next((number.magnitude for number in found if number.magnitude), None)
    if size is None:
        return None
    for magnitude, (low, high) in sorted(_VAGUE_RANGES.items(), reverse=True):
        if size >= magnitude:
            return low * size / magnitude, high * size / magnitude
    return None


def _days(value: str | None) -> float | None:
    """A TIMEX3 duration in days; None where it is vague.

    >>> _days("P6D"), _days("PT12H"), _days("PXY")
    (6.0, 0.5, None)
    """
    if not value or not value.startswith("P"):
        return None
    clock = value.startswith("PT")
    number, unit = value[2 if clock else 1 : -1], ("T" if clock and value[-1] == "M" else "") + value[-1]
    try:
        return float(number) * _DURATIONS[unit]
    except (KeyError, ValueError):
        return None
