from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.errors import InputError
from rawi.reading.encodings import decode_bytes, is_mojibake

TEXT = "أعلنت وزارة الكهرباء أنّ المحطة ستعود إلى العمل خلال أسبوعين، وقالت: «لن ننتظر»."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"]
)
def test_arabic_in_its_usual_encodings(encoding: str) -> None:
    text = TEXT.replace("«", '"').replace("»", '"') if encoding == "iso8859_6" else TEXT
    assert decode_bytes(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"\x1f\x8b\x08\x00\xd3\xe5\xa4\xb2" * 50,
        bytes(range(256)) * 4,
        b"caf\xe9 au lait, s\xe9par\xe9",
    ],
    ids=["picture", "archive", "all-bytes", "latin"],
)
def test_what_is_no_arabic_text_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="not a text"):
        decode_bytes(data)


def test_broken_utf16_is_told() -> None:
    with pytest.raises(InputError, match="UTF-16"):
        decode_bytes(b"\xff\xfe\x00\xd8\x41")


@pytest.mark.parametrize("page", ["cp1252", "cp1256", "latin-1"])
def test_mojibake_is_seen(page: str) -> None:
    assert is_mojibake(TEXT.encode().decode(page, "ignore"))


def test_good_text_is_no_mojibake() -> None:
    for text in (TEXT, "Le président a déclaré", "ظ ط وحدهما", ""):
        assert not is_mojibake(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(decode_bytes(data), str)
