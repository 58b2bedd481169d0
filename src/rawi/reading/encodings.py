"""Bytes -> text: UTF-8, UTF-16 and the Arabic code pages, told apart by what the bytes say."""

from __future__ import annotations

import codecs
import re

from rawi.model.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Code pages that Arabic sites used before UTF-8. Both decode almost any bytes, so the result is judged.
_CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic")
_WIDE = ("utf-16-le", "utf-16-be")

# Share of Arabic letters among all letters that a text must reach to be believed. Arabic news with many Latin names
# stays above .8 (saudinewsnet: 99.9% of articles above .75); bytes read in a wrong code page stay below .3.
_LEAST_ARABIC = 0.5
# UTF-8 read as a Western or Arabic code page: Ø and Ù (or ط and ظ) before nearly every letter.
_MOJIBAKE = re.compile("[ØÙ][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]|[طظ][\u00a0-\u00bf§¤ˆ‰†…„]")
# One broken pair in so many characters marks the whole text: good text has none at all.
_MOJIBAKE_EVERY = 50


def decode_bytes(data: bytes) -> str:
    r"""The text of a file, exactly as it stands there (without a byte order mark).

    Raises InputError with a short reason where the bytes are no text.

    >>> decode_bytes("قال الوزير".encode("cp1256")), decode_bytes("قال".encode("utf-16"))
    ('قال الوزير', 'قال')
    >>> decode_bytes(b"\x00\x01\x02\xff" * 9)
    Traceback (most recent call last):
    ...
    rawi.model.errors.InputError: not a text: the bytes fit neither UTF-8, UTF-16 nor an Arabic code page
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(f"broken {encoding.upper()}: {error.reason} at byte {error.start}") from error
    if b"\0" in data:
        return _decode_judged(data, _WIDE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_judged(data, _CODE_PAGES)
    return text


def _decode_judged(data: bytes, encodings: tuple[str, ...]) -> str:
    """The decoding with most Arabic in it, where there is enough."""
    readings = []
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((_arabic_share(text), text))
    share, text = max(readings, key=lambda reading: reading[0], default=(0.0, ""))
    if share < _LEAST_ARABIC:
        raise InputError("not a text: the bytes fit neither UTF-8, UTF-16 nor an Arabic code page")
    return text


def _arabic_share(text: str) -> float:
    """Common Arabic letters by all letters, with control characters counted against."""
    arabic = sum("\u0621" <= letter <= "\u064a" for letter in text)
    others = sum(letter.isalpha() or (ord(letter) < 32 and letter not in "\r\n\t") for letter in text)
    return arabic / others if others else 0.0


def is_mojibake(text: str) -> bool:
    """Whether the text is UTF-8 that somebody once read in a wrong code page.

    >>> is_mojibake("قال الوزير".encode().decode("cp1252", "ignore") * 3), is_mojibake("قال الوزير")
    (True, False)
    """
    broken = len(_MOJIBAKE.findall(text))
    return broken > 0 and broken * _MOJIBAKE_EVERY >= len(text)
