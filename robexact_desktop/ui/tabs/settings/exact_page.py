"""What a page with Exact on it does: the login, the company, and the rights tried anew when one of them changed."""

from robexact_desktop.domain.changes import Changed
from robexact_desktop.services.change_settings import RightsChecked, look_at_exact
from robexact_desktop.texts import formats
from robexact_desktop.ui.tabs.settings.company_card import CompanyCard
from robexact_desktop.ui.tabs.settings.exact_card import ExactCard
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.words import words
from robexact_desktop.workers.lane import Failed, Job


class ExactPage(SettingsPage):
    """Makes the cards `exact` and `company`; the page that inherits it puts them where they belong."""

    def __init__(self, saver: Saver, name: str) -> None:
        super().__init__(saver, name)
        self.exact = ExactCard(self, saver, self._on_connected, self.check)
        self.company = CompanyCard(self, saver, self.check)
        self._division_asked = self.settings.exact.division
        self._job: Job | None = None
        self._told = False
        self.shell.failed.connect(self._on_failed)

    def check(self) -> None:
        """What the consent covers and each right, tried anew."""
        self.company.show_checked(words("settings.testing"))
        name = words("settings.check_rights")
        self._job = self.shell.do(name, look_at_exact, changes=Changed.CONNECTION, then=self._on_checked)

    def reload(self) -> None:
        super().reload()
        self.exact.show_held(self.held)
        self.company.show_held(self.held)
        if self.settings.exact.division != self._division_asked:
            self._division_asked = self.settings.exact.division
            self.check()
        elif not self._told:
            self._told = True
            self._tell_checked()

    def _on_checked(self, _: object) -> None:
        self._job = None
        self._tell_checked()

    def _on_failed(self, told: Failed) -> None:
        """What went wrong stands in the status bar in full; here only that nothing was checked."""
        if told.job is self._job:
            self._job = None
            self.company.show_checked(words("settings.check_failed"))

    def _on_connected(self) -> None:
        self._division_asked = self.settings.exact.division
        self._tell_checked()

    def _tell_checked(self) -> None:
        """The last check is kept over restarts: an old green is told with its day."""
        checked = next(iter(self.rows(RightsChecked)), None)
        if checked is not None and self._job is None:
            self.company.show_checked(words("settings.checked", when=formats.moment(checked.when)))
