"""The tables of a dossier. One schema for every database; what differs between them is in ``dialect``."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

# What the file is and which numbered migrations it has had.
about = Table("about", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "articles",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("added", Integer, nullable=False),  # running number: the order in which articles came
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("shown_title", Text),  # the title given, else the headline or first words of the text
    Column("outlet", Text),
    Column("url", Text),
    Column("canonical_url", Text),
    Column("author", Text),
    Column("published", Text),  # as given
    Column("given_id", Text),
    Column("read_from", Text),
    Column("earliest", String(10)),  # as judged
    Column("latest", String(10)),
    Column("basis", String(10), nullable=False),
    Column("dating", Text, nullable=False),  # the published date with its evidence, as JSON
    Column("annotated_by", String(80), nullable=False),  # version of what annotated it
    Index("articles_by_date", "earliest", "id"),
    Index("articles_by_outlet", "outlet"),
    Index("articles_by_url", "url"),
)

# One row an annotation of any layer, with the characters it rests on. What pages ask for has columns of its own; the
# whole annotation is in ``content`` (JSON, field names of the interchange format).
annotation_rows = Table(
    "annotations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("article", String(40), ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("layer", String(20), nullable=False),
    Column("place", Integer, nullable=False),  # position within its layer
    Column("id", String(40)),
    Column("start", Integer),
    Column("end", Integer),
    Column("label", String(40)),  # type, kind or slug
    Column("entity", String(40)),  # who is named, quoted or bound
    Column("date", String(10)),
    Column("number_value", Float),
    Column("content", Text, nullable=False),
    Index("annotations_of_article", "article", "layer", "place"),
    Index("annotations_of_entity", "entity", "layer", "date"),
    Index("annotations_by_layer", "layer", "label", "date"),
)

# Each article as it was annotated by itself, before any comparison gave it entities and dates of the corpus: what a
# later comparison starts from, so that it comes out the same whether articles came at once or one by one.
alone = Table(
    "alone",
    metadata,
    Column("article", String(40), ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("content", LargeBinary, nullable=False),  # an annotated article's JSON line, deflated
)

# What links articles: entities, reuse, stories, utterances, comparisons, ledger, timeline, positions.
findings = Table(
    "findings",
    metadata,
    Column("what", String(20), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("place", Integer, nullable=False),  # stable order within its kind
    Column("label", String(60)),
    Column("entity", String(40)),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("outlets", Integer),
    Column("origins", Integer),
    Column("content", Text, nullable=False),
    Index("findings_in_order", "what", "place"),
    Index("findings_of_entity", "entity", "what"),
    Index("findings_by_date", "what", "earliest"),
)

# Which characters of which articles a finding rests on.
citations = Table(
    "citations",
    metadata,
    Column("what", String(20), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("article", String(40), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Index("citations_of_article", "article", "what"),
)

# Files and rows that gave no article.
rejected = Table(
    "rejected",
    metadata,
    Column("read_from", Text, primary_key=True),
    Column("stage", String(40), nullable=False),
    Column("slug", String(40), nullable=False),
    Column("detail", Text, nullable=False),
)

# What people decided. Never overwritten, never deleted.
judgements = Table(
    "judgements",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("about", String(20), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("other", String(80)),
    Column("withdrawn_on", String(30)),
    Column("content", Text, nullable=False),
    Index("judgements_of_subject", "subject"),
)

# Passages for full text: the words of ``articles`` in their searchable form are kept in the database's own index,
# made by ``dialect``; a row here says which characters a passage is.
passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", String(40), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("passages_of_article", "article"),
)
