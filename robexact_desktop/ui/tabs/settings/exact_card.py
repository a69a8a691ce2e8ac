"""Exact Online: on or off, the country, the own app, and the login."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from robexact_desktop.services.change_settings import Held, owns_login
from robexact_desktop.ui.dialogs.activate.dialog import ActivateDialog
from robexact_desktop.ui.dialogs.activate.own_app import OwnAppDialog
from robexact_desktop.ui.tabs.settings.chooser import Choice
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.standing import Standing
from robexact_desktop.ui.tabs.settings.switch import Switch
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import words

LABEL = 130
COUNTRIES = ("BE", "NL")
"""Offered; the settings file takes the others that Exact has."""

ACTIVE = ("active",)


class ExactCard(QFrame):
    """`connected` is called when a consent was given; `check` asks Exact what the login may."""

    def __init__(
        self, page: SettingsPage, saver: Saver, connected: Callable[[], None], check: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._page = page
        self._saver = saver
        self._connected = connected
        self._layout = column_layout(self, margins=(20, 16, 20, 16), spacing=8)
        self._head()
        self._standing = Standing("exact_standing", words("settings.not_signed_in"))
        self._layout.addWidget(self._standing)
        country = ChooserSetting(saver, ("exact", "country"), countries, width=LABEL, field_width=280)
        page.add(self._layout, country)
        self._own_app()
        foot = row_layout()
        self._check = button(words("settings.test"), "exact_test", check, icon_name="refresh")
        self._sign_in = button(words("settings.sign_in"), "exact_sign_in", self.sign_in, icon_name="user")
        foot.addWidget(self._check)
        foot.addWidget(self._sign_in)
        foot.addStretch(1)
        self._layout.addLayout(foot)
        self._layout.addStretch(1)

    def _head(self) -> None:
        head = row_layout()
        head.addWidget(PlainLabel("Exact Online", size="title", strong=True))
        head.addStretch(1)
        head.addWidget(PlainLabel(words("settings.active")))
        self._active = Switch("setting_active", words("settings.active"))
        self._active.clicked.connect(self._on_active)
        head.addWidget(self._active)
        self._layout.addLayout(head)

    def _own_app(self) -> None:
        row = row_layout(spacing=12)
        label = PlainLabel(words("settings.own_app"), colour="text2")
        label.setFixedWidth(LABEL)
        self._app = PlainLabel(name="own_app")
        self._app.setFixedHeight(30)
        row.addWidget(label)
        row.addWidget(self._app)
        self._details = button(words("settings.details"), "own_app_details", self._on_details, kind="link")
        row.addWidget(self._details)
        row.addStretch(1)
        self._layout.addLayout(row)

    # what stands

    def show_held(self, held: Held | None) -> None:
        settings = self._page.settings
        owner = owns_login(settings)
        for widget in (self._sign_in, self._details):
            widget.setVisible(owner)
        self._active.setChecked(bool(self._saver.value(ACTIVE)))
        has_app = bool(settings.exact.client_id and settings.exact.redirect_uri)
        named = f"RobExact {settings.environment}" if has_app else words("settings.no_app")
        self._app.setText(named if owner else words("settings.app_of", primary=settings.primary))
        self._app.recolour("text" if has_app or not owner else "bad")
        self._show_login(held)

    def _show_login(self, held: Held | None) -> None:
        settings = self._page.settings
        until = held.login_until if held else None
        again = "settings.sign_in_again" if until else "settings.sign_in"
        self._sign_in.setText(words(again))
        if not settings.active:
            self._standing.tell("light_off", "text3", words("settings.off"), words("settings.off.what"))
        elif held is None:
            self._standing.tell("light_off", "text3", words("settings.looking"))
        elif until is None:
            self._standing.tell(
                "light_bad", "bad", words("settings.not_signed_in"), words("settings.not_signed_in.what")
            )
        else:
            days = max((until - self._page.shell.reading.work.clock()).days, 0)
            key = "settings.login_days" if owns_login(settings) else "settings.login_days_of"
            fact = words(key, days=days, primary=settings.primary)
            self._standing.tell("light_ok", "ok", words("settings.connected"), fact)

    # what a person does

    def _on_active(self, on: bool) -> None:
        self._saver.save({ACTIVE: on})
        held = self._page.held
        if on and owns_login(self._page.settings) and held is not None and held.login_until is None:
            self.sign_in_wanted()

    def sign_in_wanted(self) -> None:
        """Sign in, by way of the own app where there is none yet."""
        settings = self._page.settings.exact
        if settings.client_id and settings.redirect_uri:
            self.sign_in()
        else:
            self._on_details()

    def _on_details(self) -> None:
        held = self._page.held is not None and "exact.client_secret" in self._page.held.secrets
        OwnAppDialog(self.window(), self._saver, secret_held=held, done=self.sign_in).open_dialog()

    def sign_in(self) -> None:
        """Over the window; the lane waits for the address, so other work waits too."""
        agrees = self._saver.desk.agrees_itself
        dialog = ActivateDialog(self.window(), self._saver.shell, agrees_itself=agrees)
        dialog.connected.connect(lambda _: self._connected())
        dialog.open_dialog()


def countries() -> list[Choice]:
    return [Choice(code, words(f"settings.country.{code}")) for code in COUNTRIES]
