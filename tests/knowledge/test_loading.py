"""Tables: they load, mistakes are reported with file and line, and a user's own tables are added."""

from __future__ import annotations

import csv
import io
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from rawi.knowledge import load_knowledge
from rawi.knowledge.loading import read_tables
from rawi.knowledge.parsing import PARSED_TABLES
from rawi.model.errors import KnowledgeError

# Every table's header, and one row with one mistake in each.
MISTAKES = [
    ("places.csv", "id,name,aliases,english,country,type,stands_for", "karada,الكرادة,,Karada,XQ,GPE,", "country 'XQ'"),
    ("places.csv", "id,name,aliases,english,country,type,stands_for", "karada,الكرادة,,Karada,IQ,CITY,", "type 'CITY'"),
    ("places.csv", "id,name,aliases,english,country,type,stands_for", "karada,,,Karada,IQ,GPE,", "'name' is empty"),
    (
        "places.csv",
        "id,name,aliases,english,country,type,stands_for",
        "Karada,الكرادة,,Karada,IQ,GPE,",
        "no identifier",
    ),
    ("places.csv", "id,name,aliases,english,country,type,stands_for", "karada,الكرادة,Karada,IQ,GPE,", "6 cells"),
    (
        "places.csv",
        "id,name,aliases,english,country,type,stands_for",
        "k,الكرادة,,K,IQ,GPE,no-such",
        "stands_for 'no-such'",
    ),
    (
        "organisations.csv",
        "id,name,aliases,english,country,kind,role,start,end",
        "party,حزب,,Party,IQ,party,IRQPTY,2010,2009-05",
        "before the start",
    ),
    (
        "organisations.csv",
        "id,name,aliases,english,country,kind,role,start,end",
        "party,حزب,حزبنا||,Party,IQ,party,IRQPTY,,",
        "empty value between bars",
    ),
    (
        "holders.csv",
        "office,name,aliases,english,feminine,acting,start,end",
        "us-president,فلان,,Someone,,,2019-02-31,",
        "no date",
    ),
    (
        "holders.csv",
        "office,name,aliases,english,feminine,acting,start,end",
        "moon-president,فلان,,Someone,,,2019,",
        "office 'moon-president'",
    ),
    (
        "outlets.csv",
        "id,name,aliases,english,domains,country,kind",
        "site,موقع,,Site,https://example.com,IQ,site",
        "no plain domain",
    ),
    ("title_patterns.csv", "kind,pattern", "president,رئيس {x}", "placeholder {x}"),
]


@pytest.mark.parametrize(("file", "header", "row", "problem"), MISTAKES, ids=[mistake[3] for mistake in MISTAKES])
def test_a_mistake_is_reported_with_file_and_line(
    tmp_path: Path, file: str, header: str, row: str, problem: str
) -> None:
    (tmp_path / file).write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        read_tables(tmp_path)
    assert f"{tmp_path / file}, line 2: " in str(raised.value)
    assert problem in str(raised.value)


def test_a_wrong_column_is_reported(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text("id,name,nickname,english,country,known_for\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"persons\.csv, line 1: .*nickname"):
        read_tables(tmp_path)


def test_the_same_id_twice_in_a_file_is_reported(tmp_path: Path) -> None:
    rows = "someone,فلان,,Someone,IQ,\nsomeone,علان,,Other,IQ,\n"
    (tmp_path / "persons.csv").write_text(f"id,name,aliases,english,country,known_for\n{rows}", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"persons\.csv, line 3: 'someone' is there already, in line 2"):
        read_tables(tmp_path)


def test_a_misnamed_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no table has this name"):
        read_tables(tmp_path)


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        load_knowledge(tmp_path / "absent")


def test_a_file_in_another_encoding_is_reported(tmp_path: Path) -> None:
    (tmp_path / "given_names.txt").write_bytes("سمير".encode("cp1256"))
    with pytest.raises(KnowledgeError, match="not readable as UTF-8"):
        read_tables(tmp_path)


def test_a_users_tables_are_added_and_replace_rows_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text(
        "id,name,aliases,english,country,known_for\nour-editor,هالة المرسومي,هالة,Hala Marsoumi,IQ,رئيسة تحرير\n",
        encoding="utf-8",
    )
    (tmp_path / "agencies.csv").write_text(
        "id,name,aliases,signatures,english,country\nafp,فرانس برس,,أ ف ب,AFP,FR\n", encoding="utf-8"
    )
    own, mixed = load_knowledge(), load_knowledge(tmp_path)
    assert [person.id for person in mixed.find_persons("هالة المرسومي")] == ["our-editor"]
    assert own.find_persons("هالة المرسومي") == ()
    assert len(mixed.agencies) == len(own.agencies)
    found = mixed.find_agency("أ ف ب")
    assert found is not None
    assert found.name == "فرانس برس"
    assert mixed.version != own.version


def test_the_version_depends_on_content_only() -> None:
    assert read_tables().version == read_tables().version


@pytest.mark.parametrize("table", PARSED_TABLES)
def test_files_are_tidy(table: str) -> None:
    content = (resources.files("rawi.knowledge") / "tables" / f"{table}.csv").read_text(encoding="utf-8")
    assert "\r" not in content
    assert content.endswith("\n")
    for cells in csv.reader(io.StringIO(content)):
        for cell in cells:
            assert cell == " ".join(cell.split()), cells
            parts = cell.split("|")
            assert len(parts) == len(set(parts)), f"said twice in {cells}"


def test_ids_are_unique_across_tables() -> None:
    knowledge = load_knowledge()
    tables = (knowledge.places, knowledge.organisations, knowledge.agencies, knowledge.outlets, knowledge.persons)
    counts = Counter(entry.id for table in tables for entry in table)
    assert [name for name, count in counts.items() if count > 1] == []
