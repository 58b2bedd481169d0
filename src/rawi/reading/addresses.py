"""Addresses of articles: a comparable form beside the one that was given."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

# Parameters that tell who sent the reader, not which article it is.
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|ref|source|mobile|amp|live|output|share|ns_\w+)$", re.IGNORECASE)


def canonical_url(url: str) -> str | None:
    """The address without what doesn't tell articles apart, or None where it is no web address.

    >>> canonical_url("HTTP://www.Difaf.example/خبر/?utm_source=x#top")
    'difaf.example/خبر'
    >>> canonical_url("http://[broken")
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if not host:
        return None
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)])
    return urlunsplit(("", "", host + unquote(parts.path).rstrip("/"), query, ""))
