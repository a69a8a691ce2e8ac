"""Wrong usage, settings and unknown ids end with 2 before anything else is looked at."""

import json
from pathlib import Path

import pytest
from answers import ready
from world import ENVIRONMENT, World

from robexact_desktop.adapters.lock import InstanceLock
from robexact_desktop.cli import main

WRONG = [
    ["nope"],
    ["send"],
    ["send", "--all"],  # never an abbreviation of --all-ready
    ["check", "sales/1", "--all"],
    ["invoices", "--kind", "cash"],
    ["link", "client/1"],
    ["override", "sales/1", "--line"],
    ["settings"],
    ["--reset", "invoices"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code = main(["--data-dir", str(tmp_path), *arguments])
    shown = capsys.readouterr()
    assert (code, shown.out) == (2, "")
    assert shown.err.strip()


def test_an_unknown_id_sends_nothing(firm: World) -> None:
    told = firm.json("send", *ready(firm), "sales/none", code=2)
    assert told["error"]["code"] == "unknown_id"
    assert firm.posts() == []


def test_2_goes_before_4_and_reading_goes_beside(firm: World, tmp_path: Path) -> None:
    invoice = ready(firm)[0]
    torn = tmp_path / "torn.toml"
    torn.write_text("a = [", "utf-8")
    with InstanceLock(firm.folder):
        codes = {
            command: firm.run(*command.split()).code
            for command in (
                f"settings import {torn}",
                "send sales/none",
                "override sales/none",
                "link client/none x",
                "unlink client/none",
                "--environment none send --all-ready",
                f"send {invoice}",
                "import",
                "match",
                "payments",
                f"override {invoice}",
                "connect --no-browser",
                "settings show",
                "invoices",
                "check --all",
            )
        }
    assert list(codes.values()) == [2] * 6 + [4] * 6 + [0] * 3


def test_a_file_without_an_environment_is_for_the_only_one(firm: World, tmp_path: Path) -> None:
    update = tmp_path / "update.toml"
    update.write_text('[booking]\nsales_gl_account = ""\n', "utf-8")
    tree = firm.json("settings", "import", str(update))
    assert (tree["environment"], tree["booking"]["sales_gl_account"]) == (ENVIRONMENT, "")
    assert tree["booking"]["sales_journal"] == "70", "a key that is not named is kept"


def test_a_file_of_another_environment_is_not_taken_for_the_named_one(firm: World, tmp_path: Path) -> None:
    update = tmp_path / "update.toml"
    update.write_text('environment = "Tweede"\n', "utf-8")
    assert firm.run("--environment", ENVIRONMENT, "settings", "import", str(update)).code == 2
    assert firm.run("settings", "show").code == 0, "still the only one"


def test_secrets_reach_the_key_store_and_nothing_else(firm: World, tmp_path: Path) -> None:
    update = tmp_path / "update.toml"
    update.write_text('[robaws]\napi_key = "canary-7b1e"\n[mail]\npassword = "canary-99"\n', "utf-8")
    imported, shown = firm.run("settings", "import", str(update), "--json"), firm.run("settings", "show")
    assert (imported.code, shown.code) == (0, 0)
    assert "canary" not in imported.out + imported.err + shown.out + shown.err
    assert "canary-7b1e" in firm.key_store.read_text("utf-8")
    assert not [path for path in firm.folder.rglob("*") if b"canary" in path.read_bytes()]


def test_without_a_key_store_what_is_local_still_works(firm: World) -> None:
    firm.extra["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    codes = [firm.run(*command.split()).code for command in ("invoices", "check --all", "match", "import")]
    assert codes == [0, 0, 0, 2]


def test_an_inactive_environment_keeps_its_data_and_calls_nobody(firm: World) -> None:
    firm.settings_of({"active": False})
    before = len(firm.demo.exact.log), len(firm.demo.robaws.log)
    wanted = {"invoices": 0, "check --all": 0, "match": 0, "import": 2, "send --all-ready": 2, "connect": 2}
    assert {command: firm.run(*command.split()).code for command in wanted} == wanted
    assert (len(firm.demo.exact.log), len(firm.demo.robaws.log)) == before


def test_no_administration_is_nobodys_choice(firm: World) -> None:
    firm.settings_of({"exact": {"division": ""}})
    before = len(firm.demo.exact.log)
    assert [firm.run("import").code, firm.run("send", "--all-ready").code] == [2, 2]
    assert len(firm.demo.exact.log) == before


def test_names_outside_the_code_page_end_no_command(firm: World) -> None:
    firm.extra["PYTHONIOENCODING"] = "ascii"
    process = firm.start("match", "--json")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert json.loads(out)["unlinked"]
