"""The ledger: what was promised, planned, demanded or refused, followed through the articles."""

from rawi.comparing.ledger.building import build_ledger
from rawi.comparing.ledger.config import LedgerConfig

__all__ = ["LedgerConfig", "build_ledger"]
