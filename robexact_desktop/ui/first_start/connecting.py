"""The steps until both services are connected: whose books, Robaws, the own app, the sign-in."""

from robexact_desktop.services.change_settings import owns_login
from robexact_desktop.ui.dialogs.activate.own_app_form import OwnAppForm
from robexact_desktop.ui.first_start.page import StepPage
from robexact_desktop.ui.first_start.steps import APP_SECRET, ROBAWS_SECRETS, Step, has_app
from robexact_desktop.ui.tabs.settings.exact_card import countries
from robexact_desktop.ui.tabs.settings.exact_page import ExactPage
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting
from robexact_desktop.ui.tabs.settings.robaws_card import RobawsCard
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card, notice, row_layout
from robexact_desktop.ui.words import words

LABEL = 196


class BooksStep(StepPage):
    step = Step.BOOKS

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_books")
        self.head()
        frame, layout = card()
        label = PlainLabel(words("settings.column.environment"), colour="text2")
        label.setFixedWidth(LABEL)
        row = row_layout(spacing=12)
        row.addWidget(label)
        row.addWidget(PlainLabel(self.settings.environment, strong=True, name="first_environment_name"), 1)
        layout.addLayout(row)
        hint = words("first.country.hint")
        self.add(layout, ChooserSetting(saver, ("exact", "country"), countries, hint=hint, field_width=220))
        self.body.addWidget(frame)
        self.body.addStretch(1)


class RobawsStep(StepPage):
    step = Step.ROBAWS

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_robaws")
        self.head()
        self._card = RobawsCard(self, saver)
        self.body.addWidget(self._card)
        self.body.addStretch(1)

    def reload(self) -> None:
        super().reload()
        self._card.show_held(self.held)

    @property
    def _has_keys(self) -> bool:
        return self.held is None or self.held.secrets >= ROBAWS_SECRETS

    def act_words(self, *, done: bool) -> str:
        return words("first.next" if done else "first.robaws.test" if self._has_keys else "first.robaws.keys")

    def can_act(self, *, done: bool) -> bool:  # noqa: ARG002 - the key can be given, else tried, at any time
        return True

    def act(self, *, done: bool) -> None:
        if done:
            self.passed()
        elif self._has_keys:
            self._card.test()
        else:
            self._card.change()


class AppStep(StepPage):
    step = Step.APP
    saves_at_once = False

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_app")
        self.head()
        settings = self.settings
        self._owner = owns_login(settings)
        facts = {"primary": settings.primary, "environment": settings.environment}
        if self._owner:
            self._form = OwnAppForm(saver)
            self._form.filled.connect(lambda _: self.turned())
            self._form.kept.connect(self.passed)
            self.body.addWidget(self._form, 1)
        else:
            told = notice("info", words("settings.secondary"), words("settings.secondary.what", **facts))
            self.body.addWidget(told)
            self.body.addStretch(1)

    def reload(self) -> None:
        super().reload()
        if self._owner:
            held = self.held is not None and APP_SECRET in self.held.secrets
            self._form.show_values(secret_held=held)

    def act_words(self, *, done: bool) -> str:
        return words("first.next" if done and not self._is_typed else "first.app.keep")

    def can_act(self, *, done: bool) -> bool:
        return done or self._form.is_filled

    @property
    def _is_typed(self) -> bool:
        return self._owner and self._form.is_changed

    def act(self, *, done: bool) -> None:
        if self._is_typed or (not (done and has_app(self.shell.reading, self.held)) and self._owner):
            self._form.keep()
        else:
            self.passed()


class SignInStep(ExactPage, StepPage):
    step = Step.SIGN_IN
    width_read = 900  # the rights with their names

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_sign_in")
        self.head()
        self.body.addWidget(self.exact)
        self.body.addWidget(self.company)
        self.body.addStretch(1)

    @property
    def _is_signed_in(self) -> bool:
        return self.held is None or self.held.login_until is not None

    def act_words(self, *, done: bool) -> str:  # noqa: ARG002 - the login decides
        return words("first.next" if self._is_signed_in else "settings.sign_in")

    def can_act(self, *, done: bool) -> bool:
        return done or (not self._is_signed_in and owns_login(self.settings))

    def act(self, *, done: bool) -> None:
        if done:
            self.passed()
        elif not self._is_signed_in:
            self.exact.sign_in_wanted()
