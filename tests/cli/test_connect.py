"""Signing in without a window: one address out, one back, caught or pasted."""

import json
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Callable

import pytest
from answers import exact_refuses, when
from world import World

CONNECT = ("connect", "--no-browser", "--json")


def announced(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def pastes(process: "subprocess.Popen[str]", text: str) -> tuple[str, str]:
    return process.communicate(text + "\n", timeout=60)


BAD: dict[str, Callable[[World, str], str]] = {
    "denied": lambda firm, address: firm.demo.exact.consent(address, allow=False),
    "wrong": lambda firm, address: firm.demo.consent(address).replace("state=", "state=x"),
    "missing": lambda firm, address: firm.demo.consent(address).partition("&state=")[0],
    "no address": lambda *_: "hallo",
}


@pytest.mark.parametrize("how", BAD)
def test_a_bad_answer_stores_nothing(firm: World, how: str) -> None:
    held = firm.key_store.read_bytes()
    process = firm.start(*CONNECT)
    out, err = pastes(process, BAD[how](firm, announced(process)))
    assert process.returncode == 3, err
    assert json.loads(out)["connected"] is False
    assert firm.key_store.read_bytes() == held


def test_an_interruption_ends_the_wait(firm: World) -> None:
    held = firm.key_store.read_bytes()
    process = firm.start(*CONNECT)
    announced(process)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 3
    assert firm.key_store.read_bytes() == held


def test_the_end_of_stdin_leaves_the_redirect(firm: World) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    firm.settings_of({"exact": {"redirect_uri": f"http://127.0.0.1:{port}/aangemeld"}})
    process = firm.start(*CONNECT)
    address = announced(process)
    assert process.stdin is not None
    process.stdin.close()
    with urllib.request.urlopen(firm.demo.consent(address)) as shown:
        assert shown.status == 200
    assert process.stdout is not None
    document = json.loads(process.stdout.read())
    assert process.wait(60) == 0
    process.stdout.close()
    if process.stderr is not None:
        process.stderr.close()
    assert document["connected"] is True
    assert [set(row) for row in document["divisions"]] == [{"code", "name"}] * 2
    assert all(right["ok"] for right in document["rights"])


def test_a_right_that_is_missing_is_red_and_the_sign_in_stands(firm: World) -> None:
    for resource in ("system/Divisions", "hrm/Divisions", "hrm/Costcenters"):
        firm.demo.exact.before.append(when(lambda: exact_refuses("Forbidden", 403), resource=resource))
    process = firm.start(*CONNECT)
    out, err = pastes(process, firm.demo.consent(announced(process)))
    assert process.returncode == 0, err
    document = json.loads(out)
    red = {right["resource"]: right["message"] for right in document["rights"] if not right["ok"]}
    assert document["divisions"] == []
    assert red == {"system/Divisions": "Forbidden", "hrm/Costcenters": "Forbidden"}


def test_a_secondary_uses_the_login_of_its_primary(firm: World) -> None:
    """Without client id, secret, redirect and site of its own; and it may not sign in by itself."""
    secondary = {
        "environment": "Tweede",
        "role": "SECONDARY",
        "primary": "Bouwwerken Peeters",
        "robaws": {
            "base_url": f"{firm.demo.robaws_at.url}/api/v2/",
            "api_key": "demo-key",
            "api_secret": "demo-secret",
        },
        "exact": {"division": firm.division},
    }
    firm.settings_of(secondary)
    refused = firm.run("--environment", "Tweede", *CONNECT)
    assert refused.code == 2
    assert "Bouwwerken Peeters" in refused.err
    several = firm.run("invoices")
    assert several.code == 2
    assert "Bouwwerken Peeters" in several.err
    assert "Tweede" in several.err
    assert firm.json("--environment", "Tweede", "import")["failed"] == []
