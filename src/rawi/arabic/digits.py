"""Numbers in digits: separators as the Arab press sets them."""

from __future__ import annotations

import re

from rawi.arabic.letters import fold_letters, strip_marks

# More digits than this are a telephone or identity number, not an amount (10**15 is past any budget of the press).
_LONGEST_DIGITS = 16
_THOUSANDS = re.compile(r"\d{1,3}(?:([,.٬])\d{3})(?:\1\d{3})*")
_GROUPED = re.compile(r"(\d{1,3}(?:[,٬]\d{3})+)[.٫](\d+)|(\d{1,3}(?:\.\d{3})+)[,٫](\d+)")
_DECIMAL = re.compile(r"(\d+)[.,٫](\d+)")


def parse_digits(digits: str) -> tuple[float | None, float | None]:
    """The value of a written number, and its other possible reading; (None, None) where it is none.

    A comma before exactly three digits parts thousands, before other counts it is the decimal mark; a full stop is the
    decimal mark unless several groups of three follow or the last group ends in two noughts (2.500).

    >>> parse_digits("٥٬٠٠٠"), parse_digits("3,5"), parse_digits("1.250.000"), parse_digits("2.500")
    ((5000, None), (3.5, None), (1250000, None), (2500, 2.5))
    """
    digits = fold_letters(strip_marks(digits))
    if sum(map(str.isdigit, digits)) > _LONGEST_DIGITS:
        return None, None
    if digits.isdigit():
        return int(digits), None
    if grouped := _GROUPED.fullmatch(digits):
        whole, part = grouped.group(1) or grouped.group(3), grouped.group(2) or grouped.group(4)
        return float(re.sub(r"\D", "", whole) + "." + part), None
    decimal = _DECIMAL.fullmatch(digits)
    fraction = float(f"{decimal.group(1)}.{decimal.group(2)}") if decimal else None
    if (thousands := _THOUSANDS.fullmatch(digits)) and not digits.startswith("0"):
        whole_number = int(re.sub(r"\D", "", digits))
        if thousands.group(1) != "." or decimal is None:
            return whole_number, (fraction if thousands.group(1) == "," else None)
        return (whole_number, fraction) if digits.endswith("00") else (fraction, whole_number)
    return fraction, None
