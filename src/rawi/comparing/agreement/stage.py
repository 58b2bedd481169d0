"""The stage: claims of articles about one thing, compared in pairs and shown in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rawi.arabic.tokens import view_text
from rawi.comparing.agreement.accounts import find_account_findings, read_accounts
from rawi.comparing.agreement.ages import AgeClaim, find_age_findings, read_ages
from rawi.comparing.agreement.blocks import Block, all_pairs, block_articles
from rawi.comparing.agreement.cards import Card, read_cards
from rawi.comparing.agreement.claims import Claim, read_claims
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import HorizonClaim, find_deadline_findings, read_horizons
from rawi.comparing.agreement.figures import find_pairs, show_pairs
from rawi.comparing.agreement.findings import Finding, show_finding
from rawi.comparing.agreement.happenings import Happening, find_happening_findings, read_happenings
from rawi.comparing.agreement.headlines import HeadlineClash, find_headline_clashes, find_headline_findings
from rawi.comparing.agreement.moments import Moment, find_moment_findings, read_moment
from rawi.comparing.agreement.names import NameClaim, find_name_findings, read_names
from rawi.comparing.agreement.offices import OfficeClaim, find_office_findings, read_offices
from rawi.comparing.agreement.scoring import weigh_words
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.agreement.statements import Statement, find_statement_pairs, read_statements
from rawi.comparing.agreement.stocks import find_stock_pairs
from rawi.comparing.agreement.titles import read_title_claims
from rawi.comparing.agreement.trends import Trend, find_trend_findings, read_trends
from rawi.comparing.agreement.undertakings import UndertakingReader, find_undertaking_findings
from rawi.comparing.agreement.wording import WordingReader
from rawi.comparing.articles import read_layers
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Comparison, Entity, Reuse, Story


@dataclass(frozen=True, slots=True)
class _Read:
    """What one article tells that can be compared."""

    claims: tuple[Claim, ...] = ()
    clashes: tuple[HeadlineClash, ...] = ()
    names: tuple[NameClaim, ...] = ()
    ages: tuple[AgeClaim, ...] = ()
    trends: tuple[Trend, ...] = ()
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class _Corpus:
    """The articles, what is known of each, which of them are compared, and how outlets and origins are counted."""

    articles: Sequence[AnnotatedArticle]
    cards: Sequence[Card]
    blocks: Sequence[Block]
    sources: Sources


def compare_claims(
    articles: Sequence[AnnotatedArticle],
    stories: Sequence[Story],
    reuse: Sequence[Reuse] = (),
    entities: Sequence[Entity] = (),
    config: AgreementConfig = AgreementConfig(),
    *,
    knowledge: Knowledge | None = None,
) -> tuple[Comparison, ...]:
    """Comparisons of claims, in the order of their ids, the same whatever the order of the input.

    Blocks by story, topic and passage; scores pairs of claims by unit, kind, group and the words about them; relates
    their values by tolerance, scope and time; groups them round founders. Own method.
    """
    cards = read_cards(articles, config)
    blocks = block_articles(cards, stories, config)
    # Of what blocking asked for nothing is needed any more: in a large corpus it is a tenth of the memory.
    cards = tuple(replace(card, head=(), places=frozenset(), passages=()) for card in cards)
    sources = Sources(cards, stories, reuse)
    corpus = _Corpus(articles, cards, blocks, sources)
    known = knowledge or load_knowledge()
    reader = WordingReader(known)
    # What the first reads of all articles is gone before the second reads them: together they would fill the memory.
    findings = [*_compare_told(corpus, reader, config), *_compare_values(corpus, config)]
    findings += _compare_closely(corpus, reader, known, findings, config)
    del blocks, corpus
    comparisons = {found.id: found for found in (show_finding(finding, sources) for finding in findings)}
    return tuple(comparisons[name] for name in sorted(comparisons))


def _compare_told(corpus: _Corpus, reader: WordingReader, config: AgreementConfig) -> list[Finding]:
    """What was said, who holds which office, what happened and until when something is to be: told in words."""
    sources = corpus.sources
    small = len(corpus.cards) <= config.few_articles
    closely = len(corpus.cards) <= config.closest_articles
    places = all_pairs(card.id for card in corpus.cards) if small else _close_pairs(corpus.blocks, config)
    near = places if closely else _close_pairs(corpus.blocks, config)
    quoting = {name for pair in places for name in pair}
    phrases = reader.phrases
    statements: dict[str, tuple[Statement, ...]] = {}
    offices: dict[str, tuple[OfficeClaim, ...]] = {}
    happenings: dict[str, tuple[Happening, ...]] = {}
    horizons: dict[str, tuple[HorizonClaim, ...]] = {}
    # One article at a time: those of a whole corpus would fill the memory.
    for article in read_layers(corpus.articles, "mentions", "figures", "times", "quotations", "commitments", "events"):
        name = article.id
        if told := read_horizons(article):
            horizons[name] = told
        if held := read_offices(article, phrases):
            offices[name] = held
        if name in quoting and (said := read_statements(article, reader, clauses=closely)):
            statements[name] = said
        if name in quoting and (events := read_happenings(article, reader, config, few=closely)):
            happenings[name] = events
    alone = [(name, name) for name in sorted(horizons)]  # a headline against its own text
    return [
        *find_statement_pairs(statements, places, sources, config),
        *find_office_findings(offices, sources, config),
        *find_happening_findings(happenings, near, sources, config, few=closely),
        *find_deadline_findings(horizons, [*places, *alone], sources, config),
    ]


def _compare_values(corpus: _Corpus, config: AgreementConfig) -> list[Finding]:
    """Numbers, ages, names, times of day and trends: one place in a report, filled with another value."""
    blocks, sources = corpus.blocks, corpus.sources
    small = len(corpus.cards) <= config.few_articles
    one_story = {name for block in blocks if block.same_story for name in (block.first, block.second)}
    one_thing = {name for block in blocks if block.near for name in (block.first, block.second)}
    met = {name for block in blocks for name in (block.first, block.second)}
    read: dict[str, _Read] = {}
    for article in read_layers(corpus.articles, "mentions", "figures", "times", "quotations"):
        name = article.id
        if small or name in met or article.figures:
            read[name] = _read(article, config, named=name in one_story or name in one_thing)
    claims = {name: found.claims for name, found in read.items()}
    clashes = [clash for name in sorted(read) for clash in read[name].clashes]
    refuted = {(clash.headline.article, clash.headline.part, clash.headline.start) for clash in clashes}
    sound = {
        name: [claim for claim in found if (claim.article, claim.part, claim.start) not in refuted]
        for name, found in claims.items()
    }
    weights = weigh_words(claim for name in sorted(claims) for claim in claims[name])
    pairs = find_pairs(sound, blocks, weights, config)
    titles = {card.id: card.title for card in corpus.cards}
    ages = {name: found.ages for name, found in read.items() if found.ages}
    moments = {name: found.moment for name, found in read.items() if found.moment}
    return [
        *show_pairs(pairs, sources, config),
        *show_pairs(list(find_stock_pairs(claims, weights, config)), sources, config),
        *find_headline_findings(clashes, titles, pairs, sources),
        *find_name_findings({name: found.names for name, found in read.items()}, blocks, sources, config),
        *find_age_findings(ages, blocks, sources),
        *find_trend_findings({name: found.trends for name, found in read.items()}, sources, config),
        *find_moment_findings(moments, blocks, sources, config),
    ]


def _compare_closely(
    corpus: _Corpus, reader: WordingReader, knowledge: Knowledge, told: Sequence[Finding], config: AgreementConfig
) -> list[Finding]:
    """What is compared in a corpus of few articles only: every commitment, and every sentence of very few ones.

    In a larger one the ledger follows commitments, and sentences that share words are of too many matters.
    """
    if len(corpus.cards) > config.few_articles:
        return []
    sources, pairs = corpus.sources, all_pairs(card.id for card in corpus.cards)
    commitments = UndertakingReader(knowledge, reader.phrases)
    layers = read_layers(corpus.articles, "mentions", "times", "quotations", "commitments", "silences", "events")
    articles = tuple(layers)
    undertakings = {article.id: commitments.read(article) for article in articles}
    found = list(find_undertaking_findings(undertakings, pairs, sources, config))
    if len(articles) <= config.closest_articles:
        accounts = {article.id: read_accounts(article, reader) for article in articles}
        found += find_account_findings(accounts, pairs, told, sources, config)
    return found


def _read(article: AnnotatedArticle, config: AgreementConfig, *, named: bool) -> _Read:
    """What the article tells; names and times of day only where another article tells of the same thing."""
    view = article.view or view_text(article.text)
    ages = read_ages(article)
    spans = {(age.start, age.end) for age in ages}
    found = (claim for claim in read_claims(article, config, view) if (claim.start, claim.end) not in spans)
    claims = (*found, *read_title_claims(article, config))
    return _Read(
        claims,
        find_headline_clashes(article, claims, config),
        read_names(article, config, view) if named else (),
        ages if named else (),
        read_trends(article, claims, config),
        read_moment(article, config) if named else None,
    )


def _close_pairs(blocks: Sequence[Block], config: AgreementConfig) -> Sequence[tuple[str, str]]:
    """Where one speaker's words are looked for in a larger corpus; a small one is read whole, whatever the years."""
    return [(block.first, block.second) for block in blocks if block.closeness >= config.one_subject]
