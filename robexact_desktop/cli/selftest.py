"""`--selftest`: what this installation can do, each thing tried for real; for support, and after every build."""

import importlib
import sqlite3
import ssl
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from robexact_desktop.adapters.folders import data_folder
from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.cli.screen import lacking
from robexact_desktop.domain.errors import DatabaseError, RobExactError
from robexact_desktop.texts import Language, error_message, sentence
from robexact_desktop.texts.filling import SENTENCES

WIDGETS = "PySide6.QtWidgets"
"""By name: the commands without a window need no Qt but QtCore, and say so where the rest is missing."""

PROBE = "selftest"


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    ok: bool
    message: str


def checks(folder: Path | None, language: Language) -> Iterator[Check]:
    """One after another, so that what hangs can be seen. Nothing is left behind."""
    tried: dict[str, Callable[[], str]] = {
        "python": lambda: sys.version.split()[0],
        "qt": lambda: _qt(language),
        "key_store": _key_store,
        "sqlite": lambda: _sqlite(language),
        "tls": _tls,
        "languages": lambda: _languages(language),
        "pdf": _pdf,
        "data_folder": lambda: _data_folder(folder),
    }
    for name, trying in tried.items():
        try:
            yield Check(name, True, trying())
        except RobExactError as error:
            yield Check(name, False, error_message(error, language))
        except Exception as error:  # whatever is broken here is what is to be told
            yield Check(name, False, f"{type(error).__name__}: {error}")


def _qt(language: Language) -> str:
    if packages := lacking(screen=True):
        raise RuntimeError(sentence("usage.libraries", language, packages=" ".join(packages)))
    importlib.import_module(WIDGETS)
    return f"Qt {importlib.import_module('PySide6.QtCore').qVersion()}"


def _key_store() -> str:
    """Written, read back and removed, as a login is."""
    secrets, value = platform_secrets(), str(uuid.uuid4())
    secrets.write(PROBE, PROBE, value)
    try:
        if secrets.read(PROBE, PROBE) != value:
            raise RuntimeError(f"{secrets.backend_name}: another value was read than was written")
    finally:
        secrets.write(PROBE, PROBE, "")
    return secrets.backend_name


def _sqlite(language: Language) -> str:
    """What the two databases are made of: WAL, a durable commit, JSON."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "probe.db")) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT json_extract('{\"a\": 1}', '$.a')").fetchone()
        if mode != "wal":
            raise RuntimeError(sentence("selftest.no_wal", language))
    return f"SQLite {sqlite3.sqlite_version}"


def _tls() -> str:
    """The system's own trust store, as every call uses it."""
    import truststore

    truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return ssl.OPENSSL_VERSION


def _languages(language: Language) -> str:
    counts = {spoken: len(SENTENCES[spoken]) for spoken in Language}
    if len(set(counts.values())) != 1:
        raise RuntimeError(str(counts))
    return sentence("selftest.languages", language, count=counts[language], names=", ".join(Language))


def _pdf() -> str:
    pdfium = importlib.import_module("pypdfium2")
    return f"pdfium {pdfium.PDFIUM_INFO}"


def _data_folder(folder: Path | None) -> str:
    home = data_folder(folder)
    probe = home / f"{PROBE}.probe"
    try:
        probe.write_text(PROBE, "utf-8")
        probe.unlink()
    except OSError as error:
        raise DatabaseError(file=home, reason="denied", detail=error) from error
    return str(home)
