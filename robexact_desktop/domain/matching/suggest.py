"""Accounts that may be meant, for a person to judge: scored, with reasons, never linked.

Letters alone mislead: "Bouwwerken Janssen BVBA" is closer to "Bouwwerken Janssens BVBA" than the renamed "BOUWWERKEN
JANSSENS BV" is (97.9 against 95.7, facts: bookkeeping 3.15). So names are compared without their legal form, equal
words weigh far more than nearly equal ones, and number and place count for or against.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from robexact_desktop.domain.matching.doubt import Doubt
from robexact_desktop.domain.matching.index import AccountKeys, Index, Keys, keys_of_relation
from robexact_desktop.domain.matching.name_keys import exact_name, fuzzy_name, name_words
from robexact_desktop.domain.matching.normal import postcode
from robexact_desktop.domain.matching.rules import contradictions
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Candidate, Relation


class Reason(StrEnum):
    """Text keys of what speaks for a candidate. What speaks against it carries the keys of `Doubt`, or `BLOCKED`."""

    SAME_VAT_NUMBER = "same_vat_number"
    SAME_COMPANY_NUMBER = "same_company_number"
    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"
    SAME_POSTCODE = "same_postcode"
    SAME_CITY = "same_city"
    BLOCKED = "blocked"


EQUAL_WORDS = 72
NEARLY = 60
"""Times the likeness squared: one letter in twenty off is worth 54, one in five 38, half of them 15. So much less than
equal words that the place (12 at most) never makes up for a wrong letter.
"""

WRITTEN_TOGETHER = 97.0
"""The likeness of "Vandenberghe" and "Van den Berghe", which letter by letter are far apart."""

SIMILAR = 70
"""From this likeness (of 100) on, a name is called similar; below it, it only counts."""

SAME_VAT_NUMBER, SAME_COMPANY_NUMBER = 92, 88
"""More than name and place together can reach (87). Above that the name tells branches apart, by 5 at most."""
NAME_ABOVE_NUMBER = 0.07

WEIGHTS: dict[str, int] = {
    Reason.SAME_NAME: 3,
    Reason.SAME_POSTCODE: 8,
    Reason.SAME_CITY: 4,
    Reason.BLOCKED: -5,
    Doubt.OTHER_VAT_NUMBER: -30,
    Doubt.OTHER_COMPANY_NUMBER: -25,
    Doubt.OTHER_COUNTRY: -20,
    Doubt.OTHER_POSTCODE: -10,
}

WORTH_SHOWING = 25
JUDGED_PER_SHOWN = 3
"""Of the like names only the nearest are judged on all grounds: three for each place in the list."""


class _Party(NamedTuple):
    """The relation, taken apart once for all its candidates."""

    keys: Keys
    postcode: str
    city: str
    name: str
    words: tuple[str, ...]


def candidates(relation: Relation, index: Index, limit: int = 5) -> tuple[Candidate, ...]:
    """The best first; equals in the order of their codes, so that the order of the import decides nothing."""
    party = _Party(
        keys_of_relation(relation),
        postcode(relation.postcode),
        relation.city.strip().casefold(),
        exact_name(relation.name),
        name_words(relation.name),
    )
    judged = [(*_judged(party, found, likeness), found) for found, likeness in _nearest(party, index, limit)]
    shown = [row for row in judged if row[0] >= WORTH_SHOWING]
    shown.sort(key=lambda row: (-row[0], row[2].account.code, row[2].id))
    return tuple(Candidate(found.id, found.account.name, score, reasons) for score, reasons, found in shown[:limit])


def candidates_of_all(
    relations: Iterable[Relation], index: Index, limit: int = 5
) -> dict[RelationId, tuple[Candidate, ...]]:
    return {relation.id: candidates(relation, index, limit) for relation in relations}


def _nearest(party: _Party, index: Index, limit: int) -> Iterable[tuple[AccountKeys, float]]:
    """Accounts with a number in common, and the nearest names; each with the likeness of its name, 0 to 100."""
    name, names, accounts = " ".join(sorted(party.words)), index.likeness.names, index.accounts
    near = index.likeness.near(party.words, party.postcode)
    here = [at for at in near if accounts[at].postcode == party.postcode] if party.postcode else []
    like: dict[AccountId, tuple[AccountKeys, float]] = {}
    for pool in (near, here):  # apart: of forty called Jan Peeters the one in her own village is judged too
        choices = {at: names[at] for at in pool}
        for _, likeness, at in process.extract(name, choices, scorer=fuzz.ratio, limit=limit * JUDGED_PER_SHOWN):
            like[accounts[at].id] = accounts[at], likeness
    for at in index.likeness.together(party.words):
        like[accounts[at].id] = accounts[at], max(WRITTEN_TOGETHER, fuzz.ratio(name, names[at]))
    for found in _same_number(party.keys, index):
        if found.id not in like:
            like[found.id] = found, fuzz.ratio(name, fuzzy_name(found.account.name))
    return like.values()


def _same_number(keys: Keys, index: Index) -> Iterator[AccountKeys]:
    yield from index.by_vat.get(keys.vat, ())
    yield from index.by_company.get(keys.company, ())


def _judged(party: _Party, found: AccountKeys, likeness: float) -> tuple[int, tuple[str, ...]]:
    """Score and reasons: what ties them, how like the names are, where they are, what contradicts."""
    base = EQUAL_WORDS if likeness == 100 else NEARLY * (likeness / 100) ** 2
    reasons: list[str] = []
    if party.keys.vat and party.keys.vat == found.keys.vat:
        reasons.append(Reason.SAME_VAT_NUMBER)
        base = SAME_VAT_NUMBER + NAME_ABOVE_NUMBER * base
    elif party.keys.company and party.keys.company == found.keys.company:
        reasons.append(Reason.SAME_COMPANY_NUMBER)
        base = SAME_COMPANY_NUMBER + NAME_ABOVE_NUMBER * base
    if likeness == 100 and party.name == exact_name(found.account.name):
        reasons.append(Reason.SAME_NAME)
    elif likeness >= SIMILAR:
        reasons.append(Reason.SIMILAR_NAME)
    reasons += _place(party, found)
    reasons += contradictions(party.keys, party.postcode, found)
    if found.account.is_blocked:
        reasons.append(Reason.BLOCKED)
    score = base + sum(WEIGHTS.get(reason, 0) for reason in reasons)
    return max(0, min(100, round(score))), tuple(reasons)


def _place(party: _Party, found: AccountKeys) -> Iterator[str]:
    if party.postcode and party.postcode == found.postcode and party.keys.country in ("", found.keys.country):
        yield Reason.SAME_POSTCODE
    if party.city and party.city == found.account.city.strip().casefold():
        yield Reason.SAME_CITY
