"""Outlets as readers know them: dossiers often tell them by keys (okaz), their pages' addresses tell whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from rawi.knowledge import load_knowledge
from rawi.knowledge.records import Outlet
from rawi.store.browsing import outlet_addresses
from rawi.store.dossier import Dossier
from rawi.web.language import Language

_ARABIC = re.compile("[\u0621-\u06d3]")
NOBODY: Mapping[str, Outlet] = MappingProxyType({})
# Who tells a side of a comparison: the names in brackets behind what is quoted.
_TELLERS = re.compile(r"(?<=[»”] \()[^()]+(?=\))")


def known_outlets(dossier: Dossier) -> Mapping[str, Outlet]:
    """The outlets that the tables know, by what the dossier calls them: told by an address of theirs, else by name."""
    knowledge = load_knowledge()
    found = (
        (name, (knowledge.find_outlet(address) if address else None) or knowledge.find_outlet(name))
        for name, address in outlet_addresses(dossier)
    )
    return {name: outlet for name, outlet in found if outlet is not None}


def call_outlet(name: str, known: Mapping[str, Outlet], language: Language) -> str:
    """What readers call an outlet. An Arabic name that the dossier gives stands as it is on an Arabic page.

    >>> okaz = Outlet("okaz", "عكاظ", (), "Okaz", (), "SA", "newspaper")
    >>> call_outlet("okaz", {"okaz": okaz}, Language("ar")), call_outlet("3alyoum", {"okaz": okaz}, Language("ar"))
    ('عكاظ', '3alyoum')
    """
    outlet = known.get(name)
    if outlet is None or (language.code == "ar" and _ARABIC.search(name)):
        return name
    return outlet.name if language.code == "ar" else outlet.english or name


def call_tellers(sentence: str, known: Mapping[str, Outlet], language: Language) -> str:
    """A comparison's sentence with the outlets that tell each side called as readers call them.

    >>> okaz = Outlet("okaz", "عكاظ", (), "Okaz", (), "SA", "newspaper")
    >>> call_tellers("تتفق الروايات: «3» (sabq وokaz)", {"okaz": okaz}, Language("ar"))
    'تتفق الروايات: «3» (sabq وعكاظ)'
    """
    if not known:
        return sentence
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    names = re.compile(rf"(?:(?<!\w)|(?<= و))(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return _TELLERS.sub(
        lambda tellers: names.sub(lambda name: call_outlet(name.group(), known, language), tellers.group()), sentence
    )
