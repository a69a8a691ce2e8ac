"""VAT: 31 codes in Exact, 16 tariffs in Robaws, and which stands for which. 0 % alone is a dozen codes."""

from dataclasses import dataclass
from decimal import Decimal

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm.ground import guid
from robexact_desktop.demo.robaws import RobawsState


@dataclass(frozen=True)
class Code:
    code: str
    name: str
    percent: int
    type: str
    """E exclusive, I inclusive, B base only (0 %), N no VAT."""
    direction: str
    """S sales, P purchases, B both."""
    charged: bool = False
    listing: str = "N"
    blocked: bool = False


CODES = (
    Code("0", "Geen btw", 0, "N", "B"),
    Code("1", "Verkoop binnenland 21 %", 21, "E", "S"),
    Code("2", "Verkoop binnenland 12 %", 12, "E", "S"),
    Code("3", "Verkoop binnenland 6 %", 6, "E", "S"),
    Code("4", "Verkoop renovatie woning > 10 jaar", 6, "E", "S"),
    Code("5", "Verkoop 6 % inclusief", 6, "I", "S"),
    Code("6", "Medecontractant", 0, "B", "S"),
    Code("7", "Aankoop goederen 21 %", 21, "E", "P"),
    Code("8", "Aankoop goederen 6 %", 6, "E", "P"),
    Code("9", "Aankoop goederen 12 %", 12, "E", "P"),
    Code("10", "Aankoop diensten 21 %", 21, "E", "P"),
    Code("11", "Aankoop diensten 6 %", 6, "E", "P"),
    Code("12", "Medecontractant aankoop 21 %", 21, "E", "P", charged=True),
    Code("13", "Medecontractant aankoop 6 %", 6, "E", "P", charged=True),
    Code("14", "IC levering goederen", 0, "B", "S", listing="L"),
    Code("15", "IC verwerving goederen", 21, "E", "P", charged=True),
    Code("16", "IC diensten", 0, "B", "S", listing="S"),
    Code("17", "IC diensten aankoop", 21, "E", "P", charged=True),
    Code("18", "Uitvoer", 0, "B", "S"),
    Code("19", "Vrijgesteld verkoop", 0, "B", "S"),
    Code("20", "Invoer met verlegging", 21, "E", "P", charged=True),
    Code("21", "Investering 21 %", 21, "E", "P"),
    Code("22", "Investering 6 %", 6, "E", "P"),
    Code("23", "Verkoop 6 % (oud)", 6, "E", "S", blocked=True),
    Code("24", "Verkoop 0 %", 0, "B", "S"),
    Code("25", "Aankoop vrijgesteld", 0, "B", "P"),
    Code("26", "Aankoop 21 % inclusief", 21, "I", "P"),
    Code("27", "Investering medecontractant 21 %", 21, "E", "P", charged=True),
    Code("28", "Verkoop 21 % inclusief", 21, "I", "S"),
    Code("29", "Aankoop autokosten 21 %", 21, "E", "P"),
    Code("30", "Driehoeksverkeer", 0, "B", "S", listing="T"),
)
BY_CODE = {code.code: code for code in CODES}

NORMAL, CO_CONTRACTOR, TWELVE, SIX, EU_SERVICES, EU_GOODS, OUTSIDE_EU, EXEMPT, NO_VAT, RENOVATION = map(
    str, range(1, 11)
)
UNMAPPED, SERVICES, INVESTMENT, BLOCKED, WRONG_WAY, INCLUSIVE = map(str, range(11, 17))

TARIFFS = {
    NORMAL: ("21 %", 21),
    CO_CONTRACTOR: ("Verlegd (medecontractant)", 0),
    TWELVE: ("12 %", 12),
    SIX: ("6 %", 6),
    EU_SERVICES: ("0 % intracommunautaire diensten", 0),
    EU_GOODS: ("0 % intracommunautaire goederen", 0),
    OUTSIDE_EU: ("0 % buiten de EU", 0),
    EXEMPT: ("Vrijgesteld", 0),
    NO_VAT: ("Geen btw", 0),
    RENOVATION: ("6 % renovatie", 6),
    UNMAPPED: ("6 % sloop en heropbouw", 6),
    SERVICES: ("21 % diensten", 21),
    INVESTMENT: ("21 % investering", 21),
    BLOCKED: ("6 % sociale huisvesting (oud)", 6),
    WRONG_WAY: ("21 % doorrekening", 21),
    INCLUSIVE: ("6 % inclusief", 6),
}
RATES = {key: Decimal(percent) for key, (_, percent) in TARIFFS.items()}

SALES_CODES = {
    NORMAL: "1",
    CO_CONTRACTOR: "6",
    TWELVE: "2",
    SIX: "3",
    EU_SERVICES: "16",
    EU_GOODS: "14",
    OUTSIDE_EU: "18",
    EXEMPT: "19",
    NO_VAT: "0",
    RENOVATION: "4",
    SERVICES: "1",
    # Three mistakes of the bookkeeper, each the defect of one invoice:
    BLOCKED: "23",
    WRONG_WAY: "7",
    INCLUSIVE: "5",
}
PURCHASE_CODES = {
    NORMAL: "7",
    CO_CONTRACTOR: "12",
    TWELVE: "9",
    SIX: "8",
    EU_SERVICES: "17",
    EU_GOODS: "15",
    OUTSIDE_EU: "20",
    EXEMPT: "25",
    NO_VAT: "0",
    RENOVATION: "8",
    SERVICES: "10",
    INVESTMENT: "21",
    WRONG_WAY: "10",
}


def plant_codes(exact: ExactState, division: int, gl_guids: dict[str, str]) -> None:
    for code in CODES:
        exact.put(
            division,
            "vat/VATCodes",
            ID=guid(division, "vat", code.code),
            Code=code.code,
            Description=code.name,
            Percentage=Decimal(code.percent) / 100,
            Type=code.type,
            VATTransactionType=code.direction,
            IsBlocked=code.blocked,
            Charged=code.charged,
            EUSalesListing=code.listing,
            GLToPay=gl_guids["451000"],
            GLToClaim=gl_guids["411000"],
            Country="BE",
        )


def plant_tariffs(robaws: RobawsState, stamp: str) -> None:
    for key, (name, percent) in TARIFFS.items():
        robaws.put("vat-tariffs", id=key, name=name, percentage=Decimal(percent), code=None, updatedAt=stamp)
