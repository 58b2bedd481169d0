"""Whether a sentence reports an assault or a protest, or only speaks of one: a linear scorer on words and triggers.

A trigger alone says little: of the sentences of the public event_gsr_ar set that hold an ASSAULT trigger, one in five
was judged to report an assault. What tells reports from mentions is how the trigger stands (finite, early, with numbers
of people) and the words about it. The weights are learned by ``training/events_reported.py``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.events.modality import find_modality, find_polarity
from rawi.annotating.events.scorers import load_weights
from rawi.annotating.events.triggers import Trigger
from rawi.annotating.quotations.scorer import Scorer
from rawi.arabic.quantities.measures import stem_word
from rawi.model.labels import EventType

# Words before and behind a trigger that are seen as such.
REPORTED: frozenset[EventType] = frozenset(["ASSAULT", "PROTEST"])
_BEFORE, _BEHIND = 4, 6


def sentence_features(sentence: Sentence, triggers: Sequence[Trigger]) -> list[str]:
    """What the scorer sees of a sentence, given its triggers of one type; every feature once, in order of letters."""
    stems = [stem_word(word) for word in sentence.folds]
    found = {f"w:{stem}" for stem in stems}
    found.update(f"b:{first}_{second}" for first, second in itertools.pairwise(stems))
    found.update(feature for trigger in triggers for feature in _trigger_features(sentence, trigger, stems))
    found.add(f"triggers:{min(len(triggers), 3)}")
    found.add(f"words:{min(len(stems) // 10, 5)}")
    if any(token.kind == "number" for token in sentence.tokens):
        found.add("number")
    if "؟" in sentence.folds or "?" in sentence.folds:
        found.add("question")
    return sorted(found)


def _trigger_features(sentence: Sentence, trigger: Trigger, stems: Sequence[str]) -> Iterator[str]:
    analysis, index = trigger.analysis, trigger.index
    lemma = analysis.key.split(":")[1]
    yield f"aspect:{analysis.form.aspect}"
    yield f"lemma:{lemma}:{analysis.form.aspect}"
    yield f"definite:{analysis.definite}:{lemma}"
    yield f"modality:{find_modality(sentence, trigger)}"
    yield f"polarity:{find_polarity(sentence, trigger)}"
    yield f"particles:{''.join(analysis.particles)}"
    yield f"place:{min(index // 4, 6)}"
    yield from (f"before:{stem}" for stem in stems[max(0, index - _BEFORE) : index])
    yield from (f"behind:{stem}" for stem in stems[index + 1 : index + _BEHIND])


def load_report_scorer(kind: EventType) -> Scorer | None:
    """The shipped scorer of a type, None where there is none. Raises ModelError where its table can't be read."""
    return load_weights(kind.lower()) if kind in REPORTED else None
