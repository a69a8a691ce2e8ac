"""Changing a setting: what the window may ask of whoever keeps them, and the tree that says one change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol

from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.ledger import Division
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.domain.settings import Role, Settings
from robexact_desktop.services.workplace import Workplace

Path = tuple[str, ...]
"""Where a value stands in the tree of the settings file: `("booking", "book_from")`."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Who changed a setting last, and when."""

    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class RightsChecked:
    """When each right was tried last (one row, cache.db)."""

    when: datetime


@dataclass(frozen=True, slots=True)
class RobawsAnswered:
    """When Robaws last gave what was asked (one row, cache.db)."""

    when: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """One of the environments of this data folder. `primary` is whose login it uses; empty where it has its own."""

    name: str
    primary: str
    active: bool
    country: str
    division: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """What the settings do not say themselves. Secrets by name only: their values never come back to the window."""

    secrets: frozenset[str] = frozenset()
    login_until: datetime | None = None
    proven: frozenset[OperationKind] = frozenset()
    statuses: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    touched: Mapping[Path, Touched] = field(default_factory=dict)
    environments: tuple[Known, ...] = ()


class SettingsDesk(Protocol):
    """Filled by the composition root. Each call reads or writes files: in the lane, never on the main thread."""

    def held(self) -> Held: ...
    def save(self, tree: Mapping[str, Any]) -> None:
        """Merge the tree; secrets go to the key store. Raises SettingsError, nothing is taken over then."""
        ...

    def save_in(self, environment: str, tree: Mapping[str, Any]) -> None:
        """The same in another environment, which is made where it is new."""
        ...

    def send_mail(self, subject: str, text: str) -> None:
        """By the mail account of the settings. Raises SettingsError, UnreachableError."""
        ...

    def connect(self, announce: Callable[[str], None], pasted: Iterable[str]) -> tuple[Division, ...]:
        """Sign in to Exact; keeps divisions and rights. Raises SignInFailedError, UnreachableError, SettingsError."""
        ...

    def ask_robaws(self) -> None:
        """Read something small there and note that it answered. Raises SettingsError, UnreachableError and the like."""
        ...

    def list_again(self) -> None:
        """Judge every waiting invoice by the settings as they are now; no network."""
        ...

    @property
    def agrees_itself(self) -> bool:
        """Whether there is somebody who agrees by himself: in the demo."""
        ...

    def agree(self, address: str) -> str | None:
        """The demo's person agrees in the browser: where it ends. None where real people do that."""
        ...


def value_at(settings: Settings, path: Path) -> Any:
    """The value as the settings file has it; `""` for what is not set."""
    value: Any = settings
    for name in path:
        value = value.get(name, "") if isinstance(value, Mapping) else getattr(value, name)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    assert not is_dataclass(value), f"{path} is a table"
    return "" if value is None else value


def tree_of(changes: Mapping[Path, Any]) -> dict[str, Any]:
    """The tree that holds just these values."""
    tree: dict[str, Any] = {}
    for path, value in changes.items():
        place = tree
        for name in path[:-1]:
            place = place.setdefault(name, {})
        place[path[-1]] = value
    return tree


def look_at_exact(work: Workplace) -> None:
    """What the consent covers, and each right tried by reading (C3, C4); kept for the screens."""
    divisions = work.exact.divisions()
    work.stores.master.replace(Division, divisions)
    if work.settings.exact.division is not None:
        work.stores.master.replace(Right, work.exact.rights())
        work.stores.master.replace(RightsChecked, (RightsChecked(work.clock()),))


def ask_robaws(work: Workplace) -> int:
    """A real reading: how many VAT tariffs Robaws has."""
    found = len(work.robaws.vat_tariffs())
    note_robaws_answered(work)
    return found


def note_robaws_answered(work: Workplace) -> None:
    """An import that succeeded is a test too."""
    work.stores.master.replace(RobawsAnswered, (RobawsAnswered(work.clock()),))


def owns_login(settings: Settings) -> bool:
    return settings.role is Role.PRIMARY
