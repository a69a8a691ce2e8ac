"""crm/Accounts: customers and suppliers, and what hangs on them."""

from typing import TYPE_CHECKING, Final

from robexact_desktop.demo.exact.endpoints import PURCHASES, SALES
from robexact_desktop.demo.exact.errors import EXISTS, business
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

ACCOUNTS: Final = "crm/Accounts"
LONGEST_CODE: Final = 18
STATUSES: Final = ("A", "S", "P", "C")
DELETED_ACCOUNT: Final = 2

CONDITIONS: Final = ("PaymentConditionSales", "PaymentConditionPurchase")
VAT_CODES: Final = ("SalesVATCode", "PurchaseVATCode")
GL_ACCOUNTS: Final = ("GLAR", "GLAP", "GLAccountSales", "GLAccountPurchase")
CURRENCIES: Final = ("SalesCurrency", "PurchaseCurrency")


def next_account_code(state: "ExactState", division: int) -> str:
    """Highest plus one (facts 4.5)."""
    codes = (str(row["Code"]) for row in state.rows(division, ACCOUNTS))
    return str(max((int(code) for code in codes if code.isdigit()), default=0) + 1)


def account(state: "ExactState", division: int, values: Row, held: Row | None) -> Row:
    values = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    if held is None:
        values = {"Status": "A", "Blocked": False, "IsSupplier": False, "Type": "A", **values}
        values["Code"] = values.get("Code") or next_account_code(state, division)
    problems = [*_code_problems(state, division, values, held), *_value_problems(values)]
    problems += _reference_problems(state, division, values)
    if problems:
        raise business(*problems)
    return values | _without_inactive_currencies(state, division, values) | _derived(values)


def _code_problems(state: "ExactState", division: int, values: Row, held: Row | None) -> list[str]:
    if "Code" not in values:
        return []
    code = str(values["Code"] or "")
    if not code.isdigit() or len(code) > LONGEST_CODE:
        return ["Ongeldig: Code"]
    holder = state.one(division, ACCOUNTS, "Code", code)
    return [EXISTS] if holder and holder["ID"] != (held or {}).get("ID") else []


def _value_problems(values: Row) -> list[str]:
    problems = []
    if values.get("Status") is not None and values["Status"] not in STATUSES:
        problems.append("Ongeldig: Status")
    if values.get("Email") and ("@" not in values["Email"] or " " in values["Email"]):
        problems.append(f"Ongeldig: E-mail [{values['Email']}]")
    country = values.get("Country")
    if country and not (len(country) == 2 and country.isalpha() and country.isupper()):
        problems.append("Ongeldige referentie: Land")
    return problems


def _reference_problems(state: "ExactState", division: int, values: Row) -> list[str]:
    """Codes and guids of other resources must exist."""
    wanted = [
        *((name, "cashflow/PaymentConditions", "Code", "Betalingsconditie") for name in CONDITIONS),
        *((name, "vat/VATCodes", "Code", "Btw-code") for name in VAT_CODES),
        *((name, "financial/GLAccounts", "ID", "Grootboekrekening") for name in GL_ACCOUNTS),
    ]
    return [
        f"Ongeldige referentie: {word}"
        for name, resource, field, word in wanted
        if values.get(name) and not state.one(division, resource, field, values[name])
    ]


def _without_inactive_currencies(state: "ExactState", division: int, values: Row) -> Row:
    """An inactive currency is silently emptied (facts 4.5)."""
    given = [name for name in CURRENCIES if values.get(name)]
    return {name: None for name in given if not state.one(division, "general/Currencies", "Code", values[name])}


def _derived(values: Row) -> Row:
    """IsSales is read-only (facts 4.5); here it follows the role of customer."""
    return {"IsSales": values["Status"] == "C"} if values.get("Status") else {}


def of_account(state: "ExactState", division: int, values: Row, held: Row | None) -> Row:
    """Bank accounts and addresses: their account must exist."""
    key = values.get("Account", (held or {}).get("Account"))
    if not key or state.get(division, ACCOUNTS, key) is None:
        raise business("Ongeldige referentie: Relatie")
    return values


def remove(state: "ExactState", division: int, row: Row) -> None:
    """Refused while entries name it; the text was seen in English only (omniboost)."""
    used = [
        name
        for name, resource, field in (("Sales entries", SALES, "Customer"), ("Purchase entries", PURCHASES, "Supplier"))
        if state.find(division, resource, field, row["ID"])
    ]
    if used:
        raise business(f"Can't delete: Account {row['Code']} - Used in: {', '.join(used)}")
    state.remove(division, ACCOUNTS, row, DELETED_ACCOUNT)
