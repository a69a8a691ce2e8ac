"""A customer or supplier as Robaws holds it, and how it is tied to an account in Exact."""

from dataclasses import dataclass
from enum import StrEnum

from robexact_desktop.domain.names import AccountId, RelationId


@dataclass(frozen=True, slots=True)
class Relation:
    id: RelationId
    number: str  # logicId: the number people know
    name: str
    vat_number: str = ""
    company_number: str = ""
    country: str = ""
    postcode: str = ""
    city: str = ""
    address_line1: str = ""
    address_line2: str = ""
    email: str = ""
    language: str = ""
    iban: str = ""
    gl_account: str | None = None  # code
    exact_online_code: str = ""
    phone: str = ""

    @property
    def is_supplier(self) -> bool:
        return self.id.startswith("supplier/")


class LinkRule(StrEnum):
    """How a link came about; the strongest rule first."""

    STORED = "stored"
    CODE = "code"
    VAT_NUMBER = "vat_number"
    COMPANY_NUMBER = "company_number"
    NAME = "name"
    HAND = "hand"
    CREATED = "created"


@dataclass(frozen=True, slots=True)
class Link:
    relation: RelationId
    account_id: AccountId
    rule: LinkRule


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account that may be meant, for a person to judge. `score` runs to 100; `reasons` are text keys."""

    account_id: AccountId
    name: str
    score: int
    reasons: tuple[str, ...]
