"""Names against each other: one place in one sentence of two reports, filled with another name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.arabic.names import score_spelling, split_name
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.blocks import Block
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.grouping import group_two_sides
from rawi.comparing.agreement.passages import UNIQUE_PERSONS
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.stems import light_stem
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Reason
from rawi.model.view import TextView, Token

_BODIES = word_set(
    "منظمه هييه شركه جمعيه موسسه موءسسه وزاره لجنه جماعه حركه حزب كتيبه لواء قوات اداره مديريه مركز مكتب بنك "
    "الهييه الجمعيه الشركه المنظمه"
)
_ENDS = word_set(
    "في من علي الي عن مع بعد قبل خلال منذ حتي بين عند ان انه التي الذي الذين هو هي كما لكن ثم او لا لم لن ما "
    "قد كان بان وان"
)
_LONGEST_BODY = 6
# Where one of many is named: every report of a feast or a trial picks others.
_AMONG_OTHERS = frozenset(
    light_stem(word) for word in word_set("بحضور حضور حضر حضره بمشاركه شارك بجانب جانب بينهم منهم ابرزهم مثل يتقدمهم")
)
_MANY = word_set(
    "شهداء الشهداء شهيدين قتلي القتلي ضحايا الضحايا متهمين المتهمين متهمون المتهمون المتهمان مصابين المصابين المصابون "
    "موقوفين الموقوفين موقوفون الموقوفون مشتبهين المشتبهين جناه الجناه انتحاريين الانتحاريين انتحاريان"
)
# These may be many in one report, and are one man only where no plural of theirs stands in it.
_ONE_OF_MANY = word_set("الضحيه القتيل المتهم الجاني المشتبه الانتحاري الموقوف المتوفي المصاب الشهيد المهاجم")
# These call anybody by name.
_ANYBODY = word_set("اسمه يدعي يدعى المدعو باسم")
_PLACES = word_set("بلده مدينه قريه حي محافظه ناحيه قضاء طريق شارع ميناء مطار مخيم بلدة")
# The least likeness of two spellings of one place: foreign towns are spelt as each desk hears them.
_PLACE_SPELLING = 0.4


@dataclass(frozen=True, slots=True)
class NameClaim:
    """A name with the words before it that say whose name it is: stems, nearest last; ``said`` as printed."""

    article: str
    start: int
    end: int
    name: str
    type: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    said: str
    unique: bool


def read_names(annotated: AnnotatedArticle, config: AgreementConfig, view: TextView) -> tuple[NameClaim, ...]:
    """The article's names of persons and bodies that stand behind at least two words of their sentence."""
    mentions = [m for m in annotated.mentions if m.form == "name" and m.type in ("PER", "LOC", "GPE")]
    starts = [token.start for token in view.tokens]
    found = []
    bodies = _bodies(view.tokens)
    taken = {start for start, _, _ in bodies}
    many = any(token.fold in _MANY for token in view.tokens)
    people = [(m.start, m.end, "PER" if m.type == "PER" else "LOC") for m in mentions if m.start not in taken]
    for start, end, kind in sorted({*people, *bodies}):
        first = bisect_left(starts, start)
        if first and view.tokens[first - 1].end > start:
            first -= 1  # a proclitic is written into the name's first word
        last = bisect_left(starts, end)
        before = _words(view.tokens[max(0, first - 6) : first], from_end=True)[-config.name_context :]
        after = _words(view.tokens[last : last + 6], from_end=False)[:3]
        # A country goes by many names (السعودية، المملكة); a town, quarter or road by one.
        if kind == "LOC" and not (first and view.tokens[first - 1].fold in _PLACES):
            continue
        if len(before) >= 2:
            said = " ".join(annotated.text[view.tokens[max(0, first - 3)].start : start].split())
            singled = view.tokens[first - 1].fold if first else ""
            unique = singled in UNIQUE_PERSONS - _ANYBODY and not (many and singled in _ONE_OF_MANY)
            name = annotated.text[start:end]
            found.append(NameClaim(annotated.id, start, end, name, kind, before, after, said, unique))
    return tuple(found)


def _bodies(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Bodies told by their kind (منظمة، هيئة، شركة), up to the next mark or function word."""
    found = []
    for index, token in enumerate(tokens):
        if token.fold not in _BODIES:
            continue
        last = index + 1
        while last < len(tokens) and last - index < _LONGEST_BODY and tokens[last].kind == "word":
            if tokens[last].fold in _ENDS or tokens[last].fold.startswith("و"):
                break
            last += 1
        if last - index > 1:
            found.append((token.start, tokens[last - 1].end, "ORG"))
    return found


def _words(tokens: Sequence[Token], *, from_end: bool) -> tuple[str, ...]:
    """Stems of the words up to the next full stop."""
    words: list[str] = []
    for token in reversed(tokens) if from_end else tokens:
        if token.kind == "mark":
            if token.fold in ".؟!؛:\n":
                break
            continue
        words.append(light_stem(token.fold))
    return tuple(reversed(words)) if from_end else tuple(words)


# The least likeness of two spellings of one word.
_SPELLING = 0.7


def find_name_clashes(
    one: Sequence[NameClaim], other: Sequence[NameClaim], config: AgreementConfig
) -> list[tuple[NameClaim, NameClaim, float]]:
    """Pairs of names that stand in the same place and are no spellings of one name; each with its likeness, 0..1.

    A name that the other article knows too is another person, not another name.
    """
    clashes = []
    for first in one:
        for second in other:
            if _AMONG_OTHERS.intersection((*first.before, *second.before)):
                continue
            shared = _shared_end(first.before, second.before)
            needed = 2 if first.unique and second.unique else config.name_words
            if shared < needed or first.type != second.type or is_same_name(first.name, second.name):
                continue
            if first.type == "ORG" and split_name(first.name)[:2] == split_name(second.name)[:2]:
                continue  # one department, its town named or not
            if first.type == "LOC" and _is_spelling(fold(first.name), fold(second.name)):
                continue
            if not _is_full(first) or not _is_full(second):
                continue
            if any(is_same_name(first.name, known.name) for known in other):
                continue
            if any(is_same_name(second.name, known.name) for known in one):
                continue
            # Two letters of one wording to two presidents differ in the words behind the name.
            if not (first.unique and second.unique) and first.after != second.after:
                continue
            clashes.append((first, second, min(1.0, shared / config.name_context)))
    return clashes


def _is_spelling(one: str, other: str) -> bool:
    return one[:3] == other[:3] or score_spelling(one, other) >= _PLACE_SPELLING


def _is_full(claim: NameClaim) -> bool:
    """Whether it is surely a name: of two words, or of one that its place calls for (الرضيع علي); no adjective."""
    words = claim.name.split()
    if claim.type == "LOC":
        return True
    return len(words) > 1 or (claim.unique and len(claim.name) > 2 and not claim.name.startswith(("ال", "وال")))


def _shared_end(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    count = 0
    for first, second in zip(reversed(one), reversed(other), strict=False):
        if first != second:
            break
        count += 1
    return count


def is_same_name(one: str, other: str) -> bool:
    """Whether two names share half of the shorter one's words in any spelling: one family's persons are left alone.

    >>> is_same_name("ترامب", "دونالد ترمب"), is_same_name("أطباء بلا حدود", "الهيئة العالمية للأطباء")
    (True, False)
    """
    first, second = split_name(one), split_name(other)
    shared = sum(any(score_spelling(a, b) >= _SPELLING for b in second) for a in first)
    return 2 * shared >= min(len(first), len(second))


def find_name_findings(
    names: Mapping[str, Sequence[NameClaim]], blocks: Sequence[Block], sources: Sources, config: AgreementConfig
) -> Iterable[Finding]:
    """Other names in one place of one sentence."""
    found: dict[NameClaim, list[NameClaim]] = {}
    scores: dict[NameClaim, float] = {}
    for block in blocks:
        if not block.other_outlet or not (block.same_story or block.near):
            continue
        for first, second, likeness in find_name_clashes(
            names.get(block.first, ()), names.get(block.second, ()), config
        ):
            if not block.same_story:
                close = block.closeness_at(first.start, second.start) >= config.name_scene
                if not (close and first.unique and second.unique):
                    continue
            for one, other in ((first, second), (second, first)):
                found.setdefault(one, []).append(other)
                scores[one] = max(likeness, scores.get(one, 0.0))
    for group in group_two_sides(found, lambda claim: (claim.article, claim.start, claim.end, claim.name)):
        yield _finding(group, max(scores[claim] for claim in group), sources)


def _finding(group: Sequence[NameClaim], likeness: float, sources: Sources) -> Finding:
    first = group[0]
    told: dict[str, set[str]] = {}
    for claim in group:
        told.setdefault(claim.name, set()).add(sources.outlet(claim.article))
    return Finding(
        kind="attribution",
        relation="conflicts",
        subject=(f"الاسم بعد «{first.said}»", f"the name after “{first.said}”"),
        members=tuple(
            Citation(claim.article, claim.start, claim.end, claim.name, None, sources.outlet(claim.article))
            for claim in group
        ),
        sides=tuple(Side(name, tuple(sorted(told[name]))) for name in sorted(told)),
        reasons=(Reason("other_name", likeness, first.said),),
    )
