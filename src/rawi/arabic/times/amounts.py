"""Lengths of time and what is reckoned by them: ثلاث سنوات، نصف ساعة، قبل أشهر، بعد أسبوعين، كل عام، يومياً."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import Reading, direction_of
from rawi.arabic.times.lexicon import VAGUE_AMOUNTS
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.periods import BARE_DIRECTIONS
from rawi.arabic.times.words import words

_FRACTIONS = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3, "النصف": 0.5}
_AND_FRACTIONS = {"ونصف": 0.5, "وربع": 0.25, "وثلث": 1 / 3, "ونيف": None}
# Uncounted heaps of a unit: عشرات السنين، آلاف السنوات.
HEAPS = words("عشرات مئات مييات الاف ملايين لعشرات لمئات")
# Units that may be added to a larger one in one length of time.
_SMALLER = {"DE": ("Y",), "Y": ("M", "D"), "M": ("W", "D"), "W": ("D",), "D": ("H",), "H": ("MIN",), "MIN": ("S",)}
_LONG = frozenset(["طويله", "عديده", "عده", "كثيره", "قليله", "معدوده", "قصيره", "مضت", "متتاليه", "متواليه", "كامله"])
_FULL = frozenset(
    ["واحد", "واحدا", "فقط", "واحده", "كامل", "كامله", "متواصله", "متتاليه", "متواصل", "اضافيه", "تقريبا"]
)
# Words before a bare unit that make it a length of time.
_BEFORE_BARE_PLURAL = words(
    """
    منذ قبل بعد خلال مده لمده طوال طيله مدي مدار استمر استمرت تستمر يستمر غضون مرور مر مضي قبيل عقب فتره لفتره
    """
)
_BEFORE_BARE_ONE = words("منذ قبل بعد خلال مده لمده طوال طيله غضون ظرف مرور مدي مدار عن من كل نحو حوالي قرابه")
_APPROXIMATE = {
    "نحو": "APPROX",
    "حوالي": "APPROX",
    "قرابه": "APPROX",
    "زهاء": "APPROX",
    "يقارب": "APPROX",
    "تقريبا": "APPROX",
    "يقرب": "APPROX",
    "يزيد": "MORE_THAN",
}
_NOW = frozenset(["الان", "اليوم"])
_AGE_BEFORE = words(
    """
    عمره عمرها العمر عمر اعمارهم البالغ البالغه يبلغ تبلغ ابن ابنه سن السن بعمر والبالغ والبالغه بالغ بلغ يناهز ناهز
    عمرا اعمار اعمارهن اعمارهما العمريه الاعمار بسن لسن
    """
)
# Below or above an age: منتخب تحت 19 عاما، من هم فوق 60 عاما.
_AGE_LIMITS = frozenset(["تحت", "فوق"])
_AGES_BEFORE = words("اعمارهم اعمارهن اعمارهما الاعمار العمريه")
_AGES_BACK = 8
_AGE_AFTER = frozenset(["العمر", "عمره", "عمرها", "عمري", "عمرهم"])


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units: ``amount`` None where vague (بضعة أيام). ``first`` to ``last`` are token indexes."""

    amount: float | None
    unit: str
    first: int
    last: int
    bare: bool = False


def read_amount(cursor: Cursor, index: int) -> Amount | None:
    """A number, dual, fraction or vague quantity of a unit of time at the token."""
    fold = cursor.fold(index)
    if fold in HEAPS:
        at = index + 2 if cursor.fold(index + 1) == "من" else index + 1
        unit = cursor.word(at, "unit")
        if unit and unit.number == "many" and not unit.cut and cursor.adjoins(at):
            return Amount(None, str(unit.value), index, at + 1)
    number = cursor.numbers.get(index)
    if number is not None:
        unit = cursor.word(number.last, "unit")
        if unit is None or not cursor.adjoins(number.last) or unit.article or unit.cut:
            return None
        if number.definite and unit.number != "many":
            # الستون دقيقة is as often a name as a length; قبل قرابة العشرة أيام is always one.
            return None
        value = number.value if number.value is not None else None
        return _complete(cursor, Amount(value, str(unit.value), index, number.last + 1))
    bare = fold[1:] if fold[:1] in ("و", "ل", "ب") and (fold[1:] in _FRACTIONS or fold[1:] in VAGUE_AMOUNTS) else fold
    if bare in _FRACTIONS and bare != "النصف":
        unit = cursor.word(index + 1, "unit")
        whole = unit is not None and unit.article and unit.value == "H" and bare != "ثلث"  # نصف الساعة
        if ((unit and not unit.article) or whole) and unit and unit.number == "one" and unit.value not in ("S", "N"):
            if unit.cut:
                return None
            return Amount(_FRACTIONS[bare], str(unit.value), index, index + 2)
        return None
    if bare in VAGUE_AMOUNTS:
        at = index + 2 if bare == "عدد" and cursor.fold(index + 1) == "من" else index + 1
        if bare == "عدد" and at == index + 1:
            return None
        unit = cursor.word(at, "unit")
        if unit and unit.number == "many" and not unit.cut and cursor.adjoins(at):
            return Amount(None, str(unit.value), index, at + 1)
        return None
    unit = cursor.word(index, "unit")
    if unit is None or unit.article:
        return None
    if unit.number == "two":
        return _complete(cursor, Amount(2, str(unit.value), index, index + 1))
    if unit.number == "many":
        return _read_bare_plural(cursor, index, str(unit.value), unit.clitic)
    return _read_bare_one(cursor, index, str(unit.value), unit.clitic)


def _complete(cursor: Cursor, found: Amount) -> Amount:
    """With ونصف, كاملة and the like after it."""
    at, amount = found.last, found.amount
    fraction = _AND_FRACTIONS.get(cursor.fold(at))
    if cursor.fold(at) in _AND_FRACTIONS and cursor.adjoins(at):
        amount = amount + fraction if amount is not None and fraction else amount
        at += 1
        repeated = cursor.word(at, "unit")
        if repeated and repeated.value == found.unit and not repeated.cut:
            at += 1
    return replace(found, amount=amount, last=at)


def _read_bare_plural(cursor: Cursor, index: int, unit: str, clitic: str) -> Amount | None:
    """أشهر، سنوات طويلة: only where something before or behind says that a length of time is meant."""
    long = cursor.fold(index + 1) in _LONG and cursor.adjoins(index + 1)
    end = index + 2 if long else index + 1
    if clitic in ("ل", "ول") or (long and not clitic):
        return Amount(None, unit, index, end, bare=True)
    if _before(cursor, index) in _BEFORE_BARE_PLURAL or (cursor.fold(index + 1) in BARE_DIRECTIONS):
        return Amount(None, unit, index, end, bare=True)
    return None


def _read_bare_one(cursor: Cursor, index: int, unit: str, clitic: str) -> Amount | None:
    """أسبوع، عام: one of it, after منذ، خلال، أقل من and their like."""
    following = cursor.fold(index + 1)
    whole = clitic in ("ل", "ول") and following in _FULL and cursor.adjoins(index + 1)  # ليوم كامل
    if (clitic and not whole) or cursor.word(index, "unit") is None or unit in ("N", "DE", "CE"):
        return None
    at = index + 1
    if unit == "S" or (following.startswith("ال") and cursor.adjoins(index + 1) and following != "الي"):
        return None
    before = _before(cursor, index)
    half = cursor.fold(at) in _AND_FRACTIONS and cursor.adjoins(at)
    if following in _FULL and cursor.adjoins(at) and not half:
        if before == "في" and unit == "D":
            return None
        return Amount(1, unit, index, at + 1, bare=True)
    if half and unit in ("H", "D", "Y", "M", "W"):
        return replace(_complete(cursor, Amount(1, unit, index, at)), bare=True)
    if before == "في" and unit in ("W", "M") and not cursor.word(at, "month", "hijri", "month2", "hijri2"):
        return Amount(1, unit, index, at, bare=True)
    if before not in _BEFORE_BARE_ONE:
        return None
    if before == "من" and cursor.fold(index - 2) not in ("اكثر", "اقل", "باكثر", "لاكثر", "لاقل", "ابعد"):
        return None
    if before == "عن" and cursor.fold(index - 2) not in ("يزيد", "تزيد", "يقل", "تقل"):
        return None
    if unit == "D" and before in ("خلال", "بعد", "قبل", "عن", "مدي") and cursor.adjoins(at) and cursor.numbers.get(at):
        return None
    return Amount(1, unit, index, at, bare=True)


def _before(cursor: Cursor, index: int) -> str:
    """The word before, without و and ف, approximations left out."""
    at = index - 1
    while cursor.fold(at) in _APPROXIMATE:
        at -= 1
    fold = cursor.fold(at)
    stripped = fold[1:] if fold[:1] in ("و", "ف") else fold
    return stripped if stripped in _BEFORE_BARE_PLURAL or stripped in _BEFORE_BARE_ONE else fold


def is_age(cursor: Cursor, found: Amount) -> bool:
    """Whether the amount is somebody's age: البالغ من العمر 42 عاماً، (30 سنة)، في ال25 من عمره."""
    if found.unit not in ("Y", "M", "D", "W"):
        return False
    after = cursor.fold(found.last)
    if (after == "من" and cursor.fold(found.last + 1) in _AGE_AFTER) or after in ("عمرا",):
        return True
    before = cursor.fold(found.first - 1)
    if found.unit == "Y" and before in ("(", "«", '"', "“") and after in ("»", '"', "”"):
        return True
    if found.unit == "Y" and before == "(" and after in (")", "و", "،", "-"):
        return True
    if found.unit == "Y" and before in ("،", "-", ",") and after in ("،", "-", ",") and found.amount is not None:
        return _is_name_like(cursor, found.first - 2)
    limit = before if before not in ("-", "–", "/") else cursor.fold(found.first - 3)
    if found.unit == "Y" and limit in _AGE_LIMITS:
        return True
    if any(cursor.fold(found.first - back) in _AGES_BEFORE for back in range(1, _AGES_BACK + 1)):
        return True  # تتراوح أعمارهم ما بين 14 و18 سنة
    return any(cursor.fold(found.first - back) in _AGE_BEFORE for back in (1, 2, 3, 4))


def _is_name_like(cursor: Cursor, index: int) -> bool:
    """A weak sign of a name before an age in apposition (محمد السالم، 25 عاماً،): no verb of lasting before it."""
    return not any(
        cursor.fold(index - back) in ("مده", "لمده", "بالسجن", "بالحبس", "استمر", "استمرت", "منذ", "قبل", "بعد", "خلال")
        for back in range(0, 6)
    )


def approximation(cursor: Cursor, index: int) -> str | None:
    """The modifier before an amount (نحو، أكثر من), as TIMEX3's mod; it stays outside the span."""
    found = _APPROXIMATE.get(cursor.fold(index - 1))
    if found:
        return found
    if cursor.fold(index - 1) == "من":
        word = cursor.fold(index - 2).lstrip("وبل")
        return {"اكثر": "MORE_THAN", "اقل": "LESS_THAN", "ازيد": "MORE_THAN"}.get(word)
    if cursor.fold(index - 1) in ("عن", "علي") and cursor.fold(index - 2) in ("يزيد", "تزيد", "يقل", "تقل"):
        return "MORE_THAN" if "زيد" in cursor.fold(index - 2) else "LESS_THAN"
    return None


def read_duration(cursor: Cursor, index: int) -> Reading | None:
    """A length of time; with مضت or مقبلة it lies before or after now."""
    found = read_amount(cursor, index)
    if found is None or is_age(cursor, found):
        return None
    if cursor.fold(index - 1) in ("كل", "وكل") or (found.bare and cursor.word(index - 2, "unit")):
        return None  # كل يوم is a set; يوماً بعد يوم is no time
    meaning = Meaning("duration", unit=found.unit, amount=found.amount, modifier=approximation(cursor, index))
    added = _read_rest(cursor, found)
    if added:
        meaning, found = replace(meaning, rest=added[0]), replace(found, last=added[1])
    direction = BARE_DIRECTIONS.get(cursor.fold(found.last)) if cursor.adjoins(found.last) else None
    if direction:
        shift = -1 if direction == "past" else 1
        return replace(meaning, shift=shift), index, found.last + 1
    named = direction_of(cursor.modifier(found.last))
    if named in ("past", "future"):
        # الـ48 ساعة الماضية: the article stands before the number.
        return replace(meaning, shift=-1 if named == "past" else 1), index, found.last + 1
    if meaning.modifier is None and cursor.fold(found.last) == "تقريبا":
        meaning = replace(meaning, modifier="APPROX")
    return meaning, index, found.last


def _read_rest(cursor: Cursor, found: Amount) -> tuple[Meaning, int] | None:
    """What و adds in a smaller unit: سنة وثلاثة أشهر، ساعتين وأربعين دقيقة، 3 أعوام و6 أشهر."""
    if found.amount is None or found.amount != int(found.amount) or not cursor.adjoins(found.last):
        return None
    at = found.last
    apart = cursor.fold(at) == "و"
    at += apart
    if not apart and not cursor.fold(at).startswith("و"):
        return None
    number, unit = cursor.integer(at), cursor.word(at, "unit")
    if number:
        unit, amount, end = cursor.word(number[1], "unit"), number[0], number[1] + 1
        if unit is None or unit.article or unit.cut:
            return None
    elif unit and not unit.article and unit.clitic == ("" if apart else "و") and unit.number in ("one", "two"):
        amount, end = (2 if unit.number == "two" else 1), at + 1
    else:
        return None
    if unit.value not in _SMALLER.get(found.unit, ()) or not cursor.adjoins(end - 1):
        return None
    return Meaning("duration", unit=str(unit.value), amount=amount), end


def read_distance(cursor: Cursor, index: int) -> Reading | None:
    """قبل ثلاثة أيام، بعد بضع سنوات: before now; after what was told (a length) or, said of the future, after now."""
    fold = cursor.fold(index)
    bare = fold[1:] if fold[:1] in ("و", "ف") else fold
    if (
        bare not in ("قبل", "بعد")
        or not cursor.adjoins(index + 1)
        or (cursor.fold(index - 1) == "من" and bare == "قبل")
    ):
        return None
    at, modifier = index + 1, None
    if cursor.fold(at) in _APPROXIMATE:
        modifier, at = _APPROXIMATE[cursor.fold(at)], at + 1
    elif cursor.fold(at) in ("اكثر", "اقل") and cursor.fold(at + 1) == "من":
        modifier, at = "MORE_THAN" if cursor.fold(at) == "اكثر" else "LESS_THAN", at + 2
    if cursor.fold(at) in ("مرور", "مضي"):
        at += 1
    found = read_amount(cursor, at) if at < cursor.count else None
    if found is None or is_age(cursor, found):
        return None
    if cursor.word(index - 1, "unit") and found.amount == 1:
        return None  # يوماً بعد يوم
    added = _read_rest(cursor, found)
    if added:
        found = replace(found, last=added[1])
    end = found.last + (cursor.fold(found.last) in BARE_DIRECTIONS or cursor.fold(found.last) in ("مضت", "خلت"))
    if cursor.fold(end) == "من" and cursor.fold(end + 1) in _NOW:
        meaning = Meaning("distance", unit=found.unit, amount=found.amount, shift=-1 if bare == "قبل" else 1)
        return replace(meaning, modifier=modifier, rest=added[0] if added else None), index, end + 2
    # قبل ثلاثة أيام من الاقتراع and بعد عام على الحرب hang on an event, not on now.
    tied = cursor.fold(end) in (("من", "علي") if bare == "بعد" else ("من",)) and cursor.adjoins(end)
    kind = "duration" if tied or bare == "بعد" else "distance"
    meaning = Meaning(
        "distance" if kind == "distance" else "duration",
        unit=found.unit,
        amount=found.amount,
        shift=(-1 if bare == "قبل" else 1) if not tied else None,
        modifier=modifier,
        vague=bare == "بعد",
        rest=added[0] if added else None,
    )
    return meaning, index, end


def read_set(cursor: Cursor, index: int) -> Reading | None:
    """يومياً، كل عام، كل ثلاثة أشهر، كل يوم جمعة، مرتين في الأسبوع."""
    found = cursor.word(index, "set")
    if found:
        return Meaning("set", reference=str(found.value)), index, index + 1
    fold = cursor.fold(index)
    if fold not in ("كل", "وكل", "بكل"):
        return None
    at = index + 1
    part = cursor.word(at, "daypart")
    if part and not part.article and not part.cut and cursor.adjoins(at):
        return Meaning("set", reference="P1D"), index, at + 1
    weekday_at = at + 1 if cursor.fold(at) == "يوم" else at
    weekday = cursor.word(weekday_at, "weekday")
    if weekday and not weekday.cut and (not weekday.article or weekday_at > at):
        return Meaning("set", reference=f"XXXX-WXX-{weekday.value}"), index, weekday_at + 1
    unit = cursor.word(at, "unit")
    if unit and unit.number == "one" and not unit.article and not unit.cut and unit.value != "S":
        return Meaning("set", unit=str(unit.value), amount=1), index, at + 1
    amount = read_amount(cursor, at) if cursor.adjoins(at) else None
    if amount and amount.amount is not None and not amount.bare:
        return Meaning("set", unit=amount.unit, amount=amount.amount), index, amount.last
    return None
