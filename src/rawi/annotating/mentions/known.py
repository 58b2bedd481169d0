"""The gazetteer of the knowledge tables: which of its names can be trusted on sight, and which are everyday words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from rawi.annotating.mentions.gazetteer import Entry, Gazetteer, spell_out
from rawi.annotating.mentions.words import HONORIFICS
from rawi.arabic.letters import fold
from rawi.knowledge import Knowledge
from rawi.knowledge.naming import inflect_demonym
from rawi.model.labels import MentionType

# Names of one word that are everyday words too. Alone they name nothing; beside صحيفة، حزب، مدينة or in quotes they do.
_WORDS = """
القاعدة النهضة الفتح فتح أمل بدر الدعوة الشباب الحياة الجزيرة العربية المنار الميادين الحرة الاتحاد الهلال
النصر الأهلي الشعلة الوحدة المستقبل الوفد الأمة العمل العدالة التنمية الإصلاح الحكمة النور الكرامة الحرية الوطن
اليوم الرأي الغد الدستور الأيام الشرق الخليج البيان الراية العرب القدس النهار السفير الأخبار الجمهورية المدينة
التعاون التضامن الفيصلي الشورى الدولي النجدة الصحوة الفجر القبس الأنباء السياسة الوسط الحد البلاد الندوة المساء
الأهرام الخبر العين الشرقية الجنوب الشمال الغربية الوسطى القصر صور الدير الرس الجبل النجم القرية الميناء السد
السوق المرج مالي بنين قنا بيش رماح العلا الخرج المجمعة البدائع الحوطة الشفاء السلام الفرات النيل الزهور الروضة
الحديقة الأحمر المتوسط المحرق العاصمة الهدى الساحل البحر الشعب التحرير الثورة الحرم الكعبة الأرض الجامعة اللجنة
المركز الحشد الإخوان الجيش الحكومة البرلمان المجلس الهيئة التحالف المقاومة المعارضة النصرة الجهاد الأحرار
الجبهة التيار الحزب
"""
_EVERYDAY = frozenset(fold(word) for word in _WORDS.split())


@lru_cache(maxsize=8)
def known_names(knowledge: Knowledge) -> Gazetteer:
    """The knowledge's names as a gazetteer; made once for each knowledge."""
    return Gazetteer.build(_entries(knowledge), _nationalities(knowledge), knowledge.family_names)


def _entries(knowledge: Knowledge) -> Iterator[Entry]:
    for country in knowledge.countries:
        yield from _spelled(country.code, country.name, country.aliases, "GPE")
    for place in knowledge.places:
        yield from _spelled(place.id, place.name, place.aliases, cast(MentionType, place.type))
    for organisation in knowledge.organisations:
        yield from _spelled(organisation.id, organisation.name, organisation.aliases, "ORG")
    for agency in knowledge.agencies:
        yield from _spelled(agency.id, agency.name, agency.aliases, "ORG")
    for person in knowledge.persons:
        for entry in spell_out(person.id, person.name, person.aliases, "PER", weak_single=True):
            if entry.words[0] not in HONORIFICS:  # الملك سلمان is a title and a name
                yield entry
    for outlet in knowledge.outlets:
        yield from spell_out(outlet.id, outlet.name, outlet.aliases, "ORG", weak_single=True)


def _spelled(id_: str, name: str, aliases: tuple[str, ...], kind: MentionType) -> Iterator[Entry]:
    for entry in spell_out(id_, name, aliases, kind, weak_single=False):
        if entry.weak or (len(entry.words) == 1 and entry.words[0] in _EVERYDAY):
            yield Entry(entry.words, entry.id, entry.name, entry.type, weak=True)
        else:
            yield entry


def _nationalities(knowledge: Knowledge) -> Iterator[str]:
    for country in knowledge.countries:
        for demonym in (*country.demonyms, *country.weak_demonyms):
            yield from (form for form in inflect_demonym(demonym) if " " not in form)
        for people in country.peoples:
            yield from (fold(people), "ال" + fold(people))
