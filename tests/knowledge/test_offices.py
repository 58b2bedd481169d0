"""Titles to the holders of that day, and persons to their terms."""

from __future__ import annotations

import itertools

import pytest

from rawi.knowledge import load_knowledge
from rawi.model.dates import is_date

knowledge = load_knowledge()


@pytest.mark.parametrize(
    ("title", "day", "names"),
    [
        ("الرئيس الأميركي", "2020-08-20", ["دونالد ترامب"]),
        ("الرئيس الامريكي", "2021-02", ["جو بايدن"]),
        ("رئيس الولايات المتحدة", "2012", ["باراك أوباما"]),
        ("الرئيس الأميركي", "2021-01", ["دونالد ترامب", "جو بايدن"]),
        ("رئيس مجلس الوزراء العراقي", "2020-08-20", ["مصطفى الكاظمي"]),
        ("رئيس الحكومة العراقية", "2015", ["حيدر العبادي"]),
        ("رئيس وزراء العراق", "2010-06-01", ["نوري المالكي"]),
        ("وزير الخارجية الأمريكي", "2020-08-20", ["مايك بومبيو"]),
        ("وزير خارجية إيران", "2015-07-14", ["محمد جواد ظريف"]),
        ("وزير الخارجية الإيراني", "2022", ["حسين أمير عبد اللهيان"]),
        ("قائد فيلق القدس", "2020-01-01", ["قاسم سليماني"]),
        ("قائد فيلق القدس الإيراني", "2020-08", ["إسماعيل قاآني"]),
        ("ولي العهد السعودي", "2018-10-02", ["محمد بن سلمان"]),
        ("ولي عهد السعودية", "2016", ["محمد بن نايف"]),
        ("الأمين العام للأمم المتحدة", "2015-03-01", ["بان كي مون"]),
        ("المستشارة الألمانية", "2020", ["أنغيلا ميركل"]),
        ("العاهل الأردني", "2015-02-04", ["عبد الله الثاني"]),
        ("المرشد الإيراني", "2020", ["علي خامنئي"]),
        ("خادم الحرمين الشريفين", "2014-12-31", ["عبد الله بن عبد العزيز"]),
        ("خادم الحرمين الشريفين", "2015-08-01", ["سلمان بن عبد العزيز"]),
        ("وزيرة خارجية الاتحاد الأوروبي", "2015", ["فيديريكا موغيريني"]),
        ("المبعوث الأممي إلى اليمن", "2016", ["إسماعيل ولد الشيخ أحمد"]),
        ("فخامة الرئيس المصري", "2015", ["عبد الفتاح السيسي"]),
        ("الرئيس الأميركي المنتهية ولايته", "2020-12", ["دونالد ترامب"]),
        ("الرئيس الأميركي المتحدث", "2015", []),
        ("مستشار الرئيس الأميركي", "2020", []),
        ("رئيس نادي الرياض", "2020", []),
    ],
)
def test_a_title_names_the_holder_of_the_day(title: str, day: str, names: list[str]) -> None:
    assert [holder.name for holder in knowledge.resolve_office(title, day, day)] == names


def test_an_undated_title_names_all_holders_in_order() -> None:
    starts = [holder.first_day for holder in knowledge.resolve_office("الرئيس الفرنسي")]
    assert len(starts) > 3
    assert starts == sorted(starts)


def test_a_feminine_title_names_women_only() -> None:
    names = [holder.name for holder in knowledge.resolve_office("وزيرة الخارجية الأميركية")]
    assert names == ["مادلين أولبرايت", "كوندوليزا رايس", "هيلاري كلينتون"]


def test_a_masculine_title_may_name_a_woman() -> None:
    assert [holder.name for holder in knowledge.resolve_office("رئيس الوزراء البريطاني", "2018", "2018")] == [
        "تيريزا ماي"
    ]


def test_a_former_holder_is_one_whose_term_is_over_the_last_first() -> None:
    names = [holder.name for holder in knowledge.resolve_office("الرئيس الأميركي السابق", "2022-05-01", "2022-05-01")]
    assert names[:2] == ["دونالد ترامب", "باراك أوباما"]
    assert "جو بايدن" not in names


def test_an_elected_holder_is_one_about_to_begin() -> None:
    names = [holder.name for holder in knowledge.resolve_office("الرئيس الأميركي المنتخب", "2020-11-20", "2020-11-20")]
    assert names == ["جو بايدن"]


def test_a_name_after_the_title_chooses() -> None:
    assert [holder.name for holder in knowledge.resolve_office("وزير الخارجية السعودي الأمير سعود الفيصل")] == [
        "سعود الفيصل"
    ]
    assert knowledge.resolve_office("وزير الخارجية السعودي هاشم المنسي") == ()


def test_a_title_without_a_country_needs_one() -> None:
    assert knowledge.resolve_office("رئيس الوزراء", "2020-08-20", "2020-08-20") == ()
    assert [
        holder.name for holder in knowledge.resolve_office("رئيس الوزراء", "2020-08-20", "2020-08-20", country="IQ")
    ] == ["مصطفى الكاظمي"]
    assert [office.id for office in knowledge.find_offices("وزير الدفاع", country="LB")] == ["lb-defence-minister"]


def test_terms_of_a_person_in_any_spelling() -> None:
    offices = [term.office for term in knowledge.terms_of("رجب طيب إردوغان")]
    assert offices == ["tr-prime-minister", "tr-president"]
    assert knowledge.terms_of("أردوغان") == knowledge.terms_of("recep-tayyip-erdogan")
    assert knowledge.terms_of("هاشم المنسي") == ()


@pytest.mark.parametrize(
    ("title", "name", "terms"),
    [
        ("الرئيس الأميركي", "جو بايدن", (("2021-01-20", "2025-01-20"),)),
        ("الرئيس الأميركي", "ترامب", (("2017-01-20", "2021-01-20"), ("2025-01-20", None))),
        ("الرئيس الأمريكي", "ترمب", (("2017-01-20", "2021-01-20"), ("2025-01-20", None))),
        ("نائب الرئيس الأميركي", "بايدن", (("2009-01-20", "2017-01-20"),)),
        ("رئيس الوزراء العراقي", "الكاظمي", (("2020-05-07", "2022-10-27"),)),
        ("رئيس الوزراء العراقي", "كاظمي", (("2020-05-07", "2022-10-27"),)),
        ("الرئيس الأميركي", "فلاديمير بوتين", ()),
        # Known to the month only: the widest days it may mean.
        ("مدير وكالة الاستخبارات المركزية", "بومبيو", (("2017-01-23", "2018-04-26"),)),
        ("قائد القيادة المركزية الأميركية", "جون أبي زيد", (("2003-07-01", "2007-03-31"),)),
    ],
)
def test_an_office_bounds_the_days(title: str, name: str, terms: tuple[tuple[str, str | None], ...]) -> None:
    assert knowledge.bound_by_office(title, name) == terms


def test_every_office_has_a_holder_and_every_term_real_dates() -> None:
    held = {holder.office for holder in knowledge.holders}
    assert {office.id for office in knowledge.offices} == held
    for holder in knowledge.holders:
        assert is_date(holder.first_day)
        assert holder.last_day is None or holder.last_day >= holder.first_day


def test_every_office_is_found_by_its_name() -> None:
    for office in knowledge.offices:
        for title in (office.name, *(alias for alias in office.aliases if "{" not in alias)):
            assert office in knowledge.find_offices(title), title


@pytest.mark.parametrize("kind", ["president", "king", "emir", "sultan", "crown-prince", "foreign-minister"])
def test_one_holder_at_a_time(kind: str) -> None:
    """Two full holders of one office never share more than the day (or imprecise month, year) of the handover."""
    offices = {office.id for office in knowledge.offices if office.kind == kind}
    for office in sorted(offices):
        terms = sorted((term for term in knowledge.holders if term.office == office), key=lambda term: term.first_day)
        for earlier, later in itertools.pairwise(terms):
            assert earlier.end is not None, (office, earlier.name)
            shortest = min(len(earlier.end), len(later.start))
            assert earlier.end[:shortest] <= later.start[:shortest], (office, earlier.name, later.name)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("الرئيس عبدربه منصور هادي", ["عبد ربه منصور هادي"]),
        ("وزير الخارجية جون كيري", ["جون كيري"]),
        ("رئيس الوزراء حيدر العبادي", ["حيدر العبادي"]),
        ("الرئيس أوباما", ["باراك أوباما"]),
        ("الملك سلمان بن عبدالعزيز", ["سلمان بن عبد العزيز"]),
        ("الرئيس المخلوع علي عبدالله صالح", ["علي عبد الله صالح"]),
        ("الرئيس محمد", []),
        ("الرئيس التنفيذي للشركة", []),
        ("الرئيس", []),
    ],
)
def test_a_name_tells_the_country_of_a_bare_title(title: str, names: list[str]) -> None:
    assert [holder.name for holder in knowledge.resolve_office(title)] == names
    assert bool(knowledge.find_offices(title)) == bool(names)


def test_a_foreign_name_overrules_the_country_asked_for() -> None:
    assert [holder.name for holder in knowledge.resolve_office("وزير الخارجية جون كيري", country="SA")] == ["جون كيري"]
    assert knowledge.bound_by_office("رئيس الوزراء", "حيدر العبادي") == (("2014-09-08", "2018-10-25"),)


@pytest.mark.parametrize(
    ("title", "day", "name"),
    [
        ("وزير الخارجية بجمهورية مصر العربية", "2015-08", "سامح شكري"),
        ("وزير الخارجية بدولة قطر", "2015-08", "خالد بن محمد العطية"),
        ("رئيس الوزراء في العراق", "2015-08", "حيدر العبادي"),
        ("وزير الدفاع للولايات المتحدة", "2016", "آشتون كارتر"),
    ],
)
def test_the_country_may_stand_behind_a_preposition(title: str, day: str, name: str) -> None:
    assert [holder.name for holder in knowledge.resolve_office(title, day, day)] == [name]
