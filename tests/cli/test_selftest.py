"""What an installation can do, told without settings, login or environment."""

import json
from pathlib import Path
from typing import Any

import pytest

from robexact_desktop.cli import main

NAMES = ["python", "qt", "key_store", "sqlite", "tls", "languages", "pdf", "data_folder"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def own_key_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "file_keyring.FileKeyring")
    monkeypatch.setenv("ROBEXACT_TEST_KEYRING", str(tmp_path / "keyring.json"))
    return tmp_path / "keyring.json"


def checks(out: str) -> dict[str, Any]:
    document = json.loads(out)
    assert list(document) == ["checks"]
    assert all(list(row) == ["name", "ok", "message"] for row in document["checks"])
    return {row["name"]: row for row in document["checks"]}


def test_each_thing_is_tried_and_nothing_left_behind(
    capsys: pytest.CaptureFixture[str], own_key_store: Path, tmp_path: Path
) -> None:
    _, out, _ = run(capsys, "--data-dir", str(tmp_path / "data"), "--selftest", "--json")
    found = checks(out)
    assert list(found) == NAMES
    assert [name for name in NAMES if name != "qt" and not found[name]["ok"]] == []
    assert all(row["message"] for row in found.values())
    assert list((tmp_path / "data").iterdir()) == []
    assert json.loads(own_key_store.read_text()) == {}


def test_a_key_store_that_is_not_there_is_named_and_the_exit_is_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    code, out, err = run(capsys, "--data-dir", str(tmp_path / "data"), "--selftest", "--json")
    assert code == 1
    assert checks(out)["key_store"]["ok"] is False
    assert "key_store" in err


def test_a_folder_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], own_key_store: Path, tmp_path: Path
) -> None:
    assert own_key_store.parent == tmp_path
    (tmp_path / "file").write_text("no folder", "utf-8")
    code, out, _ = run(capsys, "--data-dir", str(tmp_path / "file" / "data"), "--selftest", "--json")
    assert code == 1
    assert str(tmp_path / "file") in checks(out)["data_folder"]["message"]


@pytest.mark.parametrize("words", [("--selftest", "invoices"), ("--demo", "--selftest"), ("--json",)])
def test_it_stands_alone(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], tmp_path: Path) -> None:
    code, _, err = run(capsys, "--data-dir", str(tmp_path), *words)
    assert code == 2
    assert err
