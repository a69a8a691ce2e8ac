"""Lists of Robaws fetched whole, at most once a run, when an answer names an id without its object."""

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from robexact_desktop.adapters.robaws import parse
from robexact_desktop.adapters.robaws.calls import Calls
from robexact_desktop.adapters.robaws.values import Item
from robexact_desktop.domain.errors import RefusedError, UnreadableError
from robexact_desktop.domain.invoice import Project

Value = TypeVar("Value")


class FetchedLookups:
    """See `parse.Lookups`. A list that Robaws refuses or does not have is empty: what it would say stays unknown."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def gl_code(self, gl_account: str) -> str | None:
        return self._gl_codes.get(gl_account)

    def percentage(self, vat_tariff: str) -> Decimal | None:
        return self._percentages.get(vat_tariff)

    def journal(self, journal: str) -> tuple[str, str]:
        """An id that leads to none stays visible as one: the invoice must not fall to the default journal."""
        return self._journals.get(journal, (f"#{journal}", ""))

    def project(self, resource: str, id_: str) -> Project:
        known = self._projects if resource == "projects" else self._activities
        return known.get(id_) or Project(id_, "", "")

    @cached_property
    def _gl_codes(self) -> dict[str, str]:
        return self._listed("general-ledger-accounts", parse.gl_code)

    @cached_property
    def _percentages(self) -> dict[str, Decimal | None]:
        return self._listed("vat-tariffs", lambda row: row.amount("percentage"))

    @cached_property
    def _journals(self) -> dict[str, tuple[str, str]]:
        return self._listed("journals", lambda row: (row.text("code"), row.text("name")))

    @cached_property
    def _projects(self) -> dict[str, Project]:
        return self._listed("projects", parse.project)

    @cached_property
    def _activities(self) -> dict[str, Project]:
        return self._listed("activities", parse.project)

    def _listed(self, resource: str, read: Callable[[Item], Value]) -> dict[str, Value]:
        try:
            return {row.key("id"): read(row) for page in self._calls.pages(resource, {}, {}) for row in page.rows}
        except (RefusedError, UnreadableError):
            return {}
