"""Features of a pair: each says in points, and in words for a person, what speaks for or against one identity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rawi.arabic.names import arabic_given_names, score_spelling
from rawi.comparing.identity.config import IdentityConfig
from rawi.comparing.identity.nodes import Node, Setting
from rawi.model.corpus import Reason

_ALIKE = 0.7
_COMMON_FAMILIES_WORDS = """
العتيبي القحطاني الحربي الشمري المطيري الغامدي الزهراني الدوسري العنزي السبيعي الشهري الاحمدي الشهراني المالكي
الجهني السلمي الرشيدي البلوي العمري الخالدي الهاشمي المصري السوري العراقي اليمني الاردني اللبناني المغربي التونسي
حسن حسين علي محمد احمد ابراهيم عبدالله محمود خليل صالح سالم سعيد عثمان يوسف اسماعيل عباس الجبوري العبيدي الدليمي
الزبيدي السعدي التميمي الشريف السيد الشيخ الخطيب النجار الحداد الحسن الحسين العلي الاحمد المحمد الصالح السالم
العبدالله
"""
_COMMON_FAMILIES = frozenset(_COMMON_FAMILIES_WORDS.split())
# Walks of life, by the words that name them.
_FIELDS_LINES = """
لاعب مدرب حارس مهاجم مدافع كابتن حكم هداف
مطرب مطربه ممثل ممثله مخرج مخرجه فنان فنانه شاعر شاعره روايي
رييس وزير وزيره نايب سفير ملك امير زعيم مستشار محافظ وكيل مبعوث
لواء عميد عقيد فريق مقدم رايد نقيب ملازم جنرال رقيب عريف جندي
متهم ارهابي مطلوب سجين انتحاري موقوف
طبيب جراح استشاري اختصاصي
"""
_FIELDS = tuple(frozenset(line.split()) for line in _FIELDS_LINES.split("\n") if line)


@dataclass(frozen=True, slots=True)
class Score:
    """Points of a pair and what they are made of."""

    points: float
    reasons: tuple[Reason, ...]


def score_pair(
    one: Node, other: Node, settings: Sequence[Setting], rare: frozenset[str], config: IdentityConfig
) -> Score:
    """How strongly two entities of two articles are one, with reasons. Entities of two types never are.

    >>> score_pair(
    ...     Node(0, "a", "PER", "سالم الفهيدي", ("سالم", "الفهيدي"), (), (), 1),
    ...     Node(1, "b", "PER", "سالم الفهيدي", ("سالم", "الفهيدي"), (), (), 1),
    ...     [Setting(frozenset(), None, None, None)] * 2, frozenset(), IdentityConfig(),
    ... ).points
    2.0
    """
    if one.type != other.type:
        return Score(0.0, ())
    name = _score_person(one, other, config) if one.type == "PER" else _score_body(one, other, config)
    if name is None:
        return Score(0.0, ())
    reasons = [name]
    here, there = settings[one.place], settings[other.place]
    reasons += _score_titles(one, other, config)
    reasons += _score_company(one, other, here, there, rare, config)
    reasons += _score_time(here, there, config)
    reasons += _score_country(one, here, there, config)
    return Score(round(sum(reason.score for reason in reasons), 6), tuple(reasons))


def align_parts(one: Sequence[str], other: Sequence[str]) -> float | None:
    """How well the shorter name's parts stand in the longer one in order (least spelling score), or None.

    The first parts must be alike; a single part may be the longer name's first or last.

    >>> align_parts(("علي", "صالح"), ("علي", "عبدالله", "صالح")), align_parts(("محمد", "صالح"), ("علي", "صالح"))
    (1.0, None)
    """
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        alike = max(score_spelling(short[0], long[0]), score_spelling(short[0], long[-1]))
        return alike if alike >= _ALIKE else None
    worst, place = 1.0, 0
    for number, part in enumerate(short):
        found = 0.0
        while place < len(long):
            found = score_spelling(part, long[place])
            place += 1
            if found >= _ALIKE or number == 0:
                break
        if found < _ALIKE:
            return None
        worst = min(worst, found)
    return worst


def _score_person(one: Node, other: Node, config: IdentityConfig) -> Reason | None:
    alike = align_parts(one.parts, other.parts)
    if alike is None:
        return None
    detail = f"{one.name} ~ {other.name}"
    if min(len(one.parts), len(other.parts)) == 1:
        return Reason("surname", config.single, detail)
    if len(one.parts) != len(other.parts):
        points, feature = config.part_of, "name_parts"
        if not is_common_name(one.parts[:1] + one.parts[-1:]):
            points += config.same_rare - config.same_common
    elif len(one.parts) > 2:
        points, feature = config.same_full, "full_name"
    else:
        common = is_common_name(one.parts)
        points, feature = (config.same_common, "common_name") if common else (config.same_rare, "full_name")
    if alike < 1.0:
        points, feature = points - config.spelled * (alike < 0.9), "spelling"
    return Reason(feature, round(points, 3), detail)


def is_common_name(parts: Sequence[str]) -> bool:
    """Whether many bear the name: an Arabic given name with a given name or a large family's name.

    >>> is_common_name(("محمد", "العتيبي")), is_common_name(("ستيفان", "دوجاريك"))
    (True, False)
    """
    given = arabic_given_names()
    return parts[0] in given and (parts[-1] in _COMMON_FAMILIES or parts[-1] in given)


def _score_body(one: Node, other: Node, config: IdentityConfig) -> Reason | None:
    if len(one.parts) != len(other.parts):
        return None
    if any(score_spelling(a, b) < 0.8 for a, b in zip(one.parts, other.parts, strict=True)):
        return None
    points = config.body_common if is_common_body(one) else config.body
    return Reason("name", points, f"{one.name} ~ {other.name}")


def is_common_body(node: Node) -> bool:
    """Whether every state has such a body: a common noun and definite words, no name among them (وزارة الداخلية)."""
    if node.type != "ORG" or len(node.parts) > 3:
        return False
    return node.parts[0] in _BODIES and all(part.startswith(("ال", "لل", "و")) for part in node.parts[1:])


_BODIES_WORDS = """
وزاره مجلس هييه محكمه مديريه امانه بلديه رياسه ديوان شرطه اداره لجنه مكتب الحكومه الجيش البرلمان الشرطه الخارجيه
الداخليه النيابه المحكمه الديوان الحرس الدفاع حرس البنك الهلال جامعه الجمعيه جمعيه نقابه اتحاد الاتحاد غرفه
الغرفه المجلس
"""
_BODIES = frozenset(_BODIES_WORDS.split())


def _score_titles(one: Node, other: Node, config: IdentityConfig) -> list[Reason]:
    if not one.titles or not other.titles:
        return []
    for mine in one.titles:
        for theirs in other.titles:
            shared = mine & theirs
            if shared and 2 * len(shared) >= min(len(mine), len(theirs)):
                return [Reason("title", config.title, " ".join(sorted(shared)))]
    fields = _fields(one), _fields(other)
    if fields[0] and fields[1] and not fields[0] & fields[1]:
        heads = " / ".join(" ".join(sorted(node.titles[0])) for node in (one, other))
        return [Reason("other_field", config.other_field, heads)]
    return []


def _fields(node: Node) -> set[int]:
    return {number for number, heads in enumerate(_FIELDS) for title in node.titles if title & heads}


def _score_company(  # noqa: PLR0917
    one: Node, other: Node, here: Setting, there: Setting, rare: frozenset[str], config: IdentityConfig
) -> list[Reason]:
    own = {" ".join(one.parts), " ".join(other.parts)}
    shared = sorted((here.company & there.company & rare) - own)
    if not shared:
        return []
    points = min(config.most_company, config.company * len(shared))
    return [Reason("company", round(points, 3), ", ".join(shared[:3]))]


def _score_time(here: Setting, there: Setting, config: IdentityConfig) -> list[Reason]:
    days = days_apart(here, there)
    if days is None:
        return []
    if days <= config.near_days:
        return [Reason("near_in_time", config.near, f"{days} days apart")]
    if days > config.far_days:
        return [Reason("far_in_time", config.far, f"{days} days apart")]
    return []


def days_apart(here: Setting, there: Setting) -> int | None:
    """Days between two articles' ranges (0 where they overlap), or None where one is unknown."""
    if not (here.earliest and here.latest and there.earliest and there.latest):
        return None
    first, second = sorted(((here.earliest, here.latest), (there.earliest, there.latest)))
    return max(0, (date.fromisoformat(second[0][:10]) - date.fromisoformat(first[1][:10])).days)


def _score_country(one: Node, here: Setting, there: Setting, config: IdentityConfig) -> list[Reason]:
    if here.country is None or there.country is None:
        return []
    if here.country == there.country:
        return [Reason("same_country", config.same_country, here.country)]
    if one.type == "PER" and not is_common_name(one.parts):
        return []
    return [Reason("other_country", config.other_country, f"{here.country} / {there.country}")]
