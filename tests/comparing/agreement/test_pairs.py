"""How outlets differ: pairs of reports of one story in our own words, and what is said of each pair."""

from __future__ import annotations

import pytest

from rawi.annotating.figures import annotate_figures
from rawi.annotating.times import annotate_times
from rawi.comparing.agreement import compare_claims
from rawi.model.annotation import AnnotatedArticle, Mention, PublishedDate
from rawi.model.article import Article
from rawi.model.corpus import Comparison, Story

DAY, NEXT = "2019-03-05", "2019-03-06"


def report(
    text: str, outlet: str, day: str = DAY, *, title: str | None = None, people: str = "", places: str = ""
) -> AnnotatedArticle:
    """An article with its figures and times, and the persons and places that are listed, parted by bars."""
    mentions = [
        Mention(text.index(name), text.index(name) + len(name), kind, name=name)
        for names, kind in ((people, "PER"), (places, "LOC"))
        for name in names.split("|")
        if name and name in text
    ]
    bare = AnnotatedArticle(
        Article.create(text, outlet=outlet, title=title),
        PublishedDate(day, day, "given"),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
    )
    return annotate_figures(annotate_times(bare))


def compare(one: AnnotatedArticle, other: AnnotatedArticle) -> list[Comparison]:
    story = Story("s_1", "الخبر", tuple(sorted([one.id, other.id])))
    return list(compare_claims([one, other], (story,)))


def relations(one: AnnotatedArticle, other: AnnotatedArticle, kind: str | None = None) -> set[str]:
    return {item.relation for item in compare(one, other) if kind in (None, item.kind)}


# Every row: what differs, the two reports, the relation that must be said (None: no conflict may be), later or not.
PAIRS = [
    # tolls
    (
        "other tolls of one hour",
        "قتل تسعة عمال وأصيب أربعة في انهيار جسر قيد الإنشاء غرب المدينة الصناعية صباح الثلاثاء.",
        "قتل ستة عمال وأصيب أربعة في انهيار جسر قيد الإنشاء غرب المدينة الصناعية صباح الثلاثاء.",
        "conflicts",
        DAY,
    ),
    (
        "a toll that rose overnight",
        "قتل ستة عمال في انهيار جسر قيد الإنشاء غرب المدينة الصناعية صباح الثلاثاء.",
        "قتل تسعة عمال في انهيار جسر قيد الإنشاء غرب المدينة الصناعية صباح الثلاثاء.",
        "changes_over_time",
        NEXT,
    ),
    (
        "a toll called risen on the same day",
        "قتل ستة أشخاص في انهيار جسر قيد الإنشاء غرب المدينة الصناعية صباح الثلاثاء.",
        "ارتفعت حصيلة قتلى انهيار جسر قيد الإنشاء غرب المدينة الصناعية إلى تسعة قتلى.",
        "changes_over_time",
        DAY,
    ),
    (
        "an overtaken toll told beside the new one",
        "قتل 14 شخصا وأصيب 30 في تصادم حافلتين على الطريق الساحلي شمال الميناء.",
        "قتل 14 شخصا في تصادم حافلتين على الطريق الساحلي شمال الميناء، وكانت حصيلة سابقة تحدثت عن 8 قتلى.",
        None,
        DAY,
    ),
    (
        "the wounded of one report as the sum of two groups of the other",
        "أصيب 17 شخصا في تدافع عند بوابة الملعب الكبير بعد المباراة.",
        "أصيب 12 مشجعا وأصيب 5 من رجال الأمن في تدافع عند بوابة الملعب الكبير بعد المباراة.",
        None,
        DAY,
    ),
    (
        "some of the wounded",
        "أصيب 11 شخصا في انفجار أسطوانة غاز داخل مطعم وسط السوق القديم.",
        "أصيب 11 شخصا في انفجار أسطوانة غاز داخل مطعم وسط السوق القديم، وغادر ثلاثة من المصابين المستشفى.",
        None,
        DAY,
    ),
    (
        "killed of one side and of the other",
        "أسفرت المواجهات قرب المعبر الحدودي عن مقتل 18 من عناصر الجيش فجر الأربعاء.",
        "أسفرت المواجهات قرب المعبر الحدودي عن مقتل 51 من مسلحي التنظيم فجر الأربعاء.",
        None,
        DAY,
    ),
    (
        "killed and wounded counted in one number",
        "سقط 20 قتيلا وجريحا في القصف الذي استهدف سوق الخضار في البلدة مساء الاثنين.",
        "سقط 7 قتلى في القصف الذي استهدف سوق الخضار في البلدة مساء الاثنين.",
        None,
        DAY,
    ),
    # arrests, rescued, missing
    (
        "other numbers arrested",
        "اعتقلت الشرطة 23 متظاهرا خلال احتجاجات العمال أمام مبنى البلدية.",
        "اعتقلت الشرطة 40 متظاهرا خلال احتجاجات العمال أمام مبنى البلدية.",
        "conflicts",
        DAY,
    ),
    (
        "arrested here, released there",
        "اعتقلت الشرطة 23 متظاهرا خلال احتجاجات العمال أمام مبنى البلدية.",
        "أفرجت المحكمة عن 9 متظاهرين من احتجاجات العمال أمام مبنى البلدية.",
        None,
        DAY,
    ),
    (
        "other numbers rescued",
        "أنقذ خفر السواحل 64 مهاجرا من قارب غرق قبالة الساحل الغربي للجزيرة.",
        "أنقذ خفر السواحل 46 مهاجرا من قارب غرق قبالة الساحل الغربي للجزيرة.",
        "conflicts",
        DAY,
    ),
    (
        "more than a number, and a number a little above it",
        "كان على متن القارب الغارق أكثر من 600 شخص قبالة الساحل الغربي.",
        "كان على متن القارب الغارق 620 شخصا قبالة الساحل الغربي.",
        "differs_in_detail",
        DAY,
    ),
    # money, measures
    (
        "other sums of one loan",
        "وافق البنك الدولي على قرض بقيمة 350 مليون دولار لتمويل مشروع سد الوادي الكبير.",
        "وافق البنك الدولي على قرض بقيمة 530 مليون دولار لتمويل مشروع سد الوادي الكبير.",
        "conflicts",
        DAY,
    ),
    (
        "one sum in two currencies",
        "خصصت الحكومة 100 مليون دولار لتعويض مزارعي وادي النهر بعد الفيضان.",
        "خصصت الحكومة 375 مليون ريال لتعويض مزارعي وادي النهر بعد الفيضان.",
        None,
        DAY,
    ),
    (
        "a rounded weight",
        "أتلفت البلدية 17800 كيلوغرام من اللحوم الفاسدة المخزنة في مستودع جنوب الميناء.",
        "أتلفت البلدية 17 طنا من اللحوم الفاسدة المخزنة في مستودع جنوب الميناء.",
        "differs_in_detail",
        DAY,
    ),
    (
        "the same digits printed the other way round",
        "بلغت حصة محطات الساحل من إنتاج المياه المحلاة 50.3 في المائة خلال العام الماضي.",
        "بلغت حصة محطات الساحل من إنتاج المياه المحلاة 3.50 في المائة خلال العام الماضي.",
        "differs_in_detail",
        DAY,
    ),
    (
        "other floors of one building",
        "اندلع حريق في مبنى سكني مكون من ثلاثة أدوار مأهولة بالسكان في حي الروابي.",
        "اندلع حريق في مبنى سكني مكون من خمسة أدوار مأهولة بالسكان في حي الروابي.",
        "conflicts",
        DAY,
    ),
    (
        "a quarter and half a year",
        "مول الصندوق 1305 مشروعات صغيرة للشباب خلال الربع الأول.",
        "مول الصندوق 2155 مشروعا صغيرا للشباب خلال النصف الأول.",
        None,
        DAY,
    ),
    (
        "planned and reached",
        "ستوفر المدينة الصناعية الجديدة 9000 وظيفة للشباب في قطاع السيارات.",
        "وفرت المدينة الصناعية الجديدة 4000 وظيفة للشباب في قطاع السيارات.",
        "changes_over_time",
        DAY,
    ),
    (
        "a market's figure of two hours",
        "تراجع سعر خام برنت إلى 61 دولارا للبرميل في تداولات الثلاثاء.",
        "تراجع سعر خام برنت إلى 63 دولارا للبرميل في تداولات الثلاثاء.",
        "changes_over_time",
        DAY,
    ),
    # votes and shares
    (
        "other votes for one law",
        "صوت 187 نائبا لصالح قانون الموازنة في جلسة البرلمان المسائية.",
        "صوت 178 نائبا لصالح قانون الموازنة في جلسة البرلمان المسائية.",
        "conflicts",
        DAY,
    ),
    (
        "other shares in one count",
        "حصل حزب النهضة الزراعية على 32 في المائة من أصوات الناخبين في الاقتراع البلدي بعد فرز كل الصناديق.",
        "حصل حزب النهضة الزراعية على 47 في المائة من أصوات الناخبين في الاقتراع البلدي بعد فرز كل الصناديق.",
        "conflicts",
        DAY,
    ),
    (
        "votes for and votes against",
        "صوت 187 نائبا لصالح قانون الموازنة وعارضه 92 نائبا في جلسة البرلمان المسائية.",
        "عارض 92 نائبا قانون الموازنة وصوت 187 نائبا لصالحه في جلسة البرلمان المسائية.",
        None,
        DAY,
    ),
    # lengths of time
    (
        "other lengths of one festival",
        "يستمر مهرجان العسل الدولي الذي افتتحه وكيل الإمارة في المدينة عشرة أيام بمشاركة 50 عارضا.",
        "يستمر مهرجان العسل الدولي الذي افتتحه وكيل الإمارة في المدينة 12 يوما بمشاركة 50 عارضا.",
        "conflicts",
        DAY,
    ),
    (
        "two sentences of two men",
        "حكمت المحكمة على المتهم الأول بالسجن 30 عاما وعلى الثاني بالسجن 8 أعوام في قضية التهريب.",
        "حكمت المحكمة على متهمين اثنين بالسجن 38 عاما في قضية التهريب.",
        None,
        DAY,
    ),
    # changes from one number to another
    (
        "another fall of one wait",
        "سيخفض الفرع الجديد فترة انتظار السفن من 18 إلى 11 ساعة بحسب هيئة القناة.",
        "سيقلل الفرع الجديد ساعات انتظار السفن من 11 ساعة إلى 3 ساعات بحسب هيئة القناة.",
        "conflicts",
        DAY,
    ),
    (
        "the wait and the passage",
        "سيخفض الفرع الجديد فترة انتظار السفن من 18 إلى 11 ساعة بحسب هيئة القناة.",
        "سيخفض الفرع الجديد زمن عبور السفن من 22 إلى 11 ساعة بحسب هيئة القناة.",
        None,
        DAY,
    ),
    # hours
    (
        "morning and noon of one fire",
        "أصيب شخصان بالاختناق في حريق اندلع ظهر أمس في أحد فنادق حي الميناء.",
        "أصيب شخصان بالاختناق إثر حريق اندلع صباح اليوم في أحد فنادق حي الميناء.",
        "conflicts",
        DAY,
    ),
    (
        "evening and a clock after noon",
        "اصطدم قطاران مساء الثلاثاء قرب محطة الوادي جنوب العاصمة وأصيب ركاب بجروح.",
        "اصطدم قطاران عند الساعة 6:30 مساء الثلاثاء قرب محطة الوادي جنوب العاصمة وأصيب ركاب بجروح.",
        None,
        DAY,
    ),
    (
        "what still went on in the evening",
        "احتجز مسلحون رهائن في فندق وسط البلدة في عملية لا تزال متواصلة مساء الجمعة.",
        "احتجز مسلحون رهائن في فندق وسط البلدة بعدما هاجموه صباح الجمعة.",
        None,
        DAY,
    ),
    # ages
    (
        "a man in his thirties, and one of 27",
        "أصيب رجل ثلاثيني في انقلاب شاحنة على طريق المطار.",
        "أصيب رجل 27 سنة في انقلاب شاحنة على طريق المطار.",
        "conflicts",
        DAY,
    ),
    (
        "a man in his thirties, and one of 34",
        "أصيب رجل ثلاثيني في انقلاب شاحنة على طريق المطار.",
        "أصيب رجل 34 سنة في انقلاب شاحنة على طريق المطار.",
        None,
        DAY,
    ),
    (
        "a man and a woman",
        "أصيب رجل 27 سنة في انقلاب شاحنة على طريق المطار.",
        "أصيبت امرأة 50 سنة في انقلاب شاحنة على طريق المطار.",
        None,
        DAY,
    ),
    # where
    (
        "two places of one day",
        "قتل ثلاثة أشخاص في انهيار منزل في بلدة العين القديمة بعد الأمطار.",
        "قتل ثلاثة أشخاص في انهيار منزل في بلدة الغدير الأعلى بعد الأمطار.",
        "conflicts",
        DAY,
    ),
    (
        "distances are facts of the map",
        "تقع القرية التي ضربها الزلزال على بعد 90 كيلومترا شمال العاصمة عند سفح الجبل.",
        "تقع القرية التي ضربها الزلزال على بعد 160 كيلومترا شمال العاصمة عند سفح الجبل.",
        "conflicts",
        DAY,
    ),
    # agreeing
    (
        "digits and words",
        "شارك 15 متطوعا في تنظيف شاطئ الخليج الصغير صباح الثلاثاء.",
        "شارك خمسة عشر متطوعا في تنظيف شاطئ الخليج الصغير صباح الثلاثاء.",
        "agrees",
        DAY,
    ),
    (
        "about and exactly",
        "شارك نحو 5000 عداء في سباق المدينة السنوي حول البحيرة.",
        "شارك 5000 عداء في سباق المدينة السنوي حول البحيرة.",
        "differs_in_detail",
        DAY,
    ),
    # not comparable
    (
        "prices and visitors",
        "بلغ سعر تذكرة المعرض الصناعي 50 ريالا للبالغين.",
        "بلغ عدد زوار المعرض الصناعي 50 ألف زائر.",
        None,
        DAY,
    ),
    (
        "the round and the score",
        "فاز فريق الساحل في الجولة 12 من الدوري على فريق الجبل.",
        "فاز فريق الساحل بثلاثة أهداف في الدوري على فريق الجبل.",
        None,
        DAY,
    ),
]


@pytest.mark.parametrize(("what", "one", "other", "relation", "day"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_pair_is_told_for_what_it_is(what: str, one: str, other: str, relation: str | None, day: str) -> None:
    places = "العين القديمة|الغدير الأعلى"
    found = relations(report(one, "الضفاف", places=places), report(other, "المشكاة", day, places=places))
    if relation is not None:
        assert relation in found, what
    if relation != "conflicts":
        assert "conflicts" not in found, what


def test_a_headline_of_one_against_the_text_of_the_other() -> None:
    one = report(
        "هاجم مسلحون فجر الثلاثاء فندقا وسط البلدة واشتبكوا مع حراسه.", "الضفاف", title="مقتل سبعة في هجوم على فندق"
    )
    other = report("قتل أربعة أشخاص في هجوم مسلحين فجر الثلاثاء على فندق وسط البلدة.", "المشكاة")
    (found,) = [item for item in compare(one, other) if item.relation == "conflicts"]
    cited = {member.article: member for member in found.members}
    assert cited[one.id].part == "title"
    assert one.article.title is not None
    assert one.article.title[cited[one.id].start : cited[one.id].end] == "سبعة"
    assert cited[other.id].part == "text"


def test_a_headline_that_its_text_repeats_is_told_once() -> None:
    title = "مقتل سبعة في هجوم على فندق"
    one = report(title + "\n\nقتل سبعة أشخاص في هجوم على فندق وسط البلدة.", "الضفاف", title=title)
    other = report("قتل سبعة أشخاص في هجوم على فندق وسط البلدة.", "المشكاة")
    assert all(member.part == "text" for item in compare(one, other) for member in item.members)


def test_one_man_of_two_ages() -> None:
    one = report("توفي سامر الخطيب (37 عاما) متأثرا بحروقه في المستشفى.", "الضفاف", people="سامر الخطيب")
    other = report("انضم سامر الخطيب، 33 عاما، إلى ضحايا الحريق.", "المشكاة", people="سامر الخطيب")
    (found,) = [item for item in compare(one, other) if item.kind == "age"]
    assert found.relation == "conflicts"
    assert "سامر الخطيب" in found.explanation_ar
    assert relations(one, report("توفي والده نبيل الخطيب (66 عاما).", "النهر", people="نبيل الخطيب"), "age") == set()


def test_another_name_in_one_place() -> None:
    one = report("لحق سعد بابنه الرضيع علي الذي قضى في الحريق نفسه.", "الضفاف", people="علي")
    other = report("لحق سعد بابنه الرضيع محمد الذي قضى في الحريق نفسه.", "المشكاة", people="محمد")
    assert relations(one, other, "attribution") == {"conflicts"}


def test_passages_meet_where_the_articles_are_about_other_things() -> None:
    filler = "وناقش المجلس في جلسته خطط النقل وتوزيع الموازنة بين الأقسام. " * 6
    passage = "وكان انهيار جسر الوادي الغربي قد أسفر عن مقتل {} عمال وإصابة 30 آخرين من عمال شركة الجسور."
    places = "الوادي الغربي"
    one = report(filler + passage.format("تسعة"), "الضفاف", places=places)
    other = report("وبحث المؤتمر سبل دعم التعليم في القرى. " * 9 + passage.format("ستة"), "المشكاة", places=places)
    others = [report(f"افتتحت البلدية حديقة رقم {number} في الحي.", "النهر") for number in range(4)]
    found = compare_claims([one, other, *others], ())
    assert {item.relation for item in found if {member.value for member in item.members} == {"تسعة", "ستة"}} == {
        "conflicts"
    }


def test_an_article_without_outlet_is_called_by_its_title() -> None:
    text = "قتل {} عمال في انهيار جسر قيد الإنشاء غرب المدينة الصناعية صباح الثلاثاء."
    one = AnnotatedArticle(
        Article.create(text.format("تسعة"), title="انهيار جسر المدينة"), PublishedDate(DAY, DAY, "given")
    )
    other = report(text.format("ستة"), "المشكاة")
    (found,) = [item for item in compare(annotate_figures(annotate_times(one)), other) if item.relation == "conflicts"]
    assert "«انهيار جسر المدينة»" in found.explanation_ar
    assert one.id not in found.explanation_ar + found.explanation_en


def test_agreement_is_told_value_by_value_and_a_reprint_with_another_number_is_a_conflict() -> None:
    """Those who tell one number agree with each other, and each is against those who tell the other."""
    sentence = "أخمدت فرق الدفاع المدني حريقا في عمارة سكنية مكونة من {} أدوار مأهولة بالسكان في حي الروابي."
    papers = [
        report(sentence.format(number), outlet)
        for number, outlet in (("ثلاثة", "الضفاف"), ("3", "النهر"), ("أربعة", "المشكاة"), ("4", "الميناء"))
    ]
    story = Story("s_1", "الخبر", tuple(sorted(paper.id for paper in papers)))
    found = [item for item in compare_claims(papers, (story,)) if item.kind == "figure"]
    agreed = [item for item in found if item.relation == "agrees"]
    assert sorted(len({member.article for member in item.members}) for item in agreed) == [2, 2]
    assert any(item.relation == "conflicts" for item in found)
