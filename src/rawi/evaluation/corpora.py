"""Figures on a compared corpus: pairs, clusters, utterances, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rawi.evaluation.articles import text_key
from rawi.evaluation.matching import Row, Tally, touch

Figures = dict[str, object]

# How far (characters) a comparison's member may stand from the words that gold names.
_NEAR = 40
_REUSED = ("near_duplicate", "wire_copy_partial")


def index_articles(articles: Iterable[Row]) -> dict[str, str]:
    """Id, address and text of each predicted article -> its id."""
    index: dict[str, str] = {}
    for article in articles:
        index[article["id"]] = article["id"]
        for key in (article.get("url"), text_key(article)):
            if key:
                index.setdefault(key, article["id"])
    return index


def _find(index: Mapping[str, str], reference: Row) -> str | None:
    keys = (reference.get("text_sha256"), reference.get("url"), reference.get("id"))
    return next((index[key] for key in keys if key and key in index), None)


def _stories_of(stories: Iterable[Row]) -> dict[object, set[str]]:
    """The stories of each article: one that holds several happenings sits in several."""
    found: dict[object, set[str]] = {}
    for story in stories:
        for article in story["articles"]:
            found.setdefault(article, set()).add(story["id"])
    return found


def _meet(stories: Mapping[object, set[str]], one: object, other: object) -> bool:
    """Whether two articles share a story."""
    return bool(stories.get(one, set()) & stories.get(other, set()))


def evaluate_clusters(gold: Sequence[Row], stories: Iterable[Row], index: Mapping[str, str]) -> Figures:
    """BCubed of stories against gold clusters, over the articles that gold names (Bagga and Baldwin, 1998).

    An article is with all that share one of its stories.
    """
    found_stories = _stories_of(stories)
    member: dict[object, str] = {}
    lost = 0
    for cluster in gold:
        for reference in cluster["articles"]:
            found = _find(index, reference)
            lost += found is None
            member[found if found is not None else object()] = cluster["id"]
    precision = recall = 0.0
    for article, cluster_id in member.items():
        mine = {other for other, its in member.items() if its == cluster_id}
        theirs = {article, *(other for other in member if _meet(found_stories, article, other))}
        precision += len(mine & theirs) / len(theirs)
        recall += len(mine & theirs) / len(mine)
    count = len(member) or 1
    p, r = precision / count, recall / count
    both = round(200 * p * r / (p + r), 1) if p + r else 0.0
    return {
        "BCubed": {"P": round(100 * p, 1), "R": round(100 * r, 1), "F1": both, "n": len(member)},
        "articles not found": lost,
    }


def evaluate_pairs(gold: Sequence[Row], predicted: Iterable[Row], what: str, index: Mapping[str, str]) -> Figures:
    """Precision, recall and F1 of same-story (``what="stories"``) or copied (``"reuse"``) pairs."""
    tally, lost = Tally(), 0
    rows = list(predicted)
    found = _stories_of(rows) if what == "stories" else {}
    reuse = {frozenset((row["a"], row["b"])) for row in rows} if what == "reuse" else set()
    for pair in gold:
        a, b = _find(index, pair["a"]), _find(index, pair["b"])
        if not a or not b:
            lost += 1
            continue
        if what == "stories":
            wanted = pair["story"] == "same_event"
            got = _meet(found, a, b)
        else:
            wanted = pair["reuse"] in _REUSED
            got = a == b or frozenset((a, b)) in reuse
        tally.counts[what, "tp"] += wanted and got
        tally.counts[what, "fp"] += got and not wanted
        tally.counts[what, "fn"] += wanted and not got
    return {what: tally.figures().get(what), "pairs not found": lost}


def evaluate_utterances(
    gold: Sequence[Row], utterances: Iterable[Row], articles: Sequence[Row], gold_articles: Sequence[Row]
) -> Figures:
    """How many pairs of renderings were joined, how many look-alikes kept apart."""
    by_text = {text_key(article): article for article in articles}
    gold_text = {article["id"]: text_key(article) for article in gold_articles}
    group = {(ref["article"], ref["id"]): row["id"] for row in utterances for ref in row["quotations"]}

    def groups_of(reference: Row) -> set[str]:
        article = by_text.get(gold_text.get(reference["article"], ""))
        if not article:
            return set()
        hits = [row["id"] for row in article["quotations"] if any(touch(span, reference) for span in row["content"])]
        return {group[article["id"], name] for name in hits if (article["id"], name) in group}

    tally = Tally()
    for row in gold:
        members = row["members"]
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                joined = bool(groups_of(one) & groups_of(other))
                if row["same"]:
                    tally.ask("renderings of one utterance joined", joined)
                else:
                    tally.ask("look-alikes kept apart", not joined)
    return dict(tally.figures())


def evaluate_conflicts(gold: Sequence[Row], comparisons: Iterable[Row], index: Mapping[str, str]) -> Figures:
    """How many gold conflicts are said to be conflicts, how many look-alikes are not."""
    said = [row for row in comparisons if row["relation"] == "conflicts"]
    tally, lost = Tally(), 0
    for case in gold:
        places = [(_find(index, member), member) for member in case["members"]]
        lost += sum(article is None for article, _ in places)
        flagged = any(_holds(row, places) for row in said)
        if case["relation"] == "conflicts":
            tally.ask("conflicts found", flagged)
            if case.get("strength") == "hard":
                tally.ask("hard conflicts found", flagged)
        else:
            tally.ask("look-alikes not flagged", not flagged)
    return {**tally.figures(), "conflicts said in all": len(said), "members not found": lost}


def _holds(comparison: Row, places: Sequence[tuple[str | None, Row]]) -> bool:
    """Whether the comparison has members near the gold words in two of the case's articles."""
    articles = set()
    for article, member in places:
        for said in comparison["members"]:
            near = said["start"] - _NEAR <= member["end"] and member["start"] <= said["end"] + _NEAR
            if said["article"] == article and (member["field"] == "title" or near):
                articles.add(article)
    return len(articles) >= 2
