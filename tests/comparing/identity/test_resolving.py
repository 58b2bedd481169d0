from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from rawi.comparing.identity import resolve_identity
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Mention, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.corpus import Entity, Judgement
from rawi.model.identifiers import make_id
from rawi.model.labels import MentionType
from rawi.model.span import Span

KNOWLEDGE = load_knowledge()


def article(text: str, *said: str, day: str | None = "2020-05-01", outlet: str = "الضفاف") -> AnnotatedArticle:
    """An article with mentions ``KIND:name`` or ``KIND:name:title`` where they stand; ``#id`` marks known ones."""
    made = Article.create(text, outlet=outlet)
    mentions = []
    for item in said:
        named, _, known = item.partition("#")
        kind, name, *title = named.split(":")
        start = text.index(name)
        mentions.append(
            Mention(
                start,
                start + len(name),
                type_of(kind),
                entity=make_id("e", known) if known else make_id("e", made.id, kind, name),
                name=name,
                title=Span(text.index(title[0]), text.index(title[0]) + len(title[0])) if title else None,
                knowledge=known or None,
                score=0.9,
            )
        )
    published = PublishedDate(day, day, "given") if day else PublishedDate()
    return AnnotatedArticle(made, published=published, mentions=tuple(mentions))


def type_of(kind: str) -> MentionType:
    kinds: dict[str, MentionType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "GPE"}
    return kinds[kind]


def resolve(
    *articles: AnnotatedArticle, judged: tuple[Judgement, ...] = ()
) -> tuple[list[str | None], tuple[Entity, ...]]:
    """The entity of each article's first mention, and all entities."""
    resolved, entities = resolve_identity(articles, judged, KNOWLEDGE)
    return [annotated.mentions[0].entity for annotated in resolved], entities


def test_a_rare_name_is_one_person_in_all_articles() -> None:
    ids, entities = resolve(
        article("قال سمعان الدريعي كلمة", "PER:سمعان الدريعي"), article("وصل سمعان الدريعي أمس", "PER:سمعان الدريعي")
    )
    assert ids[0] == ids[1]
    assert [(entity.name, entity.articles) for entity in entities] == [("سمعان الدريعي", 2)]
    assert "full_name" in {reason.feature for reason in entities[0].reasons}


def test_spellings_of_a_transcribed_name_are_joined() -> None:
    ids, entities = resolve(
        article("قال يورغن هولماير كلمة", "PER:يورغن هولماير"), article("وصل يورجن هولماير", "PER:يورجن هولماير")
    )
    assert ids[0] == ids[1]
    assert len(entities) == 1


NAMESAKES = [
    # A common name in two walks of life.
    (
        ("قال اللاعب محمد العتيبي كلمة", "PER:محمد العتيبي:اللاعب"),
        ("قال الوزير محمد العتيبي كلمة", "PER:محمد العتيبي:الوزير"),
    ),
    # A common name of which nothing else is told.
    (("قال محمد القحطاني كلمة", "PER:محمد القحطاني"), ("وصل محمد القحطاني أمس", "PER:محمد القحطاني")),
    # Alike but two names.
    (("قال سالم الدريعي كلمة", "PER:سالم الدريعي"), ("قال سليم الدريعي كلمة", "PER:سليم الدريعي")),
    (("قال حسن الفهيدي كلمة", "PER:حسن الفهيدي"), ("قال حسين الفهيدي كلمة", "PER:حسين الفهيدي")),
    # Brothers.
    (("قال نمر سعد الدريعي كلمة", "PER:نمر سعد الدريعي"), ("قال بدر سعد الدريعي كلمة", "PER:بدر سعد الدريعي")),
    # A bare surname in another article.
    (("قال سمعان الدريعي كلمة", "PER:سمعان الدريعي"), ("قال الدريعي كلمة", "PER:الدريعي")),
    # A ministry that every state has.
    (
        ("قالت وزارة الداخلية في العراق", "ORG:وزارة الداخلية", "GPE:العراق#IQ"),
        ("قالت وزارة الداخلية في تونس", "ORG:وزارة الداخلية", "GPE:تونس#TN"),
    ),
    # A person and a place.
    (("قال سمعان الدريعي كلمة", "PER:سمعان الدريعي"), ("في سمعان الدريعي مدرسة", "LOC:سمعان الدريعي")),
]


@pytest.mark.parametrize(("one", "other"), NAMESAKES)
def test_namesakes_stay_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    ids, _ = resolve(article(one[0], *one[1:], day=None), article(other[0], *other[1:], day=None))
    assert ids[0] != ids[1]


def test_company_joins_a_common_name() -> None:
    said = ("PER:محمد القحطاني", "ORG:نادي الدريع", "LOC:حي الصفصافة")
    ids, _ = resolve(
        article("قال محمد القحطاني من نادي الدريع في حي الصفصافة", *said),
        article("وصل محمد القحطاني من نادي الدريع إلى حي الصفصافة", *said),
    )
    assert ids[0] == ids[1]


def test_ids_do_not_depend_on_the_order() -> None:
    articles = [
        article(f"قال {name} كلمة {place}", f"PER:{name}")
        for place, name in enumerate(["سمعان الدريعي"] * 3 + ["زهير الفهيدي"])
    ]
    forth, entities = resolve_identity(articles, (), KNOWLEDGE)
    back, again = resolve_identity(articles[::-1], (), KNOWLEDGE)
    assert entities == again
    assert forth == back[::-1]


def judgement(kind: str, one: str, other: str, **more: str) -> Judgement:
    made = Judgement(
        "j1", "same" if kind == "same" else "different", "entities", one, other, by="محررة", made_on="2021-01-01"
    )
    return replace(made, **more)


def test_people_join_and_part_what_scores_did_not() -> None:
    one = article("قال محمد القحطاني كلمة", "PER:محمد القحطاني")
    other = article("وصل محمد القحطاني أمس", "PER:محمد القحطاني")
    third = article("عاد محمد القحطاني", "PER:محمد القحطاني")
    apart, _ = resolve(one, other)
    same = judgement("same", str(apart[0]), str(apart[1]))
    joined, entities = resolve(one, other, judged=(same,))
    assert joined[0] == joined[1]
    assert "judgement" in {reason.feature for entity in entities for reason in entity.reasons}
    rebuilt, _ = resolve(third, one, other, judged=(same,))
    assert rebuilt[1] == rebuilt[2] != rebuilt[0]
    withdrawn, _ = resolve(one, other, judged=(replace(same, withdrawn_on="2021-02-01"),))
    assert withdrawn == apart


def test_a_different_judgement_blocks_a_chain_of_same_ones() -> None:
    made = [article(f"قال محمد القحطاني كلمة {place}", "PER:محمد القحطاني", day=None) for place in range(3)]
    ids, _ = resolve(*made)
    assert len(set(ids)) == 3
    a, b, c = (str(name) for name in ids)
    judged = (judgement("same", a, b, id="j1"), judgement("same", b, c, id="j2"), judgement("different", a, c, id="j3"))
    after, _ = resolve(*made, judged=judged)
    assert after[0] == after[1]
    assert after[2] != after[0]


def test_in_one_article_a_known_name_can_mean_another() -> None:
    one = article("قال علي صالح كلمة", "PER:علي صالح#ali-saleh")
    other = article("وصل علي صالح أمس", "PER:علي صالح#ali-saleh")
    ids, _ = resolve(one, other)
    assert ids[0] == ids[1]
    after, entities = resolve(one, other, judged=(judgement("different", str(ids[0]), other.id),))
    assert after[0] == ids[0]
    assert after[1] != ids[0]
    assert len(entities) == 2


def test_known_ids_never_merge_by_score() -> None:
    ids, _ = resolve(
        article("قال جورج بوش كلمة", "PER:جورج بوش#bush-one"), article("قال جورج بوش غدا", "PER:جورج بوش#bush-two")
    )
    assert ids[0] != ids[1]


def test_everything_that_names_the_entity_is_rewritten() -> None:
    one = article("قال سمعان الدريعي كلمة", "PER:سمعان الدريعي")
    other = article("وصل سمعان الدريعي أمس", "PER:سمعان الدريعي")
    quoted = [
        replace(made, quotations=(Quotation("q", "direct", (Span(0, 3),), source_entity=made.mentions[0].entity),))
        for made in (one, other)
    ]
    resolved, entities = resolve_identity(quoted, (), KNOWLEDGE)
    assert {made.quotations[0].source_entity for made in resolved} == {entities[0].id}
    assert {made.quotations[0].source_name for made in resolved} == {"سمعان الدريعي"}


def test_an_open_title_is_resolved_by_the_day() -> None:
    text = "تعهد الرئيس الأميركي بذلك"
    made = Article.create(text)
    title = Mention(5, 20, "PER", "nominal", entity=make_id("e", made.id, "?"), name="الرئيس الأميركي")
    open_title = AnnotatedArticle(
        made, published=PublishedDate("2020-08-01", "2020-08-31", "inferred"), mentions=(title,)
    )
    resolved, _ = resolve_identity([open_title], (), KNOWLEDGE)
    assert resolved[0].mentions[0].name == "دونالد ترامب"


def test_the_seeds_persons_are_known(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "gold" / "seeds" / "articles.jsonl").read_text("utf-8").splitlines()]
    names = {
        name["name"] for row in rows for name in row["mentions"] if name["type"] == "PER" and name["form"] == "name"
    }
    assert sum(bool(KNOWLEDGE.find_persons(name)) for name in names) >= 10


def test_an_unnamed_speaker_has_a_row_and_an_unnamed_bystander_none() -> None:
    text = "قال مسؤول أمني إن الطريق مغلق، ومر به خبير محلي"
    made = Article.create(text)
    speaker, bystander = (
        Mention(start, start + len(words), "PER", "nominal", entity=make_id("e", made.id, words), name=words)
        for words in ("مسؤول أمني", "خبير محلي")
        for start in (text.index(words),)
    )
    said = Quotation("q", "indirect", (Span(18, 29),), None, speaker.span, speaker.entity, speaker.name, "anonymous")
    entities = resolve(AnnotatedArticle(made, mentions=(speaker, bystander), quotations=(said,)))[1]
    assert [(entity.id, entity.name, entity.articles) for entity in entities] == [(speaker.entity, "مسؤول أمني", 1)]
