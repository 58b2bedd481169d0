"""Identity: one id for one person, body or place throughout the corpus, with reasons."""

from rawi.comparing.identity.config import IdentityConfig
from rawi.comparing.identity.resolving import Identities, find_identities, resolve_identity

__all__ = ["Identities", "IdentityConfig", "find_identities", "resolve_identity"]
