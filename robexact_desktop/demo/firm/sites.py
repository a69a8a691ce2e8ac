"""Projects (cost centers), activities (cost units) and articles, on both sides."""

from datetime import date, timedelta

from robexact_desktop.demo.firm import vat, words
from robexact_desktop.demo.firm.chart import DEFAULT_PURCHASE
from robexact_desktop.demo.firm.ground import MAIN, Ground, guid

PROJECTS = 40
UNKNOWN_CENTERS = 4
"""The newest projects have no cost center in Exact yet."""
LONG_PROJECT, RENAMED_PROJECT = "P-2026-0041-B", "WERF-12"
"""A number that no cost center code can hold (8), and one that was linked by hand to "W12"."""


def plant_sites(ground: Ground, stamp: str) -> None:
    for at in range(PROJECTS):
        number = f"P{(ground.today - timedelta(days=760 - 19 * at)).year % 100}{at + 1:04}"
        name = f"{words.PROJECT_NAMES[at % 8]} {words.PLACES[at % 9]}"
        key = _project(ground, number, name, stamp)
        if at < PROJECTS - UNKNOWN_CENTERS:
            _center(ground, number, name)
            ground.projects[key] = number
    _project(ground, LONG_PROJECT, "Loods Noord, fase B", stamp)
    ground.projects[_project(ground, RENAMED_PROJECT, "Werf Zuid", stamp)] = "W12"
    _center(ground, "W12", "Werf Zuid")
    _center(ground, "OUD", "Afgesloten werven", EndDate=date(ground.today.year - 1, 12, 31))
    _plant_activities(ground, stamp)


def project_id(ground: Ground, number: str) -> str:
    return next(str(row["id"]) for row in ground.robaws.all("projects") if row["logicId"] == number)


def _project(ground: Ground, number: str, name: str, stamp: str) -> str:
    row = ground.robaws.put("projects", logicId=number, planningName=name, name=name, status="lopend", updatedAt=stamp)
    return str(row["id"])


def _center(ground: Ground, code: str, name: str, **more: object) -> None:
    ground.exact.put(MAIN, "hrm/Costcenters", ID=guid("center", code), Code=code, Description=name, Active=True, **more)


def _plant_activities(ground: Ground, stamp: str) -> None:
    for code, name in words.ACTIVITIES:
        row = ground.robaws.put("activities", code=code, name=name, updatedAt=stamp)
        ground.exact.put(MAIN, "hrm/Costunits", ID=guid("unit", code), Code=code, Description=name)
        ground.activities[str(row["id"])] = code


def plant_articles(ground: Ground, stamp: str) -> None:
    """An article a kind of work, with its sales account; what is bought carries the purchase account."""
    for gl_code, work in words.SALES_WORK.items():
        for text, unit, _, _ in work:
            _article(ground, text, unit, gl_code, DEFAULT_PURCHASE, stamp)
    for gl_code, (_, goods) in words.PURCHASE_WORK.items():
        for text, _, _ in goods:
            _article(ground, text, "st", "701000", gl_code, stamp)


def _article(ground: Ground, text: str, unit: str, sales: str, purchase: str, stamp: str) -> None:
    row = ground.robaws.put(
        "articles",
        name=text,
        articleNumber=f"A{len(ground.articles) + 1:04}",
        unitType=unit,
        vatTariffId=vat.NORMAL,
        salesGLAccountId=ground.gl_ids[sales],
        purchaseGLAccountId=ground.gl_ids[purchase],
        updatedAt=stamp,
    )
    ground.articles[str(row["id"])] = (sales, purchase)
    ground.articles_by_text[text] = str(row["id"])
