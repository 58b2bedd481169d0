"""What speaks for and against two names meaning one: declared weights, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IdentityConfig:
    """Weights are points; a name joins a founder whose points reach ``enough``. Chosen by reason, not fitted:
    checked on the five seeds and on our own namesake cases (tests), since no larger gold of identity exists.

    enough: a full name of three parts, or of two with one more witness, must suffice; a common name alone must not.
    same_full, same_rare, same_common: the same name of three parts or more; of two parts, one of which few people
    bear; of two parts that many bear (محمد العتيبي).
    part_of: all parts of the shorter name stand in the longer one, in order.
    spelled: taken off for parts that are only spelled alike (ترامب, ترمب).
    body: the same words of an organisation or place. body_common: of an organisation named by common nouns alone
    (وزارة الداخلية), which every state has.
    title: both bear a like title. other_field: their titles belong to different walks of life (لاعب, وزير).
    company: for each rare name that both articles share, at most ``most_company`` in all.
    rare_share: a name is rare company when at most this share of the articles (and never fewer than ``rare_least``
    articles) speaks of it.
    near_days, near: published within so many days. far_days, far: further apart than so many days.
    same_country, other_country: the country that the articles speak of most.
    most_founders: a name is compared with so many founders of its block at most; blocks beyond it are names so common
    that another founder would decide nothing.
    """

    enough: float = 2.0
    same_full: float = 2.4
    same_rare: float = 2.0
    same_common: float = 1.4
    part_of: float = 1.3
    spelled: float = 0.3
    body: float = 2.4
    body_common: float = 1.2
    title: float = 0.8
    other_field: float = -1.4
    company: float = 0.4
    most_company: float = 1.2
    rare_share: float = 0.02
    rare_least: int = 4
    near_days: int = 7
    near: float = 0.2
    far_days: int = 1500
    far: float = -0.3
    same_country: float = 0.4
    other_country: float = -0.8
    single: float = 1.0
    most_founders: int = 40
