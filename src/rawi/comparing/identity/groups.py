"""Groups: a node joins the founder that it fits best, or founds a group; people's judgements come before scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rawi.arabic.names import score_spelling, skeleton, split_name
from rawi.comparing.identity.blocks import block_nodes
from rawi.comparing.identity.config import IdentityConfig
from rawi.comparing.identity.features import Score, align_parts, is_common_name, score_pair
from rawi.comparing.identity.judged import Decisions
from rawi.comparing.identity.nodes import Collected, Known, Node, Setting
from rawi.model.corpus import Reason


@dataclass(slots=True)
class Group:
    """One entity of the corpus. ``id`` is the known entity's, or the founder's, so it stays while the founder does.

    ``aliases_of`` are the ids of groups that people's judgements made part of this one.
    """

    id: str
    founder: Node | None = None
    known: Known | None = None
    members: list[Node] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)
    aliases_of: list[str] = field(default_factory=list)

    def ids(self) -> set[str]:
        """All ids that the group goes by, and nothing that it doesn't."""
        return {self.id, *self.aliases_of, *(node.id for node in self.members)}

    def add(self, node: Node, reasons: Iterable[Reason]) -> None:
        """Take a node in; of each feature the strongest reason is kept."""
        self.members.append(node)
        for reason in reasons:
            before = self.reasons.get(reason.feature)
            if before is None or reason.score > before.score:
                self.reasons[reason.feature] = reason


def group_nodes(
    collected: Collected, articles: Sequence[str], rare: frozenset[str], decisions: Decisions, config: IdentityConfig
) -> list[Group]:
    """The corpus's entities, in the order of their ids. ``articles`` are the articles' ids in their order."""
    known = {entity: Group(entity, known=entry) for entity, entry in sorted(collected.known.items())}
    surnames = _known_by_part(known.values())
    groups = list(known.values())
    by_surname: dict[str, list[Group]] = defaultdict(list)
    late: list[Node] = []
    judge = _Judge(collected.settings, articles, rare, decisions, config)
    for key, nodes in block_nodes(collected.nodes):
        if key[0] == "PER" and len(key) == 2:
            late += nodes
            continue
        founders: list[Group] = []
        for node in nodes:
            group = judge.best(node, founders) or judge.best_known(node, surnames)
            if group is None:
                group = Group(node.id, founder=node)
                group.members.append(node)
                founders.append(group)
        groups += founders
        if key[0] == "PER":
            for group in founders:
                by_surname[key[2]].append(group)
    groups += _place_surnames(late, by_surname, surnames, judge)
    return sorted(_unite(groups, decisions), key=lambda group: group.id)


def _known_by_part(known: Iterable[Group]) -> dict[str, list[Group]]:
    """Known persons by the consonants of the last part of any of their names."""
    found: dict[str, dict[str, Group]] = defaultdict(dict)
    for group in known:
        if group.known is not None and group.known.type == "PER":
            for spelling in (group.known.name, *group.known.spellings):
                parts = split_name(spelling)
                if parts:
                    found[skeleton(parts[-1])][group.id] = group
    return {key: list(groups.values()) for key, groups in found.items()}


def _place_surnames(
    nodes: Iterable[Node], by_surname: dict[str, list[Group]], known: dict[str, list[Group]], judge: _Judge
) -> list[Group]:
    """Bare surnames, after all full names: each joins the one full name that its company supports, or founds."""
    founded: dict[str, list[Group]] = defaultdict(list)
    for node in nodes:
        key = skeleton(node.parts[0])
        group = judge.best(node, by_surname.get(key, ())) or judge.best(node, founded[key])
        if group is None:
            group = judge.best_known(node, known)
        if group is None:
            group = Group(node.id, founder=node)
            group.members.append(node)
            founded[key].append(group)
    return [group for groups in founded.values() for group in groups]


@dataclass(frozen=True, slots=True)
class _Judge:
    """Scores a node against founders; what a person decided comes first."""

    settings: Sequence[Setting]
    articles: Sequence[str]
    rare: frozenset[str]
    decisions: Decisions
    config: IdentityConfig

    def best(self, node: Node, founders: Iterable[Group]) -> Group | None:
        """The founder whose points are highest and enough; the node is taken into its group."""
        chosen: tuple[float, Group, Score] | None = None
        for number, group in enumerate(founders):
            if number >= self.config.most_founders:
                break
            if group.founder is None or self._is_barred(node, group):
                continue
            score = score_pair(node, group.founder, self.settings, self.rare, self.config)
            if score.points >= self.config.enough and (chosen is None or score.points > chosen[0]):
                chosen = (score.points, group, score)
        if chosen is None:
            return None
        chosen[1].add(node, chosen[2].reasons)
        return chosen[1]

    def best_known(self, node: Node, known: dict[str, list[Group]]) -> Group | None:
        """The known person of whose name the node's is a spelling: all parts alike, and no other known person's."""
        if node.type != "PER" or len(node.parts) < 2:
            return None
        fitting = []
        for group in known.get(skeleton(node.parts[-1]), ()):
            spelled = self._spelled_like(node, group)
            if spelled is not None and not self._is_barred(node, group):
                fitting.append((group, spelled))
        if len(fitting) != 1:
            return None
        group, spelling = fitting[0]
        group.add(node, [Reason("spelling", self.config.same_rare - self.config.spelled, f"{node.name} ~ {spelling}")])
        return group

    @staticmethod
    def _spelled_like(node: Node, group: Group) -> str | None:
        if group.known is None or is_common_name(node.parts):
            return None
        for spelling in (group.known.name, *sorted(group.known.spellings)):
            parts = split_name(spelling)
            if len(parts) < 2 or score_spelling(parts[-1], node.parts[-1]) < 0.7:
                continue
            if align_parts(parts, node.parts) is not None:
                return spelling
        return None

    def _is_barred(self, node: Node, group: Group) -> bool:
        if not self.decisions.apart:
            return False
        names = (node.id, self.articles[node.place])
        return self.decisions.are_apart(names, {group.id}) or (
            node.id in self.decisions.touched and self.decisions.are_apart((node.id,), group.ids())
        )


def _unite(groups: Sequence[Group], decisions: Decisions) -> list[Group]:
    """Groups that people judged the same, made one, unless that would join two that people judged different."""
    if not decisions.same:
        return list(groups)
    home = {name: group for group in groups for name in group.ids()}
    gone: set[int] = set()
    for one, other, judgement in decisions.same:
        first, second = home.get(one), home.get(other)
        if first is None or second is None or first is second:
            continue
        if decisions.are_apart(first.ids(), second.ids()):
            continue
        kept, merged = _order(first, second)
        kept.members += merged.members
        detail = judgement.note or f"{judgement.by or '?'}, {judgement.made_on or '?'}"
        kept.reasons["judgement"] = Reason("judgement", 1.0, detail)
        if merged.known is not None:
            if kept.known is None:
                kept.known = merged.known
            else:
                kept.known.spellings.update(merged.known.spellings)
                kept.known.mentions += merged.known.mentions
                kept.known.places |= merged.known.places
        for name in (*merged.ids(), merged.id):
            home[name] = kept
        kept.members.sort(key=lambda node: node.id)
        gone.add(id(merged))
        kept.aliases_of.append(merged.id)
    return [group for group in groups if id(group) not in gone]


def _order(first: Group, second: Group) -> tuple[Group, Group]:
    """Which of two keeps its id: the known one, else the lesser id."""
    ranked = sorted((first, second), key=lambda group: (group.known is None, group.id))
    return ranked[0], ranked[1]
