"""Our figures are the scorer's own, figure for figure."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rawi.evaluation.articles import evaluate_articles
from rawi.evaluation.compared import evaluate_dossier
from rawi.evaluation.corpora import (
    evaluate_clusters,
    evaluate_conflicts,
    evaluate_pairs,
    evaluate_utterances,
    index_articles,
)
from rawi.interchange.articles import encode_article
from rawi.interchange.corpus import corpus_rows
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.corpus import Citation, ComparedCorpus, Comparison, Reuse, Story
from rawi.store.dossier import open_dossier

pytestmark = pytest.mark.shared


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write(path: Path, items: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", shared / "score" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoiled(articles: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Gold with things left out, moved and renamed: a prediction that is neither right nor all wrong."""
    dice = random.Random(seed)
    out = []
    for number, article in enumerate(articles):
        copy = json.loads(json.dumps(article)) | {"id": f"a_{number}"}
        for layer in ("mentions", "quotations", "times", "figures", "events", "commitments"):
            kept = [item for item in copy.get(layer, []) if dice.random() < 0.8]
            for item in kept:
                if "start" in item and dice.random() < 0.4:
                    item["end"] += dice.randint(1, 4)
                if layer == "quotations" and dice.random() < 0.3:
                    item |= {"source": None, "source_name": dice.choice([None, "ترامب", "مصدر"])}
                if layer == "quotations" and dice.random() < 0.3:
                    item["chain"] = item.get("chain", [])[1:]
                if layer == "times" and dice.random() < 0.3:
                    item["value"] = "2020"
            copy[layer] = kept
        if dice.random() < 0.9:
            out.append(copy)
    return out


@pytest.mark.parametrize("folder", ["seeds", "news"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_articles(scorer: ModuleType, shared: Path, tmp_path: Path, folder: str, seed: int) -> None:
    gold = shared / "gold" / folder / "articles.jsonl"
    predicted = spoiled(rows(gold), seed)
    theirs = scorer.score_articles(str(gold), str(write(tmp_path / "p.jsonl", predicted)))
    assert evaluate_articles(rows(gold), predicted) == theirs


def test_corpus(scorer: ModuleType, shared: Path, tmp_path: Path) -> None:
    dice = random.Random(4)
    news = shared / "gold" / "news"
    pairs, clusters, conflicts = (rows(news / f"{name}.jsonl") for name in ("pairs", "clusters", "conflicts"))
    named = {r["url"] for p in pairs for r in (p["a"], p["b"])} | {a["url"] for c in clusters for a in c["articles"]}
    named |= {member["url"] for case in conflicts for member in case["members"]}
    urls = sorted(url for url in named if dice.random() < 0.95)
    articles = [{"id": f"a_{n}", "url": url, "text": f"نص {n}", "quotations": []} for n, url in enumerate(urls)]
    ids = {article["url"]: article["id"] for article in articles}
    groups: dict[int, list[str]] = {}
    for cluster_number, cluster in enumerate(clusters):
        for reference in cluster["articles"]:
            story = cluster_number if dice.random() < 0.8 else dice.randint(20, 24)
            # The scorer knows one story of each article.
            if not any(reference["url"] in members for members in groups.values()):
                groups.setdefault(story, []).append(reference["url"])
    stories = [
        {"id": f"s_{n}", "articles": [ids[url] for url in members if url in ids]} for n, members in groups.items()
    ]
    reuse = [
        {"a": ids[p["a"]["url"]], "b": ids[p["b"]["url"]]}
        for p in pairs
        if p["a"]["url"] in ids and p["b"]["url"] in ids and dice.random() < 0.5
    ]
    comparisons = [
        {
            "relation": dice.choice(["conflicts", "agrees"]),
            "members": [
                {"article": ids.get(m["url"], "-"), "start": m["start"] + 30, "end": m["end"] + 30}
                for m in case["members"]
            ],
        }
        for case in conflicts
    ]
    paths = {
        name: str(write(tmp_path / f"{name}.jsonl", items))
        for name, items in (("a", articles), ("s", stories), ("r", reuse), ("c", comparisons))
    }
    index = index_articles(articles)
    assert evaluate_clusters(clusters, stories, index) == scorer.score_clusters(
        str(news / "clusters.jsonl"), paths["s"], paths["a"]
    )
    for what, key, predicted in (("stories", "s", stories), ("reuse", "r", reuse)):
        theirs = scorer.score_pairs(str(news / "pairs.jsonl"), paths[key], what, paths["a"])
        assert evaluate_pairs(pairs, predicted, what, index) == theirs
    assert evaluate_conflicts(conflicts, comparisons, index) == scorer.score_conflicts(
        str(news / "conflicts.jsonl"), paths["c"], paths["a"]
    )


def test_dossier(scorer: ModuleType, shared: Path, tmp_path: Path) -> None:
    """The same figures from a dossier as from its exported rows."""
    dice = random.Random(11)
    news = shared / "gold" / "news"
    pairs, clusters, conflicts = (rows(news / f"{name}.jsonl") for name in ("pairs", "clusters", "conflicts"))
    named = {r["url"] for p in pairs for r in (p["a"], p["b"])} | {a["url"] for c in clusters for a in c["articles"]}
    named |= {member["url"] for case in conflicts for member in case["members"]}
    articles = [
        AnnotatedArticle(Article.create(f"نص {number}", url=url))
        for number, url in enumerate(sorted(named))
        if dice.random() < 0.95
    ]
    ids = {article.article.url: article.id for article in articles}
    told: set[str] = set()  # the scorer knows one story of each article
    stories = []
    for number, cluster in enumerate(clusters):
        if dice.random() < 0.8:
            members = [ids[one["url"]] for one in cluster["articles"] if one["url"] in ids]
            stories.append(Story(f"s_{number}", "عنوان", tuple(name for name in members if name not in told)))
            told.update(members)
    found = ComparedCorpus(
        stories=tuple(stories),
        reuse=tuple(
            Reuse(ids[pair["a"]["url"]], ids[pair["b"]["url"]], "partial", 0.5, 0.5, ())
            for pair in pairs
            if pair["a"]["url"] in ids and pair["b"]["url"] in ids and dice.random() < 0.5
        ),
        comparisons=tuple(
            Comparison(
                f"k_{number}",
                "conflicts" if dice.random() < 0.6 else "agrees",
                "شيء",
                tuple(Citation(ids.get(m["url"], "-"), m["start"] + 30, m["end"] + 30) for m in case["members"]),
                outlets=2,
                origins=2,
            )
            for number, case in enumerate(conflicts)
        ),
    )
    path = tmp_path / "gold.rawi"
    with open_dossier(path, write=True) as dossier:
        for start in range(0, len(articles), 100):
            dossier.add_articles(articles[start : start + 100], "1", lambda article: ())
        dossier.write_findings(found, "1")
        exported = {"a": [json.loads(encode_article(article)) for article in dossier.articles()]}
    for what in ("stories", "reuse", "comparisons"):
        exported[what] = json.loads(json.dumps(list(corpus_rows(found, what))))
    files = {name: str(write(tmp_path / f"{name}.jsonl", items)) for name, items in exported.items()}
    same = scorer.score_pairs(str(news / "pairs.jsonl"), files["stories"], "stories", files["a"])
    copied = scorer.score_pairs(str(news / "pairs.jsonl"), files["reuse"], "reuse", files["a"])
    grouped = scorer.score_clusters(str(news / "clusters.jsonl"), files["stories"], files["a"])
    clashes = scorer.score_conflicts(str(news / "conflicts.jsonl"), files["comparisons"], files["a"])
    assert evaluate_dossier(news, path) == {
        "same-event pairs": same["stories"],
        "copied pairs": copied["reuse"],
        "pairs not in the dossier": same["pairs not found"],
        "clusters (BCubed)": grouped["BCubed"],
        "articles of clusters not in the dossier": grouped["articles not found"],
        "members of conflicts not in the dossier": clashes.pop("members not found"),
        **clashes,
    }


def test_utterances(scorer: ModuleType, shared: Path, tmp_path: Path) -> None:
    seeds = shared / "gold" / "seeds"
    gold, articles = rows(seeds / "utterances.jsonl"), rows(seeds / "articles.jsonl")
    dice = random.Random(5)
    groups: dict[int, list[dict[str, str]]] = {}
    for article in articles:
        for quotation in article["quotations"]:
            groups.setdefault(dice.randint(0, 12), []).append({"article": article["id"], "id": quotation["id"]})
    utterances = [{"id": f"u_{n}", "quotations": members} for n, members in groups.items()]
    theirs = scorer.score_utterances(
        str(seeds / "utterances.jsonl"),
        str(write(tmp_path / "u.jsonl", utterances)),
        str(write(tmp_path / "a.jsonl", articles)),
        str(seeds / "articles.jsonl"),
    )
    assert evaluate_utterances(gold, utterances, articles, articles) == theirs
