"""The stage: claims of articles about one thing, compared in pairs and shown in groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rawi.arabic.tokens import view_text
from rawi.comparing.agreement.blocks import Block, all_pairs, block_articles
from rawi.comparing.agreement.claims import Claim, read_claims
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import find_deadline_findings, read_horizons
from rawi.comparing.agreement.explaining import Side, name_subject
from rawi.comparing.agreement.figures import cite_claim, find_pairs, list_sides, show_pairs
from rawi.comparing.agreement.findings import Finding, show_finding
from rawi.comparing.agreement.headlines import find_headline_clashes
from rawi.comparing.agreement.names import NameClaim, find_name_clashes, read_names
from rawi.comparing.agreement.scoring import Pair, weigh_words
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.agreement.statements import find_statement_pairs, read_statements
from rawi.comparing.agreement.stocks import find_stock_pairs
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Comparison, Entity, Reason, Reuse, Story


def compare_claims(
    articles: Sequence[AnnotatedArticle],
    stories: Sequence[Story],
    reuse: Sequence[Reuse] = (),
    entities: Sequence[Entity] = (),
    config: AgreementConfig = AgreementConfig(),
) -> tuple[Comparison, ...]:
    """Comparisons of claims, in the order of their ids, the same whatever the order of the input.

    Blocks by story and topic; scores pairs of claims by unit, kind, group and the words about them; relates their
    values by tolerance, scope and time; groups them round founders. Own method.
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    blocks = block_articles(ordered, stories, config)
    one_story = {name for block in blocks if block.same_story for name in (block.first, block.second)}
    claims: dict[str, tuple[Claim, ...]] = {}
    names: dict[str, tuple[NameClaim, ...]] = {}
    for article in ordered:
        if not article.figures and article.id not in one_story:
            claims[article.id] = ()
            continue
        # One article's view at a time: those of a whole corpus would fill the memory.
        view = article.view or view_text(article.text)
        claims[article.id] = read_claims(article, config, view)
        if article.id in one_story:
            names[article.id] = read_names(article, config, view)
    horizons = {article.id: told for article in ordered if (told := read_horizons(article))}
    alone = [(name, name) for name in sorted(horizons)]  # a headline against its own text
    statements = {article.id: found for article in ordered if (found := read_statements(article))}
    weights = weigh_words(claim for name in sorted(claims) for claim in claims[name])
    sources = Sources(ordered, stories, reuse)
    pairs = find_pairs(claims, blocks, weights, config)
    stocks = list(find_stock_pairs(claims, weights, config))
    findings = [
        *show_pairs(pairs, sources),
        *show_pairs(stocks, sources),
        *find_statement_pairs(statements, _statement_pairs(ordered, blocks, config), sources, config),
        *find_deadline_findings(horizons, [*_statement_pairs(ordered, blocks, config), *alone], sources, config),
        *_headlines(ordered, claims, pairs, sources, config),
        *_names(names, blocks, sources, config),
    ]
    comparisons = {found.id: found for found in (show_finding(finding, sources) for finding in findings)}
    return tuple(comparisons[name] for name in sorted(comparisons))


def _statement_pairs(
    articles: Sequence[AnnotatedArticle], blocks: Sequence[Block], config: AgreementConfig
) -> Sequence[tuple[str, str]]:
    """Where one speaker's words are looked for: a small corpus is read whole, whatever years lie between."""
    if len(articles) <= config.few_articles:
        return all_pairs(articles)
    return [(block.first, block.second) for block in blocks if block.closeness >= config.one_subject]


def _headlines(
    articles: Sequence[AnnotatedArticle],
    claims: Mapping[str, Sequence[Claim]],
    pairs: Sequence[Pair],
    sources: Sources,
    config: AgreementConfig,
) -> Iterable[Finding]:
    """Headlines that their own text contradicts, with the other articles that tell what the text tells."""
    agreeing: dict[tuple[str, int], list[Claim]] = {}
    for pair in pairs:
        if pair.relation == "agrees":
            agreeing.setdefault((pair.first.article, pair.first.start), []).append(pair.second)
            agreeing.setdefault((pair.second.article, pair.second.start), []).append(pair.first)
    for article in articles:
        for clash in find_headline_clashes(article, claims[article.id], config):
            others = [other for claim in clash.body for other in agreeing.get((claim.article, claim.start), [])]
            against = {(c.article, c.start): c for c in (*clash.body, *others)}
            body = [against[place] for place in sorted(against)]
            headline = (cite_claim(clash.headline),) if clash.headline else ()
            title = article.article.title or clash.surface
            yield Finding(
                kind="headline",
                relation="conflicts",
                subject=name_subject(clash.measured.role, "", "people"),
                members=(*headline, *(cite_claim(claim) for claim in body)),
                sides=(
                    Side(clash.surface, (sources.outlet(article.id),), headline=True),
                    *list_sides(body, sources, dated=False),
                ),
                reasons=(Reason("headline", 1.0, " ".join(title.split())),),
            )


def _names(
    names: Mapping[str, Sequence[NameClaim]], blocks: Sequence[Block], sources: Sources, config: AgreementConfig
) -> Iterable[Finding]:
    """Other names in one place of one sentence."""
    for block in blocks:
        if not block.same_story or not block.other_outlet:
            continue
        for first, second, likeness in find_name_clashes(names[block.first], names[block.second], config):
            members = tuple(
                Citation(claim.article, claim.start, claim.end, claim.name, None, sources.outlet(claim.article))
                for claim in (first, second)
            )
            yield Finding(
                kind="attribution",
                relation="conflicts",
                subject=(f"الاسم بعد «{first.said}»", f"the name after “{first.said}”"),
                members=members,
                sides=tuple(Side(claim.name, (sources.outlet(claim.article),)) for claim in (first, second)),
                reasons=(Reason("other_name", likeness, first.said),),
            )
