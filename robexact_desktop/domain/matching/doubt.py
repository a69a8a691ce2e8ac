"""Why a relation was not linked by itself: text keys, no sentences."""

from dataclasses import dataclass
from enum import StrEnum

from robexact_desktop.domain.names import AccountId, RelationId


class Doubt(StrEnum):
    """What a person decides; the remarks say what was found."""

    CODE_UNKNOWN = "code_unknown"  # no account has this code
    CODE_AMBIGUOUS = "code_ambiguous"  # two rows give the relation two codes, or two accounts share one
    ROW_UNKNOWN = "row_unknown"  # no relation answers to the row
    ROW_AMBIGUOUS = "row_ambiguous"  # two relations do
    ROW_NAMELESS = "row_nameless"  # a code without a relation beside it
    LINKED_ELSEWHERE = "linked_elsewhere"  # the stored link stays
    REFUSED = "refused"  # this pair was unlinked by hand
    SEVERAL_ACCOUNTS = "several_accounts"  # one number or name on several accounts in Exact
    SEVERAL_RELATIONS = "several_relations"  # the name is on several relations in Robaws
    ACCOUNT_TAKEN = "account_taken"  # another relation of this kind is linked to the account of this name
    OTHER_VAT_NUMBER = "other_vat_number"
    OTHER_COMPANY_NUMBER = "other_company_number"
    OTHER_COUNTRY = "other_country"
    OTHER_POSTCODE = "other_postcode"


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubt that keeps the relation from being linked, and from being created unasked.

    `account_id` is one that it may be.
    """

    doubt: Doubt
    account_id: AccountId | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A code that did not become a link. `row` is the sheet's row as Excel counts it; 0 where the code is Robaws' own.

    `key` is what the row says about its relation, "NR 1042".
    """

    doubt: Doubt
    code: str
    relation: RelationId | None = None
    account_id: AccountId | None = None
    row: int = 0
    key: str = ""
