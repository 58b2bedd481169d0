"""Names to countries, places, organisations, agencies, outlets and persons, in any usual spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.knowledge import load_knowledge

knowledge = load_knowledge()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("أمريكا", "US"),
        ("امريكا", "US"),
        ("الولايات المتحدة الاميركية", "US"),
        ("جمهورية مصر العربية", "EG"),
        ("سورية", "SY"),
        ("الجمهوريه الاسلاميه الايرانيه", "IR"),
        ("الإمارات العربية المتحدة", "AE"),
        ("IQ", "IQ"),
        ("IRQ", "IQ"),
        ("انجلترا", "GB"),
    ],
)
def test_countries(name: str, code: str) -> None:
    country = knowledge.find_country(name)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("أميركي", "US"),
        ("الأمريكية", "US"),
        ("الأميركيون", "US"),
        ("الأميركيين", "US"),
        ("أميركيان", "US"),
        ("الإيرانيتين", "IR"),
        ("السعوديات", "SA"),
        ("الأتراك", "TR"),
        ("ألمان", "DE"),
        ("الروس", "RU"),
        ("مغاربة", "MA"),
        ("الكورية الشمالية", "KP"),
        ("كوري جنوبي", "KR"),
        ("الجنوب أفريقية", "ZA"),
        ("العُماني", "OM"),
    ],
)
def test_demonyms(word: str, code: str) -> None:
    country = knowledge.find_country_by_demonym(word)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize("word", ["المالية", "القمرية", "المجرى", "الدولية", "الحكومية", "كوري"])
def test_words_that_are_no_demonyms(word: str) -> None:
    assert knowledge.find_country_by_demonym(word) is None


def test_weak_demonyms_count_beside_a_title() -> None:
    mali = knowledge.find_country_by_demonym("المالي", weak=True)
    assert mali is not None
    assert mali.code == "ML"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("أ ف ب", "afp"),
        ("(أ.ف.ب)", "afp"),
        ("ا ف ب", "afp"),
        ("فرانس برس", "afp"),
        ("وكالة فرانس برس", "afp"),
        ("رويترز", "reuters"),
        ("وكالة أنباء رويترز", "reuters"),
        ("أسوشيتدبرس", "associated-press"),
        ("أ ب", "associated-press"),
        ("د ب أ", "dpa"),
        ("واس", "spa"),
        ("وكالة الأنباء السعودية", "spa"),
        ("وام", "wam"),
        ("الأناضول", "anadolu"),
        ("وكالة أنباء الأناضول", "anadolu"),
        ("وكالة أنباء تسنيم", "tasnim"),
        ("أ ش أ", "mena"),
        ("ومع", "map"),
        ("معا", "maan"),
        ("إرنا", "irna"),
        ("شينخوا", "xinhua"),
        ("سانا", "sana"),
    ],
)
def test_agencies(text: str, agency: str) -> None:
    found = knowledge.find_agency(text)
    assert found is not None
    assert found.id == agency


def test_everyday_words_are_signatures_only() -> None:
    everyday = {"معا", "بنا", "واس", "ومع", "سبا", "فارس", "مهر", "اب", "وام", "وال", "وات", "تاس"}
    named = {
        alias.replace(" ", "").replace(".", "")
        for agency in knowledge.agencies
        for alias in (agency.name, *agency.aliases)
    }
    assert not everyday & named


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("الشرق الأوسط", "aawsat.com"),
        ("صحيفة عكاظ", "okaz.com.sa"),
        ("https://www.okaz.com.sa/news/1", "okaz.com.sa"),
        ("www.bbc.com/arabic/12", "bbc.com/arabic"),
        ("قناة العربية", "alarabiya.net"),
    ],
)
def test_outlets(text: str, domain: str) -> None:
    found = knowledge.find_outlet(text)
    assert found is not None
    assert domain in found.domains


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("داعش", "Islamic State"),
        ("تنظيم الدولة الإسلامية", "Islamic State"),
        ("الناتو", "NATO"),
        ("أنصار الله", "Houthis"),
        ("الحشد الشعبي", "Popular Mobilization Forces"),
        ("البنتاجون", "US Department of Defense"),
    ],
)
def test_organisations(name: str, english: str) -> None:
    found = knowledge.find_organisation(name)
    assert found is not None
    assert found.english == english


def test_places_and_what_they_stand_for() -> None:
    mosul, white_house = knowledge.find_place("الموصل"), knowledge.find_place("البيت الأبيض")
    assert mosul is not None
    assert mosul.country == "IQ"
    assert white_house is not None
    assert (white_house.type, white_house.stands_for) == ("FAC", "us-presidency")


@given(st.text(max_size=30))
def test_finders_take_any_text(text: str) -> None:
    knowledge.find_country(text)
    knowledge.find_country_by_demonym(text, weak=True)
    knowledge.find_place(text)
    knowledge.find_organisation(text)
    knowledge.find_agency(text)
    knowledge.find_outlet(text)
    assert isinstance(knowledge.find_persons(text), tuple)
    assert isinstance(knowledge.resolve_office(text, "2020", "2021"), tuple)


def test_every_name_finds_something() -> None:
    for name, kind, identifier in knowledge.iter_names():
        assert name == name.strip()
        if kind == "PER":
            assert identifier in [person.id for person in knowledge.find_persons(name)]


def test_names_that_are_everyday_words_are_found_but_not_listed() -> None:
    listed = {name for name, _, _ in knowledge.iter_names()}
    assert not {"المدينة", "الحياة", "سبق", "إب", "مالي", "صدام", "آفاد"} & listed
    assert {"صحيفة المدينة", "عدن", "داعش", "رويترز", "مصطفى الكاظمي"} <= listed
    assert [kind for name, kind, _ in knowledge.iter_names() if name == "الشرق الأوسط"] == ["LOC"]
    assert knowledge.find_outlet("المدينة") is not None
    assert knowledge.find_place("إب") is not None


def test_persons_by_full_name_alias_and_surname() -> None:
    assert [person.id for person in knowledge.find_persons("مصطفى الكاظمي")] == ["mustafa-al-kadhimi"]
    assert [person.id for person in knowledge.find_persons("الملك سلمان")] == ["salman-of-saudi-arabia"]
    assert knowledge.find_persons("ترمب")[0].id == "donald-trump"
    surnames = [person.english for person in knowledge.find_persons("كلينتون")]
    assert {"Bill Clinton", "Hillary Clinton"} <= set(surnames)
    assert knowledge.find_persons("هاشم المنسي") == ()


def test_words_of_names_are_folded() -> None:
    assert {"محمد", "احمد", "هدي", "ويليام"} <= knowledge.given_names
    assert {"الكاظمي", "اردوغان"} <= knowledge.family_names
    # Words that would turn every sentence into a name.
    assert not {"ان", "هو", "كان", "غير", "حتي", "لولا", "الان"} & (knowledge.given_names | knowledge.family_names)


def test_the_common_spellings_of_america_and_the_like_are_one() -> None:
    assert knowledge.find_organisation("وزارة الخارجية الأمريكية") == knowledge.find_organisation(
        "وزارة الخارجية الأميركية"
    )
    assert knowledge.find_organisation("الحزب الديموقراطي الأمريكي") is not None
