"""Makes the weights of the story scorer from pairs of articles that we labelled by reading.

    python -m training.stories FOLDER_WITH_SAUDINEWSNET --into src/rawi/comparing

``story_pairs.jsonl`` holds the labels: addresses of two articles of saudinewsnet (21 to 31 July 2015) and whether
they report the very same happening. The pairs were drawn from candidates near the boundary, some from each band of
similarity, so the model learns where to cut and not what is obvious. It is a logistic regression with a ridge,
fitted by Newton's method; everything is deterministic.

Writes ``stories/weights.json`` and ``word_rates.json``, the rates of common light stems in the same articles.
"""

from __future__ import annotations

import argparse
import json
import zipfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rawi.comparing.rates import LEVELS_PER_UNIT, load_word_rates
from rawi.comparing.reuse import find_reuse
from rawi.comparing.stories.features import FEATURES
from rawi.comparing.stories.pairs import score_stories
from rawi.comparing.words import read_words
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article

LABELS = Path(__file__).parent / "story_pairs.jsonl"
LAST_DAY = "2015-07-31"
RIDGE = 3.0
LEAST_RATE = 0.005
FOLDS = 10
Matrix = npt.NDArray[np.float64]


def read_articles(folder: Path) -> list[AnnotatedArticle]:
    found = {}
    for path in sorted(folder.glob("*.zip")):
        day = path.stem
        if day > LAST_DAY:
            continue
        with zipfile.ZipFile(path) as archive:
            rows = json.loads(archive.read(archive.namelist()[0]))
        for row in rows:
            if row["content"].strip():
                article = Article.create(
                    row["content"], title=row["title"] or None, outlet=row["source"], url=row["url"], published=day
                )
                found.setdefault(article.id, AnnotatedArticle(article, PublishedDate(day, day, "given")))
    return list(found.values())


def labelled_features(articles: list[AnnotatedArticle]) -> tuple[Matrix, Matrix]:
    words = read_words(articles)
    scored = score_stories(articles, find_reuse(articles, words=words), words=words)
    count = len(words.articles)
    rows = {pair: row for row, pair in enumerate(scored.pairs.tolist())}
    places: dict[str, list[int]] = {}
    for number, annotated in enumerate(words.articles):
        places.setdefault(annotated.article.url or "", []).append(number)
    features, labels = [], []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        keys = [min(a, b) * count + max(a, b) for a in places.get(label["a"], []) for b in places.get(label["b"], [])]
        found = [rows[key] for key in keys if key in rows]
        if found:
            features.append(scored.features[found[0]])
            labels.append(float(label["same"]))
    return np.array(features), np.array(labels)


def fit(features: Matrix, labels: Matrix, ridge: float = RIDGE) -> tuple[Matrix, float]:
    mean, deviation = features.mean(axis=0), features.std(axis=0) + 1e-9
    table = np.hstack([(features - mean) / deviation, np.ones((len(features), 1))])
    penalty = np.eye(table.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        guess = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (guess - labels) + penalty @ weights
        weights -= np.linalg.solve((table * (guess * (1 - guess))[:, None]).T @ table + penalty, slope)
    raw = weights[:-1] / deviation
    return raw, float(weights[-1] - raw @ mean)


def cross_validate(features: Matrix, labels: Matrix) -> str:
    folds = np.random.default_rng(0).permutation(len(labels)) % FOLDS
    guess = np.zeros(len(labels))
    for fold in range(FOLDS):
        weights, bias = fit(features[folds != fold], labels[folds != fold])
        guess[folds == fold] = 1 / (1 + np.exp(-(features[folds == fold] @ weights + bias)))
    said, right = guess >= 0.5, (guess >= 0.5) & (labels == 1)
    precision, recall = right.sum() / max(1, said.sum()), right.sum() / labels.sum()
    return f"{FOLDS}-fold: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def count_rates(articles: list[AnnotatedArticle]) -> dict[str, str]:
    words = read_words(articles)
    stems = words.stems[np.searchsorted(words.different_keys, words.keys)]
    different, ids = np.unique(stems, return_inverse=True)
    cells = np.unique(words.owners.astype(np.int64) * len(different) + ids)
    rates = np.bincount(cells % len(different), minlength=len(different)) / len(words.articles)
    levels: dict[str, str] = {}
    for stem, rate in zip(different.tolist(), rates.tolist()):
        if rate >= LEAST_RATE:
            level = str(round(-np.log(rate) * LEVELS_PER_UNIT))
            levels[level] = levels.get(level, "") + f"{stem:016x}"
    return {level: levels[level] for level in sorted(levels, key=int)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    arguments = parser.parse_args()
    articles = read_articles(arguments.folder)
    (arguments.into / "word_rates.json").write_text(
        json.dumps({"levels": count_rates(articles)}) + "\n", encoding="utf-8"
    )
    load_word_rates.cache_clear()
    features, labels = labelled_features(articles)
    print(f"{len(labels)} pairs, {int(labels.sum())} of one happening;", cross_validate(features, labels))
    weights, bias = fit(features, labels)
    table = {"bias": round(bias, 4), "weights": {name: round(float(w), 4) for name, w in zip(FEATURES, weights)}}
    (arguments.into / "stories" / "weights.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
