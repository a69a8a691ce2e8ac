"""The chart of accounts: Belgian numbers (PCMN), Exact's types, and how each treats cost centers and car VAT."""

from dataclasses import dataclass, field
from typing import Any

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm.ground import guid
from robexact_desktop.demo.robaws import RobawsState

DEFAULT_SALES = "700000"
DEFAULT_PURCHASE = "600000"
UNKNOWN_IN_EXACT = "700999"


@dataclass(frozen=True)
class Account:
    code: str
    name: str
    type: int
    side: str
    extra: dict[str, Any] = field(default_factory=dict)


CENTER_NEEDED = {"UseCostcenter": 1}
CENTER_FORBIDDEN = {"UseCostcenter": 2}
CAR = {"UseCostcenter": 2, "VATNonDeductiblePercentage": "0.5"}  # half of the VAT on passenger cars is lost
BLOCKED = {"IsBlocked": True}

BALANCE = (
    Account("100000", "Geplaatst kapitaal", 50, "C"),
    Account("130000", "Wettelijke reserve", 50, "C"),
    Account("140000", "Overgedragen winst", 52, "C"),
    Account("173000", "Kredietinstellingen op meer dan een jaar", 55, "C"),
    Account("221000", "Gebouwen", 30, "D"),
    Account("230000", "Installaties, machines en uitrusting", 30, "D"),
    Account("230009", "Afschrijvingen op machines", 35, "C"),
    Account("240100", "Informatica", 30, "D"),
    Account("241000", "Rollend materieel", 30, "D"),
    Account("241009", "Afschrijvingen op rollend materieel", 35, "C"),
    Account("300000", "Voorraad bouwmaterialen", 40, "D"),
    Account("320000", "Werken in uitvoering", 40, "D"),
    Account("400000", "Handelsdebiteuren", 20, "D"),
    Account("404000", "Op te maken facturen", 32, "D"),
    Account("406000", "Vooruitbetalingen aan leveranciers", 32, "D"),
    Account("411000", "Terug te vorderen btw", 24, "D"),
    Account("440000", "Leveranciers", 22, "C"),
    Account("444000", "Te ontvangen facturen", 60, "C"),
    Account("451000", "Te betalen btw", 24, "C"),
    Account("453000", "Ingehouden voorheffing", 100, "C"),
    Account("454000", "Rijksdienst voor sociale zekerheid", 100, "C"),
    Account("455000", "Bezoldigingen", 25, "C"),
    Account("460000", "Ontvangen vooruitbetalingen", 60, "C"),
    Account("490000", "Over te dragen kosten", 26, "D"),
    Account("492000", "Toe te rekenen kosten", 27, "C"),
    Account("499000", "Wachtrekening", 90, "D"),
    Account("550000", "Zichtrekening", 12, "D"),
    Account("560000", "Betaalkaarten", 16, "D"),
    Account("570000", "Kas", 10, "D"),
)
COSTS = (
    Account("600000", "Aankopen bouwmaterialen", 111, "D"),
    Account("600100", "Beton en staal", 111, "D"),
    Account("600200", "Hout en isolatie", 111, "D"),
    Account("600300", "Elektro", 111, "D"),
    Account("600400", "Sanitair en verwarming", 111, "D"),
    Account("602000", "Onderaanneming", 111, "D", CENTER_NEEDED),
    Account("602900", "Onderaanneming (oud)", 111, "D", BLOCKED),
    Account("603000", "Uitzendkrachten", 111, "D", {"UseCostunit": 1}),
    Account("604000", "Aankopen handelsgoederen", 111, "D"),
    Account("610000", "Huur gebouwen", 121, "D", CENTER_FORBIDDEN),
    Account("610100", "Huur machines en stellingen", 121, "D"),
    Account("610200", "Containers en stort", 121, "D"),
    Account("611000", "Onderhoud en herstelling machines", 121, "D"),
    Account("612000", "Elektriciteit, gas en water", 121, "D", CENTER_FORBIDDEN),
    Account("612100", "Telefonie en internet", 121, "D", CENTER_FORBIDDEN),
    Account("613000", "Verzekeringen", 121, "D"),
    Account("613200", "Erelonen", 121, "D"),
    Account("614000", "Publiciteit", 121, "D"),
    Account("616000", "Personenwagens, leasing", 121, "D", CAR),
    Account("616100", "Personenwagens, brandstof", 121, "D", CAR),
    Account("616200", "Personenwagens, herstelling", 121, "D", CAR),
    Account("620000", "Bezoldigingen personeel", 125, "D"),
    Account("621000", "Werkgeversbijdragen", 126, "D"),
    Account("630000", "Afschrijvingen", 122, "D"),
    Account("640000", "Bedrijfsbelastingen", 120, "D"),
    Account("650000", "Financiële kosten", 120, "D"),
    Account("657000", "Toegestane kortingen voor contant", 120, "D"),
    Account("660000", "Uitzonderlijke kosten", 130, "D"),
)
INCOME = (
    Account("700000", "Omzet bouwwerken", 110, "C"),
    Account("700100", "Omzet renovatie", 110, "C"),
    Account("700200", "Omzet installaties", 110, "C"),
    Account("700300", "Omzet medecontractant", 110, "C"),
    Account("700310", "Omzet afwerking", 110, "C"),
    Account("700400", "Omzet onderhoud en herstelling", 110, "C"),
    Account("700500", "Omzet ruwbouw in regie", 110, "C", CENTER_NEEDED),
    Account("701000", "Verkoop handelsgoederen", 110, "C", CENTER_FORBIDDEN),
    Account("704000", "Omzet buitenland", 110, "C"),
    Account("705000", "Omzet regie (oud)", 110, "C", BLOCKED),
    Account("708000", "Toegekende kortingen", 110, "D"),
    Account("743000", "Doorgerekende kosten", 110, "C"),
    Account("757000", "Verkregen kortingen voor contant", 160, "C"),
    Account("760000", "Uitzonderlijke opbrengsten", 140, "C"),
)
CHART = BALANCE + COSTS + INCOME

WITHOUT_CENTER = frozenset(account.code for account in CHART if account.extra.get("UseCostcenter") == 2)
WITH_CENTER = frozenset(account.code for account in CHART if account.extra.get("UseCostcenter") == 1)


def plant_chart(exact: ExactState, division: int) -> dict[str, str]:
    """Code -> guid."""
    guids = {}
    for account in CHART:
        guids[account.code] = guid(division, "gl", account.code)
        balance = account in BALANCE
        exact.put(
            division,
            "financial/GLAccounts",
            ID=guids[account.code],
            Code=account.code,
            Description=account.name,
            Type=account.type,
            BalanceSide=account.side,
            BalanceType="B" if balance else "W",
            SearchCode=account.name.upper()[:20],
            Matching=account.code in {"400000", "440000"},
            **{"IsBlocked": False, "UseCostcenter": 0, "UseCostunit": 0, **account.extra},
        )
    return guids


def plant_ledger_in_robaws(robaws: RobawsState, stamp: str) -> dict[str, str]:
    """Code -> id: costs and income as imported once; one account was made in Robaws only, the debtors crept in."""
    debtors = next(account for account in BALANCE if account.code == "400000")
    rows = [(account.code, account.name) for account in (*COSTS, *INCOME, debtors)]
    rows.append((UNKNOWN_IN_EXACT, "Omzet zonnepanelen"))
    return {
        code: str(robaws.put("general-ledger-accounts", code=code, name=name, archivedAt=None, updatedAt=stamp)["id"])
        for code, name in rows
    }
