"""The commands as a user runs them, on the samples and on bad input."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import rawi as rawi_package
from rawi.search.encoder import has_encoder
from rawi.store.dossier import open_dossier

TEXT = "قال وزير النقل ناصر الشبلي يوم الأحد 7 آذار 2021 إن جسر الأئمة سيفتح قبل نهاية الشهر أمام 5 آلاف سيارة يوميا."


def rawi(*arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "rawi", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == status, f"{arguments}: {done.stdout[-500:]} {done.stderr[-2000:]}"
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def built(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "samples.rawi"
    done = rawi("build", samples / "articles.jsonl", samples / "articles", "--into", path, "--today", "2021-12-31")
    assert done.stdout == ""
    assert "28 articles (28 new)" in done.stderr
    return path


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def test_help_of_every_command_has_an_example() -> None:
    names = [line.split()[0] for line in rawi("--help").stdout.split("Commands:")[1].splitlines() if line.strip()]
    assert len(names) >= 10
    for name in names:
        assert f"rawi {name} " in rawi(name, "--help").stdout, name


def test_commands_load_what_they_need_only() -> None:
    heavy = ("rawi.annotating", "rawi.comparing", "onnxruntime", "pycrfsuite")
    for loaded in ("rawi.cli", "rawi.cli.search", "rawi.cli.serve", "rawi.cli.brief", "rawi.cli.info", "rawi"):
        told = f"import sys, {loaded}; print(*(name for name in {heavy!r} if name in sys.modules))"
        done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
        assert done.stdout.split() == [], loaded
    light = ("numpy", "sqlalchemy", "rawi.store")
    told = f"import sys, rawi.cli; print(*(name for name in {light!r} if name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "\n"


def test_public_names_are_there() -> None:
    for name in rawi_package.__all__:
        assert getattr(rawi_package, name).__name__ == name
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = rawi_package.nothing_of_ours


def test_annotate_writes_json_lines_in_the_order_of_the_input(tmp_path: Path) -> None:
    table = tmp_path / "t.jsonl"
    texts = [f"{TEXT} ({number})" for number in range(3)]
    table.write_text("\n".join(json.dumps({"text": text, "id": number}) for number, text in enumerate(texts)))
    done = rawi("annotate", table)
    assert [row["text"] for row in rows(done)] == texts
    assert [row["given_id"] for row in rows(done)] == ["0", "1", "2"]
    assert {row["format"] for row in rows(done)} == {"rawi/annotated@1"}
    assert all(row["quotations"] and row["mentions"] and row["times"] and row["figures"] for row in rows(done))


def test_a_second_build_adds_only_what_is_new(built: Path, samples: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.rawi"
    copy.write_bytes(built.read_bytes())
    again = rawi("build", samples / "articles.jsonl", "--into", copy, "--today", "2021-12-31")
    assert "28 articles (0 new)" in again.stderr
    (tmp_path / "new.txt").write_text(TEXT, encoding="utf-8")
    assert "29 articles (1 new)" in rawi("build", tmp_path / "new.txt", "--into", copy).stderr


def test_export_of_everything(built: Path) -> None:
    articles = rows(rawi("export", built, "--what", "articles"))
    names = {row["id"] for row in articles}
    assert len(names) == 28
    for what in ("entities", "reuse", "stories", "utterances", "comparisons", "commitments", "timeline"):
        found = rows(rawi("export", built, "--what", what))
        assert found, f"the samples should give {what}"
    for row in rows(rawi("export", built, "--what", "stories")):
        assert set(row["articles"]) <= names  # type: ignore[call-overload]


def test_brief_and_check(built: Path, tmp_path: Path) -> None:
    brief = tmp_path / "brief.md"
    rawi("brief", built, "--out", brief)
    assert brief.read_text(encoding="utf-8").startswith("# موجز")
    assert "0 unsupported" in rawi("check", built, brief).stderr
    planted = brief.read_text(encoding="utf-8").replace("- «", "- «كلام لم يقله أحد ", 1)
    brief.write_text(planted, encoding="utf-8")
    assert "quotes words" in rawi("check", built, brief, status=1).stdout
    assert '<html lang="en" dir="ltr">' in rawi("brief", built, "--language", "en", "--format", "html").stdout
    assert "nothing to report" in rawi("brief", built, "--from", "1999-01-01", "--to", "1999-01-02", status=2).stderr


def test_search_forgives_spelling(built: Path) -> None:
    assert (
        rawi("search", built, "الانتخابات").stdout.splitlines()
        == rawi("search", built, "الإنتخابات").stdout.splitlines()
    )
    assert rawi("search", built, "انتخابات").stdout
    assert "nothing to search" in rawi("search", built, "؟", status=2).stderr


def test_search_by_meaning_needs_an_index(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.rawi"
    copy.write_bytes(built.read_bytes())
    if not has_encoder():
        assert "rawi[meaning]" in rawi("index", copy, status=2).stderr
        return
    assert f"rawi index {copy}" in rawi("search", copy, "انتخابات", "--by", "meaning", status=2).stderr
    assert "28 articles" in rawi("index", copy).stderr
    assert "28 articles" in rawi("index", copy).stderr
    assert rawi("search", copy, "postponed elections", "--by", "meaning", "--most", "3").stdout.count("\n") == 3


def test_a_brief_as_a_word_file_and_by_a_model_that_is_not_there(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    rawi("brief", built, "--format", "docx", "--out", path)
    assert path.read_bytes().startswith(b"PK")
    done = rawi("brief", built, "--rewrite", "http://127.0.0.1:9/v1")
    assert "can't be reached" in done.stderr
    assert done.stdout == rawi("brief", built).stdout
    assert (
        "is not set" in rawi("brief", built, "--rewrite", "http://x", "--rewrite-key", "NO_SUCH_KEY", status=2).stderr
    )


def test_judgements_are_kept_and_withdrawn(built: Path) -> None:
    name = rawi("judge", "add", built, "different", "e_1", "e_2", "--by", "سعاد").stdout.strip()
    assert f"{name}\tdifferent" in rawi("judge", "list", built).stdout
    rawi("judge", "withdraw", built, name)
    assert "withdrawn" in rawi("judge", "list", built).stdout
    assert "no judgement" in rawi("judge", "withdraw", built, "j_none", status=2).stderr


def test_bad_input_is_told_in_a_sentence(tmp_path: Path) -> None:
    into = tmp_path / "x.rawi"
    assert "no such file" in rawi("build", tmp_path / "none", "--into", into, status=2).stderr
    assert "no articles in this folder" in rawi("build", tmp_path, "--into", into, status=2).stderr
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    assert "no column with the article's text" in rawi("build", tmp_path / "t.csv", "--into", into, status=2).stderr
    assert "FIELD=COLUMN" in rawi("build", tmp_path / "t.csv", "--into", into, "--column", "text", status=2).stderr
    assert not into.exists()
    assert "no such dossier" in rawi("info", into, status=2).stderr
    (tmp_path / "not.rawi").write_text("نص")
    for command in (["info"], ["serve"], ["brief"], ["check"], ["export", "--what", "articles"]):
        assert "not a dossier" in rawi(command[0], tmp_path / "not.rawi", *command[1:], status=2).stderr
    with open_dossier(into, write=True) as dossier:
        dossier.tell("version", "99")
    assert "newer Rawi" in rawi("info", into, status=2).stderr


def test_bad_files_are_recorded_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "windows.txt").write_bytes(TEXT.encode("cp1256"))
    (folder / "wide.txt").write_bytes((TEXT + " انتهى.").encode("utf-16"))
    into = tmp_path / "x.rawi"
    done = rawi("build", folder, "--into", into)
    assert "2 articles (2 new)" in done.stderr
    assert "2 inputs not read" in done.stderr
    shown = rawi("info", into).stdout
    assert "empty.txt" in shown
    assert "binary.txt" in shown
    with open_dossier(into) as dossier:
        assert {annotated.text for annotated in dossier.articles()} == {TEXT, TEXT + " انتهى."}


def test_a_full_disk_leaves_what_was_there(built: Path, tmp_path: Path) -> None:
    """SQLite itself is told that there is no room, as a full disk would tell it."""
    small = tmp_path / "small.rawi"
    with open_dossier(small, write=True):
        pass
    with sqlite3.connect(small) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    (tmp_path / "sitecustomize.py").write_text(
        "import rawi.store.dialect as dialect\n"
        "prepare = dialect._prepare_writer\n"
        "def full(connection, record):\n"
        "    prepare(connection, record)\n"
        f"    connection.execute('PRAGMA max_page_count = {pages + 2}')\n"
        "dialect._prepare_writer = full\n"
    )
    (tmp_path / "new.txt").write_text(TEXT * 40, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "rawi", "build", str(tmp_path / "new.txt"), "--into", str(small)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 2
    assert "no space is left on the disk" in done.stderr
    with open_dossier(small) as dossier:
        assert dossier.article_ids() == []
