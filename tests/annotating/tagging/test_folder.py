"""A model's folder and what is said when something is wrong with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rawi.annotating.tagging.folder import CONFIG_FILE, MODEL_FILE, SHIPPED, VOCABULARY_FILE, open_folder, write_config
from rawi.annotating.tagging.tagger import load_tagger
from rawi.model.errors import ModelError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_the_shipped_folder_is_whole_and_small() -> None:
    folder = open_folder()
    assert len(folder.version) == 16
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 20_000_000


def test_a_copy_has_the_same_version(copy: Path) -> None:
    assert open_folder(copy).version == open_folder().version


@pytest.mark.parametrize("name", [MODEL_FILE, VOCABULARY_FILE, CONFIG_FILE])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match="install rawi again") as caught:
        load_tagger(copy)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", [MODEL_FILE, VOCABULARY_FILE])
def test_a_damaged_file_is_named(copy: Path, name: str) -> None:
    content = (copy / name).read_bytes()
    (copy / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelError, match="damaged") as caught:
        load_tagger(copy)
    assert name in str(caught.value)


def test_a_damaged_network_without_digest_is_named(copy: Path) -> None:
    config = json.loads((copy / CONFIG_FILE).read_text(encoding="utf-8"))
    del config["digests"]
    (copy / CONFIG_FILE).write_text(json.dumps(config), encoding="utf-8")
    (copy / MODEL_FILE).write_bytes(b"nothing")
    with pytest.raises(ModelError, match=MODEL_FILE):
        load_tagger(copy)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "other@1"}, "format"),
        ({"heads": {"names": ["O"]}}, "labels"),
        ({"window": 9999}, "window"),
        ({"window": "250"}, "window"),
        ({"digests": []}, "digests"),
    ],
)
def test_a_config_for_something_else_is_refused(copy: Path, change: dict[str, object], said: str) -> None:
    config = json.loads((copy / CONFIG_FILE).read_text(encoding="utf-8"))
    (copy / CONFIG_FILE).write_text(json.dumps({**config, **change}), encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        open_folder(copy)


@pytest.mark.parametrize("content", ["", "[1]", "{"])
def test_a_config_that_is_none_is_refused(copy: Path, content: str) -> None:
    (copy / CONFIG_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"config\.json"):
        open_folder(copy)


def test_a_written_config_opens(copy: Path) -> None:
    write_config(copy, 128, "for a test")
    assert open_folder(copy).window == 128
