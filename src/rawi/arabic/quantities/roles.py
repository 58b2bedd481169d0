"""What befell the people whom a figure counts: killed, wounded, missing, arrested, rescued, displaced."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.letters import fold
from rawi.model.view import Token

_WORDS = {
    "aboard": "متن متنها متنه متنهم متنهما يقل تقل يقلها تقلهم",
    "killed": (
        "مقتل قتل قتلت قتلوا قتلا يقتل قتيل قتلى القتلى قتيلا للقتلى بمقتل ومقتل وقتل وقتلت لمقتل مصرع "
        "بمصرع ومصرع وفاة وفيات الوفيات بوفاة ووفاة توفي توفيت توفوا وتوفي استشهاد واستشهاد باستشهاد "
        "استشهد استشهدوا شهيد شهداء الشهداء شهيدا حتفه حتفهم حتفها حتفهما ضحية ضحايا الضحايا أودى أودت "
        "بحياة حياة إعدام أعدم أعدمت إعدامهم مات ماتوا ماتت وفارق غرق غرقوا غرقى الغرقى وغرق أسقط_ سقوط_ "
        "حصيلة_القتلى قضوا قضى_ نحبهم صرعى والقتلى وقتيل وقتلى قاتل_ اغتيال لقي_ جثة جثث بقتل لقتلى أردى "
        "مصرعه مصرعهم"
    ),
    "wounded": (
        "أصاب أصابت بجرح إصابتهم إصابة وإصابة بإصابة إصابات الإصابات وإصابات أصيب أصيبت أصيبوا وأصيب "
        "وأصيبت مصاب مصابين المصابين مصابون المصابون والمصابين جرح وجرح جرحى الجرحى والجرحى وجرحى جريح "
        "جريحا وجريح الجريح بجروح جروح جرحوا يصاب وجرحوا وأصيبوا بإصابات مصابا جرحت وجرحت تسمم اختناق "
        "بجراح جراح المصابات"
    ),
    "missing": ("فقدان وفقدان مفقود مفقودين المفقودين مفقودا فقد_ وفقدان اختفاء مفقودون والمفقودين"),
    "arrested": (
        "اعتقال واعتقال باعتقال اعتقلت اعتقل واعتقلت القبض توقيف وتوقيف أوقفت_ معتقل معتقلين المعتقلين "
        "موقوف موقوفا موقوفين الموقوفين بالقبض ضبط_ إيقاف وإيقاف سجن_ حبس بحبس المتهم_ احتجاز"
    ),
    "rescued": (
        "إنقاذ وإنقاذ بإنقاذ أنقذت أنقذ وأنقذت إنقاذهم نجا نجاة ناج ناجين الناجين والناجين نجوا انتشال_ تحرير_ الناجون"
    ),
    "captive": ("خطف اختطاف مخطوف مخطوفين مختطف رهينة رهائن الرهائن احتجاز_ أسر_ أسير أسرى الأسرى خطفوا اختطف"),
    "displaced": ("نزوح تشريد نازح نازحين النازحين تهجير فرار فروا نزحوا مشردين شردت"),
    "evacuated": ("إخلاء إجلاء أخلت أخلي وإخلاء وإجلاء بإخلاء"),
}
_CLITICS = ("", "و", "ف", "ب", "ل", "ول", "وب")


def _forms(word: str) -> tuple[str, ...]:
    """The folded word with the proclitics it is written with."""
    bare = fold(word)
    joined = tuple(clitic + bare for clitic in _CLITICS)
    if bare.startswith("ال"):
        return (*joined, "لل" + bare[2:], "ولل" + bare[2:])
    return joined


ROLE_WORDS: dict[str, str] = {
    form: role
    for role, words in reversed(_WORDS.items())
    for word in words.split()
    if not word.endswith("_")
    for form in _forms(word)
}
# How far before and after a number its role is told, in tokens (two clauses of a toll: ما أدى إلى مقتل وإصابة 15).
_BEFORE, _AFTER = 9, 5
# 700 شخص كانوا على القارب
_VESSELS = frozenset(["القارب", "المركب", "السفينه", "الطايره", "الحافله", "العباره", "القطار"])
# مقتل وإصابة 40 counts the killed and the wounded in one number.
_AND_WOUNDING = frozenset(["واصابه", "وجرح"])
_KILLING = frozenset(["مقتل", "بمقتل", "ومقتل", "مصرع", "وفاه", "استشهاد", "قتل", "لمقتل"])
_STOPS = frozenset(".؛!؟")


def find_role(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The role of the people counted by tokens ``first`` to ``last``: from the nearest word before, else after.

    >>> from rawi.arabic.tokens import tokenize
    >>> tokens = tokenize("مقتل 15 شخصا وإصابة 240")
    >>> find_role(tokens, 1, 2), find_role(tokens, 4, 5)
    ('killed', 'wounded')
    """
    for index in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        token = tokens[index]
        if token.kind == "mark" and token.fold in _STOPS:
            break
        role = ROLE_WORDS.get(token.fold)
        if role is not None and tokens[index + 1].fold != "عن":  # ما لا يقل عن carries nobody
            both = index > 0 and token.fold in _AND_WOUNDING and tokens[index - 1].fold in _KILLING
            return "casualties" if both else role
    for index in range(last, min(len(tokens), last + _AFTER)):
        token = tokens[index]
        if token.kind != "word":
            break
        if token.fold in _VESSELS and tokens[index - 1].fold == "علي":
            return "aboard"
        role = ROLE_WORDS.get(token.fold)
        if role is not None:
            # شخصا وإصابة: the next count's role is no role of this one.
            return None if token.fold.startswith("و") and role != "killed" else role
    return None
