"""The settings file (product.md section 4): TOML to `Settings` and back, key by key; secrets split off on the way."""

import functools
import re
import tomllib
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any

from robexact_desktop.adapters.settings_values import SPECIAL, parser_of, wrong
from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.domain.settings import SECRETS, Role, Settings

Tree = Mapping[str, Any]


def read_file(path: Path) -> dict[str, Any]:
    """The tree of a file. Raises SettingsError where it cannot be read or is no TOML, with the line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")  # Notepad writes a byte order mark, TOML knows none
    except OSError as error:
        raise SettingsError(key=path.name, reason="unreadable", detail=error.strerror or error) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SettingsError(key=path.name, reason="encoding", line=line) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1  # "at end of document" names none
        raise SettingsError(key=path.name, reason="toml", line=line, detail=error) from error


def merge(settings: Settings | None, tree: Tree) -> tuple[Settings, dict[str, str]]:
    """The settings with the tree's keys in place of theirs, and the secrets that the tree carries.

    `""` clears a key to its default, a missing one keeps. With None the tree makes a new environment. Nothing is half
    taken over: the first key that is wrong raises SettingsError.
    """
    environment = _environment(settings, tree)
    secrets = {name: _secret(name, value) for name in SECRETS if (value := _at(tree, name)) is not None}
    merged = _merged(settings or Settings(environment), {**tree, "environment": environment}, ())
    _fits_together(merged)
    return merged, secrets


def as_tree(settings: Settings) -> dict[str, Any]:
    """The same tree as the file's: every key with its value, secrets absent, `""` for what is not set."""
    tree: dict[str, Any] = _plain(settings)
    return tree


def _environment(settings: Settings | None, tree: Tree) -> str:
    name = tree.get("environment", settings.environment if settings else None)
    if name is None or name == "":
        raise SettingsError(key="environment", reason="missing")
    if not isinstance(name, str) or not name.strip():
        raise wrong("environment", name, "text")
    name = name.strip()
    if settings is not None and settings.environment != name:
        raise SettingsError(key="environment", reason="another", value=name, allowed=settings.environment)
    return name


@functools.cache
def _hints(kind: type) -> Mapping[str, Any]:
    """Worked out once: settings are read for every job."""
    return typing.get_type_hints(kind)


def _merged(part: Any, tree: Tree, above: tuple[str, ...]) -> Any:
    """One table of the tree into its dataclass."""
    kind: type = type(part)
    hints = _hints(kind)
    changes: dict[str, Any] = {}
    for key, value in tree.items():
        path = ".".join((*above, key))
        if path in SECRETS:
            continue
        if key not in hints:
            raise _unknown(path, [*_paths_beside(hints, above)])
        changes[key] = _changed(getattr(part, key), value, hints[key], (*above, key))
    return replace(part, **changes)


def _changed(before: Any, value: Any, kind: Any, path: tuple[str, ...]) -> Any:
    if is_dataclass(before):
        return _merged(before, _table(path, value), path)
    if typing.get_origin(kind) is Mapping:
        return _mapping(before, _table(path, value), path)
    if value == "" and path != ("environment",):
        return _default(path)
    name = ".".join(path)
    parse: Callable[[str, Any], Any] = SPECIAL.get(name) or parser_of(kind)
    return parse(name, value)


def _mapping(before: Mapping[str, str], table: Tree, path: tuple[str, ...]) -> dict[str, str]:
    """An empty value removes the entry."""
    name = ".".join(path)
    parsed = {str(key): parser_of(str)(f"{name}.{key}", value) for key, value in table.items()}
    return {key: value for key, value in {**before, **parsed}.items() if value}


def _table(path: tuple[str, ...], value: Any) -> Tree:
    if value == "":
        return {}
    if not isinstance(value, Mapping):
        raise wrong(".".join(path), value, "table")
    return value


def _default(path: tuple[str, ...]) -> Any:
    part: Any = Settings("")
    for name in path:
        part = getattr(part, name)
    return part


def _secret(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise SettingsError(key=name, reason="type", allowed="text")  # without the value: it is a secret
    return value


def _at(tree: Tree, path: str) -> object:
    table, _, key = path.partition(".")
    inside = tree.get(table)
    return inside.get(key) if isinstance(inside, Mapping) else None


def _fits_together(settings: Settings) -> None:
    if settings.role is Role.SECONDARY and not settings.primary:
        raise SettingsError(key="primary", reason="missing")
    if settings.role is Role.SECONDARY and settings.primary == settings.environment:
        raise SettingsError(key="primary", reason="itself", value=settings.primary)


def _paths_beside(hints: Mapping[str, Any], above: tuple[str, ...]) -> list[str]:
    table = ".".join((*above, ""))
    return [f"{table}{name}" for name in hints] + [name for name in SECRETS if name.rpartition(".")[0] == table[:-1]]


def _unknown(path: str, known: list[str]) -> SettingsError:
    nearest = get_close_matches(path, known, n=1, cutoff=0) or [""]
    return SettingsError(key=path, reason="unknown", nearest=nearest[0], allowed=", ".join(known))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value
