"""What an article itself teaches about its names: who a bare surname is, and which reading of a name it means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rawi.annotating.mentions.config import MentionsConfig
from rawi.annotating.mentions.gazetteer import Gazetteer
from rawi.annotating.mentions.repair import coarse
from rawi.annotating.mentions.sheet import Draft, Sheet, find_reading, taken_tokens, without_overlaps
from rawi.annotating.mentions.words import COMMON, HONORIFICS, INSTITUTIONS, MEDIA_NOUNS, OFFICES
from rawi.arabic.clitics import strip_proclitics
from rawi.arabic.names import arabic_given_names, split_name
from rawi.model.labels import MentionType

_LINKING = frozenset({"بن", "ابن", "بنت", "ال", "ابو", "عبد", "ام"})
_SHORTEST_SURNAME = 3


def remember_names(sheet: Sheet, drafts: Sequence[Draft], gazetteer: Gazetteer, config: MentionsConfig) -> list[Draft]:
    """The drafts with one reading a name throughout the article, doubtful ones dropped, and missed ones added."""
    surnames = find_surnames(sheet, drafts, config)
    surnamed = frozenset((word,) for word in surnames)
    voted = _vote(sheet, drafts, surnames, gazetteer, config)
    sure = surnamed | {sheet.words(draft) for draft in voted if draft.score >= config.doubtful}
    kept = [draft for draft in voted if not _is_dropped(draft, sheet.words(draft), sure, gazetteer, config)]
    return without_overlaps([*kept, *_missed(sheet, kept, surnames, gazetteer, config)])


def find_surnames(sheet: Sheet, drafts: Iterable[Draft], config: MentionsConfig) -> dict[str, float]:
    """Last words of the article's full names, with the best score of such a name; ال as written."""
    found: dict[str, float] = {}
    for draft in drafts:
        if draft.type != "PER" or draft.length < 2 or draft.form != "name" or not _is_sure(draft, config):
            continue
        words = sheet.words(draft)
        if len(split_name(" ".join(words))) < 2 or words[-2] in _LINKING or len(words[-1]) < _SHORTEST_SURNAME:
            continue
        found[words[-1]] = max(found.get(words[-1], 0.0), draft.score)
    return found


def _is_sure(draft: Draft, config: MentionsConfig) -> bool:
    """Whether the rest of the article may learn from the draft. What a rule found by its shape is sure enough."""
    return draft.origin != "tag" or draft.score >= config.remembered


def _vote(
    sheet: Sheet, drafts: Sequence[Draft], surnames: dict[str, float], gazetteer: Gazetteer, config: MentionsConfig
) -> list[Draft]:
    """One type for one name in one article: the readings' scores are added up, with what is known as one more voice."""
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    fine: dict[tuple[str, ...], MentionType] = {}
    for draft in drafts:
        words = sheet.words(draft)
        # The tables have one voice, however often a name stands in the text.
        votes[words][coarse(draft.type)] += 0.0 if draft.origin == "gazetteer" else draft.score
        entry = gazetteer.knows(words)
        if entry is not None:
            fine[words] = entry.type
    settled = []
    for draft in drafts:
        words = sheet.words(draft)
        count = votes[words]
        if words in fine and not _after_medium(sheet, draft):
            known = gazetteer.knows(words)
            count = {
                **count,
                coarse(fine[words]): count.get(coarse(fine[words]), 0.0)
                + (0 if known and known.weak else config.gazetteer_vote),
            }
        if len(words) == 1 and words[0] in surnames:
            count = {**count, "PER": count.get("PER", 0.0) + config.surname_vote * surnames[words[0]]}
        best = max(sorted(count), key=lambda kind: count[kind])
        if best == coarse(draft.type) or _after_medium(sheet, draft):
            settled.append(draft)
        else:
            kind: MentionType = "PER" if best == "PER" else "ORG" if best == "ORG" else fine.get(words, "LOC")
            settled.append(replace(draft, type=kind if coarse(kind) == best else "LOC", form="name"))
    return settled


def _after_medium(sheet: Sheet, draft: Draft) -> bool:
    """صحيفة الرياض is a paper wherever الرياض is a city."""
    before = draft.first - 1
    while before >= 0 and draft.first - before <= 2 and sheet.tokens[before].kind == "mark":
        before -= 1
    return before >= 0 and strip_proclitics(sheet.folds[before], MEDIA_NOUNS.__contains__).stem in MEDIA_NOUNS


def _is_dropped(
    draft: Draft,
    words: tuple[str, ...],
    sure: frozenset[tuple[str, ...]],
    gazetteer: Gazetteer,
    config: MentionsConfig,
) -> bool:
    """Whether nothing but an unsure tagger speaks for the name: no rule, no table, no other place in the article."""
    if draft.origin != "tag" or draft.score >= _least(draft, words, config) or draft.knowledge is not None:
        return False
    return words not in sure and gazetteer.knows(words) is None


def _least(draft: Draft, words: tuple[str, ...], config: MentionsConfig) -> float:
    """The score below which a name that nobody knows is dropped."""
    if draft.type == "PER":
        return config.least_score
    if len(words) > 1:
        return config.least_words if draft.type == "ORG" else config.least_score
    return config.least_body if draft.type == "ORG" else config.least_place


def _missed(
    sheet: Sheet, drafts: Sequence[Draft], surnames: dict[str, float], gazetteer: Gazetteer, config: MentionsConfig
) -> list[Draft]:
    """Names of the article that stand elsewhere in it unmarked."""
    taken = taken_tokens(drafts)
    ends = {draft.last: draft for draft in drafts}
    sure: dict[str, dict[tuple[str, ...], Draft]] = defaultdict(dict)
    marked = Counter(sheet.words(draft)[0] for draft in drafts if draft.length == 1)
    unmarked = Counter(word for index, word in enumerate(sheet.folds) if index not in taken)
    for draft in drafts:
        words = sheet.words(draft)
        if not _is_sure(draft, config) or draft.form != "name" or not _is_distinctive(words, gazetteer):
            continue
        if len(words) > 1 or (draft.type == "PER" and marked[words[0]] >= unmarked[words[0]]):
            sure[words[0]].setdefault(words, draft)
    added = []
    for index, word in enumerate(sheet.folds):
        if index in taken or not sheet.is_word(index):
            continue
        reading = find_reading(word, lambda stem: stem in sure or stem in surnames)
        if reading is None:
            continue
        cut, stem = reading
        found = _longest(sheet, index, cut, sure.get(stem, {}), taken)
        if found is not None:
            added.append(replace(found, score=config.memory_trust, origin="memory"))
        elif stem in surnames and stem not in COMMON and stem not in gazetteer.nationalities:
            surname = Draft(index, index + 1, cut, "PER", config.memory_trust, "memory")
            added.append(_with_first_name(sheet, surname, ends.get(index)))
    return added


def _with_first_name(sheet: Sheet, surname: Draft, before: Draft | None) -> Draft:
    """The surname with the given name before it: another of the family (ماجد صبح where حسن صبح was named).

    A sentence does not begin with a name but with its verb (ورد الدريعي).
    """
    first = surname.first
    if surname.cut or not sheet.follows(first) or not sheet.follows(first - 1):
        return surname
    if before is not None:
        lone = before.type == "PER" and before.length == 1
        return replace(before, last=surname.last, origin="memory") if lone else surname
    given = strip_proclitics(sheet.folds[first - 1], arabic_given_names().__contains__)
    if given.stem not in arabic_given_names() or given.stem in COMMON or given.fused:
        return surname
    return replace(surname, first=first - 1, cut=given.cut)


def _is_distinctive(words: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Whether the words, met again, can hardly mean anything else."""
    if len(words) > 1:
        return True
    word = words[0]
    if len(word) < _SHORTEST_SURNAME or word in COMMON or word in INSTITUTIONS or word in HONORIFICS or word in OFFICES:
        return False
    entry = gazetteer.knows(words)
    return entry is None or not entry.weak


def _longest(sheet: Sheet, index: int, cut: int, names: dict[tuple[str, ...], Draft], taken: set[int]) -> Draft | None:
    for words, draft in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        last = index + len(words)
        if tuple(sheet.folds[index + 1 : last]) != words[1:] or any(place in taken for place in range(index, last)):
            continue
        if all(sheet.are_joined(place) for place in range(index + 1, last)):
            return replace(draft, first=index, last=last, cut=cut)
    return None
