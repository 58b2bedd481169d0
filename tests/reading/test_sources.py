from __future__ import annotations

import json
from pathlib import Path

import pytest

from rawi.model.errors import InputError
from rawi.reading.results import ReadArticle, Rejected
from rawi.reading.sources import find_files, read_articles
from rawi.reading.tables import Columns

TEXT = "وصل الوفد إلى النجف صباح الثلاثاء.\nوقال رئيسه إن الزيارة قصيرة."


def articles(*inputs: Path, columns: Columns = Columns()) -> list[ReadArticle | Rejected]:
    return list(read_articles(inputs, columns))


def test_a_folder_of_texts_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("خبر آخر", encoding="cp1256")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    found = articles(tmp_path)
    assert [item.article.given_id for item in found if isinstance(item, ReadArticle)] == ["b", "a"]
    assert found[0].article.text == TEXT  # type: ignore[union-attr]


def test_line_ends_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سطر\r\nآخر\r".encode())
    (item,) = articles(tmp_path)
    assert isinstance(item, ReadArticle)
    assert item.article.text == "سطر\r\nآخر\r"


def test_a_bad_file_is_recorded_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 99)
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "d.txt").write_text(TEXT.encode().decode("cp1252", "ignore"), encoding="utf-8")
    empty, binary, good, broken = articles(tmp_path)
    assert isinstance(empty, Rejected)
    assert empty.problem.slug == "empty"
    assert isinstance(binary, Rejected)
    assert binary.problem.slug == "not-text"
    assert isinstance(good, ReadArticle)
    assert not good.problems
    assert isinstance(broken, ReadArticle)
    assert [problem.slug for problem in broken.problems] == ["mojibake"]


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.tsv", "t.json"])
def test_tables_by_usual_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    row = {"source": "الضفاف", "url": "https://difaf.example/1", "content": TEXT, "date": "2021-03-02", "id": "7"}
    if name.endswith("sv"):
        mark = "," if name == "t.csv" else "\t"
        cells = [value.replace("\n", " ") for value in row.values()]
        path.write_text(f"{mark.join(row)}\n{mark.join(cells)}\n", encoding="utf-8")
    else:
        path.write_text(json.dumps([row] if name == "t.json" else row, ensure_ascii=False) + "\n", encoding="utf-8")
    (item,) = articles(path)
    assert isinstance(item, ReadArticle)
    article = item.article
    assert (article.outlet, article.url, article.published, article.given_id) == (
        "الضفاف",
        "https://difaf.example/1",
        "2021-03-02",
        "7",
    )
    assert article.text.split() == TEXT.split()


def test_columns_by_mapping(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'نص;موقع\n"{TEXT}";المشكاة\n', encoding="utf-8")
    (item,) = articles(path, columns=Columns.parse({"text": "نص", "outlet": "موقع"}))
    assert isinstance(item, ReadArticle)
    assert (item.article.text, item.article.outlet) == (TEXT, "المشكاة")
    with pytest.raises(InputError, match="no such field: body"):
        Columns.parse({"body": "نص"})


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no column with the article's text.*a, b.*--column"):
        articles(path)


def test_bad_rows_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    rows = [json.dumps({"text": TEXT, "published": "2021-02-31"}), "{broken", "[1]", json.dumps({"text": "  "})]
    path.write_text("\n".join(rows), encoding="utf-8")
    dated, broken, no_object, empty = articles(path)
    assert isinstance(dated, ReadArticle)
    assert dated.article.published is None
    assert [problem.slug for problem in dated.problems] == ["bad-date"]
    assert [item.problem.slug for item in (broken, no_object, empty) if isinstance(item, Rejected)] == [
        "bad-row",
        "bad-row",
        "empty",
    ]


def test_inputs_that_cannot_be_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        find_files([tmp_path / "none"])
    with pytest.raises(InputError, match="no articles in this folder"):
        find_files([tmp_path])
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(InputError, match="can't read this kind"):
        find_files([tmp_path / "a.pdf"])
    (tmp_path / "e.jsonl").write_text("")
    with pytest.raises(InputError, match="holds no row"):
        articles(tmp_path / "e.jsonl")


def test_the_same_content_is_the_same_article_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-16")
    first, second = articles(tmp_path)
    assert isinstance(first, ReadArticle)
    assert isinstance(second, ReadArticle)
    assert first.article.id == second.article.id


@pytest.mark.parametrize("nothing", ["None", "null", "NaN", " "])
def test_what_programs_write_for_nothing_is_nothing(tmp_path: Path, nothing: str) -> None:
    rows = tmp_path / "crawl.jsonl"
    rows.write_text(json.dumps({"text": "افتتح الوزير المحطة.", "published": nothing}), encoding="utf-8")
    (read,) = articles(rows)
    assert isinstance(read, ReadArticle)
    assert read.article.published is None
    assert not read.problems
