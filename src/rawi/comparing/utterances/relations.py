"""How the renderings of one utterance relate: the same words, fewer words, another translation, or a paraphrase."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.utterances.renderings import Rendering
from rawi.model.labels import UtteranceRelation

# From near to far: an utterance is named by the farthest that any of its renderings lies from the founder's.
_FAR: tuple[UtteranceRelation, ...] = ("verbatim", "shortened", "other_translation", "paraphrase")


def relate_renderings(
    first: Rendering, second: Rendering, config: UtterancesConfig = UtterancesConfig()
) -> UtteranceRelation:
    """How two renderings relate.

    Words in marks on both sides that differ were translated twice; where one side only reports, it is a paraphrase.
    """
    matcher = difflib.SequenceMatcher(None, first.words, second.words, autojunk=False)
    matching = sum(block.size for block in matcher.get_matching_blocks())
    shorter = max(1, min(len(first.words), len(second.words)))
    if matcher.ratio() >= config.verbatim:
        return "verbatim"
    if matching / shorter >= config.shortened:
        return "shortened"
    marked = {"direct", "mixed"}
    if first.quotation.kind in marked and second.quotation.kind in marked and first.article != second.article:
        return "other_translation"
    return "paraphrase"


def farthest_relation(relations: Sequence[UtteranceRelation]) -> UtteranceRelation:
    """The relation that names the whole utterance.

    >>> farthest_relation(["verbatim", "shortened"])
    'shortened'
    """
    return max(relations, key=_FAR.index, default="verbatim")
