"""The tour through Instellingen: every page and each dialog of the sign-in, light and dark. Nothing is changed."""

from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.settings.lacking import Page
from robexact_desktop.window_tour_books import Walk

IN_DUTCH = {
    Page.CONNECTION: "verbinding",
    Page.BOOKING: "boeken",
    Page.JOURNALS: "dagboeken",
    Page.PERIODS: "perioden",
    Page.CONDITIONS: "betalingscondities",
    Page.COSTS: "kostenplaatsen",
    Page.BACK: "terug",
    Page.MAIL: "meldingen",
    Page.LOOK: "weergave",
    Page.ENVIRONMENTS: "omgevingen",
}

DIALOGS = {"own_app_details": "eigen-app", "robaws_change": "robaws-sleutel", "exact_sign_in": "aanmelden"}
"""The buttons of the page Verbinding that open one."""


def show_the_settings(walk: Walk) -> None:
    for page, word in IN_DUTCH.items():
        walk.window.shell.go_to.emit(Place(Tab.SETTINGS, page.value, ""))
        walk.settle()
        walk.picture(f"instellingen-{word}")
    walk.window.shell.go_to.emit(Place(Tab.SETTINGS, Page.CONNECTION.value, ""))
    for name, word in DIALOGS.items():
        walk.press(name)
        walk.settle()
        walk.picture(f"instellingen-{word}")
        walk.close_dialogs()
        walk.wait_for(lambda: not walk.window.shell.lane.is_busy)
