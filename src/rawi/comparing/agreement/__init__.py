"""Where articles agree, differ in detail or scope, change over time, or conflict."""

from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.stage import compare_claims

__all__ = ["AgreementConfig", "compare_claims"]
