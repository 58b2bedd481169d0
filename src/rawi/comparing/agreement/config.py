"""The thresholds of agreement and disagreement."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgreementConfig:
    """When two claims are about one fact, and when their values are compatible. Shares are 0..1.

    same_fact: least likeness of the words around two figures of one kind for them to be one fact.
    same_fact_loose: the same for figures whose kind alone says little (money, lengths, shares, "persons").
    sure_role: the same for what befell people: within one story killed and wounded are told of one happening.
    distance: what articles that share nothing would have to show beyond that; articles of one story nothing.
    leading: what is added where both are their article's first killed (or wounded ...), no part of another number.
    other_place: what is taken off where the sentences name places and none in common.
    companion: what is added where both stand in a sentence beside figures that agree (15 killed and 33 wounded).
    equal: what an equal value adds when each figure looks for its match in the other article.
    same_print: share of words from which two dated promises are one sentence, reprinted on another day.
    same_words: likeness from which one sentence is told with another number, although both numbers stand in one text.
    leading_reach: characters within which the first toll of an article is the toll of its story.
    context: tokens before and after a figure whose words are compared.
    rounding: two values no farther apart than this (of the larger) are one value, rounded.
    scale_rounding: the same where one value is written with a scale word or ends in noughts (مليون for 1,137,000).
    cut_off: the same where the finer value was not rounded but cut off (17 طنا for 17,800 kg).
    at_least_reach: أكثر من 600 is compatible with up to this factor: nobody writes it of 700.
    about_reach, widest_about: نحو 5000 is compatible with values no farther away than the first share, a number of one
      digit (نحو 200) up to the second.
    widest_clash: values farther apart than this factor are hardly told of one fact, unless in the same words.
    sure_duration: least likeness for lengths of time to clash: there are many in any story.
    update_days: a toll that falls within so many days is a clash; later it is a correction.
    topic: least cosine of titles and ledes for articles outside one story.
    place_closeness: outside one story tolls clash only between articles so close, which name one place that no more
      than ``common_place`` of all articles name: floods of one week in two countries read alike.
    clear_words: inside one story figures of things, shares and amounts clash only where their words are so alike.
    sure_words: outside one story other figures clash only where their words are so alike.
    same_statement, least_cosine: least shared meaning and cosine (0..1) of two quotations of one speaker to be one act
      of speaking or position; sure_statement: meaning from which the longer one may say much beside it (of 36 pairs
      read on three days 30 were one act above these, 5 of 12 below). same_clause: the same for clauses of them, which
      are compared in a corpus of few articles (in a larger one 10 of 12 such pairs were of two things).
    same_cosine: from which they agree in their words, if neither denies, counts or limits what the other doesn't.
    denied_cosine: below it statements of which one negates are of two things.
    other_speaker, other_cosine, contained: the same where two reports give the words to two speakers (a ministry and
      its minister, an agency and its source).
    least_clause, least_told, much_told: what the words that both share must tell (natural logarithms of rarity, added
      up): one telling word and an action; two telling words; four where the speakers' names differ.
    short_statement: different keys of a quotation up to which a negation is known to bear on what is shared.
    same_wording: likeness of the words about two figures from which they are told of one thing, whatever the places.
    sure_event: least confidence (0..1) of an event to be compared. event_many: least shared meaning, cosine (0..1) and
      weight of two clauses to tell of one event (of 28 read on two days 24 were); event_few: the same in a corpus of
      few articles. most_happenings, happenings_few: clauses of an article, from its beginning, whose events are
      compared.
    sure_event_words: shared meaning from which another recipient is a detail of one event. past_days: days before its
      report from which a dated event is looked back at.
    other_clauses: clauses of the affair that are thought to stand elsewhere: of a dozen no word is rare.
    one_matter, sure_matter: what two clauses of any voice must share beside names (natural logarithms of rarity in
      the affair), and their least shared meaning and cosine, to tell of one matter; either is enough. Of 60 such pairs
      read in seven affairs of ten articles about three in four tell one thing.
      same_clause_printed: cosine from which two clauses are one, printed twice: a copy, which links of reuse tell.
    shared_words: stems that two promises or changes share.
    other_term: days between the last report of one holder of an office and the first of the next.
    one_subject: closeness of two articles of a larger corpus for their quotations and deadlines to be compared.
    one_action: share of the shorter one's stems that two dated promises share if their dates are to clash.
    name_context: words before a name that are looked at. name_words: how many of them must be the same for two names
      to stand in one place (2 where the last says whose name it is: الرضيع).
    name_scene: as one_scene, for a name outside one story: يذكر أن الشهيد stands in the report of every martyr.
    moment_reach: characters within which a report says when the thing happened; moment_context: characters about the
      time whose words must be the other report's too, moment_words of them.
    trend_context: characters before من .. إلى that tell what changes; same_subject: share of the shorter one's stems.
    most_changes: changes that begin with one word, in the order of their articles, which are compared with each other.
    window: days between articles of one topic. lede: characters of it. block_words: best words that may make a pair.
    least_block_words: how many of them must be shared. most_articles: a word of more articles' best makes no pair.
    few_articles: up to so many articles every pair is looked at.
    closest_articles: up to so many articles events and clauses of speech are compared loosely, all with all.
    one_scene: least cosine of two sentences about people for them to tell of one thing, whatever their articles are
      about. passage_words, least_passage_words: as block_words, for sentences. passage_reach: characters of a sentence
      to either side; most_passages: of one article.
    background, common: articles that the corpus is thought to lie in, and the share of them beyond which a word says
      nothing: five articles alone can't tell which words are rare.
    """

    same_fact: float = 0.20
    same_fact_loose: float = 0.34
    sure_role: float = 0.12
    distance: float = 0.20
    leading: float = 0.15
    other_place: float = 0.10
    companion: float = 0.20
    equal: float = 0.10
    same_print: float = 0.8
    same_words: float = 0.80
    leading_reach: int = 600
    context: int = 12
    rounding: float = 0.02
    scale_rounding: float = 0.15
    cut_off: float = 0.06
    at_least_reach: float = 1.10
    about_reach: float = 0.05
    widest_about: float = 0.15
    widest_clash: float = 5.0
    sure_duration: float = 0.5
    update_days: int = 2
    topic: float = 0.2
    same_statement: float = 0.45
    least_cosine: float = 0.4
    sure_statement: float = 0.6
    same_clause: float = 0.45
    same_cosine: float = 0.45
    denied_cosine: float = 0.5
    other_speaker: float = 0.85
    other_cosine: float = 0.7
    contained: float = 0.99
    least_clause: float = 4.5
    least_told: float = 8.0
    much_told: float = 12.0
    short_statement: int = 12
    sure_event: float = 0.3
    event_many: tuple[float, float, float] = (0.5, 0.4, 10.0)
    event_few: tuple[float, float, float] = (0.4, 0.35, 7.0)
    sure_event_words: float = 0.6
    past_days: int = 30
    most_happenings: int = 12
    happenings_few: int = 60
    other_clauses: int = 40
    one_matter: tuple[float, float, float] = (8.0, 0.5, 0.5)
    sure_matter: tuple[float, float, float] = (11.0, 0.5, 0.35)
    same_clause_printed: float = 0.9
    shared_words: int = 2
    other_term: int = 30
    one_subject: float = 0.5
    one_action: float = 0.5
    same_wording: float = 0.5
    name_context: int = 5
    name_words: int = 4
    name_scene: float = 0.5
    moment_reach: int = 250
    moment_context: int = 60
    moment_words: int = 4
    trend_context: int = 60
    same_subject: float = 0.5
    most_changes: int = 60
    window: int = 4
    lede: int = 500
    block_words: int = 16
    common_place: float = 0.04
    clear_words: float = 0.35
    sure_words: float = 0.85
    place_closeness: float = 0.25
    least_block_words: int = 2
    most_articles: int = 150
    few_articles: int = 300
    closest_articles: int = 60
    one_scene: float = 0.3
    passage_words: int = 10
    least_passage_words: int = 3
    passage_reach: int = 250
    most_passages: int = 6
    background: int = 1000
    common: float = 0.08
