"""An article as it was given. Its text never changes; everything else is spans of it."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.identifiers import make_id


@dataclass(frozen=True, slots=True)
class Article:
    """What an outlet published, and what its giver told about it.

    ``url`` stands as it was given; ``canonical_url`` is its comparable form. ``published`` is an ISO date or
    date-time as given (not yet judged). ``read_from`` names the file and row, for messages.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    author: str | None = None
    published: str | None = None
    given_id: str | None = None
    read_from: str | None = None

    @classmethod
    def create(
        cls,
        text: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        canonical_url: str | None = None,
        author: str | None = None,
        published: str | None = None,
        given_id: str | None = None,
        read_from: str | None = None,
    ) -> Article:
        """An article with the id that its content gives it.

        Two outlets that print the same text are two articles; the same page read twice is one.

        >>> Article.create("نص", outlet="الضفاف").id != Article.create("نص", outlet="المشكاة").id
        True
        """
        name = make_id("a", text, title, outlet, url)
        return cls(name, text, title, outlet, url, canonical_url, author, published, given_id, read_from)
