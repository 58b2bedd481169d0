"""Groups of what articles tell: round a founder, or along a line."""

from __future__ import annotations

from rawi.comparing.agreement.links import Links
from rawi.model.corpus import Reason


def linked() -> Links[str, str]:
    links: Links[str, str] = Links(lambda word: (word, 0, 0, ""))
    links.add("agrees", "وعد", "تعهد", (Reason("same_words", 0.9, "الانسحاب"),))
    links.add("agrees", "تعهد", "التزم", (Reason("same_words", 0.5, "القوات"), Reason("held", 1.0, "")))
    links.add("conflicts", "التزم", "رفض")
    return links


def test_a_line_holds_all_that_links_join_and_a_founder_only_his_own() -> None:
    assert [(key, set(group)) for key, group, _ in linked().lines()] == [
        ("agrees", {"وعد", "تعهد", "التزم"}),
        ("conflicts", {"التزم", "رفض"}),
    ]
    assert [(key, group[0]) for key, group, _ in linked().round_founders()] == [
        ("agrees", "تعهد"),
        ("conflicts", "التزم"),
    ]


def test_of_each_feature_the_first_reason_is_told() -> None:
    _, _, reasons = next(linked().round_founders())
    assert [reason.feature for reason in reasons] == ["same_words", "held"]
