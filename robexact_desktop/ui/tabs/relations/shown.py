"""How a relation is written on the screen: its mark, its numbers, its kind."""

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching.normal import vat_number
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.relation_list import OPEN, WRONG, ListedRelation, Standing
from robexact_desktop.ui.widgets.delegate import Mark
from robexact_desktop.ui.words import words


def said(key: str, /, **facts: object) -> str:
    return words(f"relations.{key}", **facts)


def counted(key: str, many: int, /, **facts: object) -> str:
    """The sentence for none, one or many."""
    form = {0: "none", 1: "one"}.get(many, "many")
    return said(f"{key}.{form}", **({"count": many} if many > 1 else {}), **facts)


def vat_shown(text: str, country: str = "") -> str:
    """`BE 0999.041.206`; what has another form stays as it was typed."""
    number = vat_number(text, country)
    if number.startswith("BE"):
        return f"BE {number[2:6]}.{number[6:9]}.{number[9:]}"
    return text


def account_shown(account: Account) -> str:
    """`1187 · Goossens Transport BV`; one that was just created has no code here yet."""
    return f"{account.code} · {account.name}" if account.code else said("standing.new", name=account.name)


def kind_shown(relation: Relation) -> str:
    return said("one.supplier" if relation.is_supplier else "one.client")


def standing_shown(row: ListedRelation) -> str:
    """A link by its account, all else by what is the matter."""
    if row.standing is Standing.LINKED and row.account is not None:
        return account_shown(row.account)
    if row.standing is Standing.CHOOSE:
        return counted("standing.choose", row.suggestions)
    return said(f"standing.{row.standing}")


def relation_mark(row: ListedRelation) -> Mark:
    """Filled only where invoices wait for a person: the rest is told in ink or amber, without a ground."""
    word = standing_shown(row)
    if row.standing is Standing.LINKED:
        return Mark("check", word, "text")
    if row.standing is Standing.CERTAIN:
        return Mark("link", word, "text2")
    if row.standing is Standing.TO_CREATE:
        return Mark("state_warning", word, "warn") if row.waiting else Mark("plus", word, "text2")
    assert row.standing in OPEN | WRONG
    if row.waiting:
        return Mark("state_blocked", word, "warn", "warn_bg")
    return Mark("state_warning", word, "warn")


def pencil_mark(row: ListedRelation) -> Mark:  # noqa: ARG001 - each row has one
    return Mark("pencil", "", "link")
