"""One rule, one function: what a key finds in Exact. An account is certain, `Asked` a doubt, None nothing found."""

from collections.abc import Iterator

from robexact_desktop.domain.matching.doubt import Asked, Doubt
from robexact_desktop.domain.matching.index import AccountKeys, Index, Keys
from robexact_desktop.domain.matching.normal import account_code, postcode, postcodes_differ
from robexact_desktop.domain.relation import LinkRule, Relation

Hit = AccountKeys | Asked


def by_code(code: str, keys: Keys, index: Index) -> Hit:
    """A person wrote the code down, so the name may differ; another VAT number is another firm, told and not linked."""
    held = index.by_code.get(account_code(code))
    if held is None:
        return Asked(Doubt.CODE_UNKNOWN)
    if len(held) > 1:
        return Asked(Doubt.CODE_AMBIGUOUS, held[0].id)
    return _unless(differ(keys.vat, held[0].keys.vat), Doubt.OTHER_VAT_NUMBER, held[0])


def by_vat_number(keys: Keys, index: Index) -> Hit | None:
    """Branches in Exact (one number, several accounts) are asked, also when one of them has the same name.

    Outside Belgium the members of a fiscal unity share its number: there another company number is another firm.
    """
    held = index.by_vat.get(keys.vat)
    if held is None:
        return None
    found = held[0]
    if len(held) > 1:
        return Asked(Doubt.SEVERAL_ACCOUNTS, found.id)
    if keys.vat.startswith("BE"):
        return found
    return _unless(differ(keys.company, found.keys.company), Doubt.OTHER_COMPANY_NUMBER, found)


def by_company_number(keys: Keys, index: Index) -> Hit | None:
    held = index.by_company.get(keys.company)
    if held is None:
        return None
    if len(held) > 1:
        return Asked(Doubt.SEVERAL_ACCOUNTS, held[0].id)
    return _unless(differ(keys.vat, held[0].keys.vat), Doubt.OTHER_VAT_NUMBER, held[0])


NUMBER_RULES = ((LinkRule.VAT_NUMBER, by_vat_number), (LinkRule.COMPANY_NUMBER, by_company_number))


def by_name(relation: Relation, keys: Keys, index: Index, name: str) -> Hit | None:
    """Exactly the same name, on one account, with nothing known that speaks against it. `name` is the exact key."""
    held = index.by_name.get(name)
    if held is None:
        return None
    if len(held) > 1:
        return Asked(Doubt.SEVERAL_ACCOUNTS, held[0].id)
    gravest = next(contradictions(keys, postcode(relation.postcode), held[0]), None)
    return Asked(gravest, held[0].id) if gravest else held[0]


def contradictions(keys: Keys, postal: str, found: AccountKeys) -> Iterator[Doubt]:
    """What both sides state and state differently, the gravest first; where one is silent nothing is contradicted.

    Beside the same Belgian VAT number another company number is a typing error or that of an establishment.
    """
    theirs = found.keys
    if differ(keys.vat, theirs.vat):
        yield Doubt.OTHER_VAT_NUMBER
    elif differ(keys.company, theirs.company) and not (keys.vat == theirs.vat and keys.vat.startswith("BE")):
        yield Doubt.OTHER_COMPANY_NUMBER
    if keys.country != theirs.country and keys.country and theirs.country:
        yield Doubt.OTHER_COUNTRY
    elif postcodes_differ(postal, found.postcode):
        yield Doubt.OTHER_POSTCODE


def differ(ours: str, theirs: str) -> bool:
    """Whether both are known and not the same. Numbers of two countries differ too: another registration."""
    return bool(ours and theirs) and ours != theirs


def _unless(doubtful: bool, doubt: Doubt, found: AccountKeys) -> Hit:
    return Asked(doubt, found.id) if doubtful else found
