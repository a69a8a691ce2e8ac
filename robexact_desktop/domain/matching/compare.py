"""A relation beside an account, field by field: what a person judges a link by."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from robexact_desktop.domain.folding import folded
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching.contact import mails, phones, streets
from robexact_desktop.domain.matching.index import keys_of_account, keys_of_relation
from robexact_desktop.domain.matching.likenesses import Likeness
from robexact_desktop.domain.matching.name_keys import exact_name, fuzzy_name
from robexact_desktop.domain.matching.normal import postcode, postcodes_differ
from robexact_desktop.domain.matching.suggest import SIMILAR
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.relation import Relation


class Of(StrEnum):
    NAME = "name"
    VAT_NUMBER = "vat_number"
    COMPANY_NUMBER = "company_number"
    ADDRESS = "address"
    PLACE = "place"
    COUNTRY = "country"
    EMAIL = "email"
    PHONE = "phone"
    ROLE = "role"
    BLOCKED = "blocked"


class Role(StrEnum):
    """What an account is in Exact, as far as an invoice asks."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    BOTH = "both"
    PROSPECT = "prospect"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Compared:
    """`ours` and `theirs` as each service writes them; of ROLE and BLOCKED they are text keys."""

    field: Of
    ours: str
    theirs: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Comparison:
    rows: tuple[Compared, ...]

    def count(self, likeness: Likeness) -> int:
        return sum(row.likeness is likeness for row in self.rows)

    @property
    def different(self) -> tuple[Compared, ...]:
        return tuple(row for row in self.rows if row.likeness is Likeness.DIFFERENT)

    @property
    def contradictions(self) -> tuple[Compared, ...]:
        """The gravest first. Under the same number another name is a trade name, and speaks against nothing.

        Another e-mail or telephone is another desk of the same firm.
        """
        same_number = any(
            row.likeness is Likeness.EQUAL and row.field in (Of.VAT_NUMBER, Of.COMPANY_NUMBER) for row in self.rows
        )
        found = [row for row in self.different if not (same_number and row.field in (Of.NAME, Of.PLACE, Of.ADDRESS))]
        found = [row for row in found if row.field not in (Of.EMAIL, Of.PHONE)]
        return tuple(sorted(found, key=lambda row: _GRAVEST.index(row.field)))


_GRAVEST = (Of.VAT_NUMBER, Of.COMPANY_NUMBER, Of.BLOCKED, Of.ROLE, Of.COUNTRY, Of.NAME, Of.PLACE, Of.ADDRESS)


def side_of(relation: Relation) -> Kind:
    return Kind.PURCHASE if relation.is_supplier else Kind.SALES


def role_of(account: Account) -> Role:
    customer = account.takes(Kind.SALES)
    if customer and account.is_supplier:
        return Role.BOTH
    if customer or account.is_supplier:
        return Role.CUSTOMER if customer else Role.SUPPLIER
    return Role.PROSPECT if account.status in ("P", "S") else Role.NONE


def compare(relation: Relation, account: Account) -> Comparison:
    """Numbers and places are compared in one spelling, and shown as they stand."""
    ours, found = keys_of_relation(relation), keys_of_account(account)
    theirs = found.keys
    rows = [
        Compared(Of.NAME, relation.name, account.name, _names(relation.name, account.name)),
        Compared(Of.VAT_NUMBER, relation.vat_number, account.vat_number, _keys(ours.vat, theirs.vat)),
        Compared(
            Of.COMPANY_NUMBER,
            relation.company_number,
            account.chamber_of_commerce,
            _keys(ours.company, theirs.company)
            if relation.company_number and account.chamber_of_commerce
            else Likeness.EMPTY,
        ),
        _address(relation, account),
        _place(relation, account),
        Compared(Of.COUNTRY, relation.country, account.country, _keys(ours.country, theirs.country)),
        Compared(Of.EMAIL, relation.email, account.email, mails(relation.email, account.email)),
        Compared(Of.PHONE, relation.phone, account.phone, phones(relation.phone, account.phone)),
        _role(relation, account),
    ]
    if account.is_blocked:
        rows.append(Compared(Of.BLOCKED, "no", "yes", Likeness.DIFFERENT))
    return Comparison(tuple(rows))


def digits_swapped(one: str, other: str) -> bool:
    """Two neighbouring digits changed places: a typing error rather than another firm."""
    first, second = ("".join(filter(str.isalnum, text)).removeprefix("BE") for text in (one, other))
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    return first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]


def _names(ours: str, theirs: str) -> Likeness:
    if not ours or not theirs:
        return Likeness.EMPTY
    if exact_name(ours) == exact_name(theirs):
        return Likeness.EQUAL
    like = fuzz.ratio(fuzzy_name(ours), fuzzy_name(theirs))
    return Likeness.SIMILAR if like >= SIMILAR else Likeness.DIFFERENT


def _keys(ours: str, theirs: str) -> Likeness:
    if not ours or not theirs:
        return Likeness.EMPTY
    return Likeness.EQUAL if ours == theirs else Likeness.DIFFERENT


def _address(relation: Relation, account: Account) -> Compared:
    return Compared(
        Of.ADDRESS,
        relation.address_line1,
        account.address_line1,
        streets(relation.address_line1, account.address_line1),
    )


def _place(relation: Relation, account: Account) -> Compared:
    ours, theirs = (f"{row.postcode} {row.city}".strip() for row in (relation, account))
    same_city = folded(relation.city.strip()) == folded(account.city.strip())
    one, other = postcode(relation.postcode), postcode(account.postcode)
    if not ours or not theirs:
        likeness = Likeness.EMPTY
    elif postcodes_differ(one, other):
        likeness = Likeness.DIFFERENT
    elif same_city:
        likeness = Likeness.EQUAL
    else:
        likeness = Likeness.SIMILAR if one and other else Likeness.DIFFERENT
    return Compared(Of.PLACE, ours, theirs, likeness)


def _role(relation: Relation, account: Account) -> Compared:
    wanted = Role.SUPPLIER if relation.is_supplier else Role.CUSTOMER
    fits = account.takes(side_of(relation))
    return Compared(Of.ROLE, wanted.value, role_of(account).value, Likeness.EQUAL if fits else Likeness.DIFFERENT)
