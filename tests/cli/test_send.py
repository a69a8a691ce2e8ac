"""What a run does when a service answers otherwise than it should."""

import json
import signal
import time
from collections.abc import Callable

from answers import exact_refuses, page, ready, says, when
from werkzeug.wrappers import Response
from world import World

ENTRIES = "salesentry/SalesEntries"
POST = {"method": "POST", "resource": ENTRIES}


def test_one_invoice_that_robaws_refuses_does_not_stop_the_others(firm: World) -> None:
    first, second = ready(firm, count=2)
    broken = says({"status": 500, "message": "kapot"}, 500)
    firm.demo.robaws.before.append(when(lambda: broken, path=f"/api/v2/sales-invoices/{first.partition('/')[2]}"))
    rows = {row["id"]: row for row in firm.json("send", first, second, code=1)}
    assert rows[first]["state"] == "ready"
    assert "kapot" in rows[first]["message"]
    assert rows[second]["state"] == "done"


def test_a_limit_a_minute_is_waited_for(firm: World) -> None:
    def too_many() -> Response:
        reset = str(int((time.time() + 1) * 1000))
        return says({}, 429, X_RateLimit_Minutely_Remaining="0", X_RateLimit_Minutely_Reset=reset)

    firm.demo.exact.before.append(when(too_many, times=1, **POST))
    assert [row["state"] for row in firm.json("send", *ready(firm))] == ["done"]
    assert len(firm.posts(ENTRIES)) == 2


def test_a_fresh_login_that_is_refused_once_gets_another_chance(firm: World) -> None:
    firm.demo.exact.before.append(when(lambda: says({}, 401), times=1, **POST))
    assert [row["state"] for row in firm.json("send", *ready(firm))] == ["done"]


def test_a_login_that_stays_refused_asks_to_log_in(firm: World) -> None:
    firm.demo.exact.before.append(when(lambda: says({}, 401), **POST))
    rows = firm.json("send", *ready(firm, count=2), code=3)
    assert [row["state"] for row in rows] == ["queued"], "the second was not taken"


def test_a_daily_limit_ends_the_run(firm: World) -> None:
    spent = {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": str(int((time.time() + 3600) * 1000))}
    firm.demo.exact.before.append(when(lambda: says({}, 429, **spent), **POST))
    (row,) = firm.json("send", *ready(firm, count=2), code=5)
    assert row["state"] == "queued"


def test_half_an_answer_of_exact_is_unknown_and_says_until_when(firm: World) -> None:
    firm.demo.exact.before.append(when(lambda: Response("Bad gateway", 502), **POST))
    invoice = ready(firm)[0]
    (row,) = firm.json("send", invoice, code=1)
    (again,) = firm.json("send", invoice, code=1)
    assert [row["state"], again["state"]] == ["unknown", "unknown"]
    assert again["message"] == row["message"] != ""
    assert len(firm.posts(ENTRIES)) == 1


def test_a_sparse_answer_is_enough(firm: World) -> None:
    """No amount, the number as text, `d` as a bare list, keys that nobody asked for."""

    def sparse() -> Response:
        entry = max(firm.entries("sales"), key=lambda row: row["Created"])
        row = {"EntryID": entry["EntryID"].upper(), "EntryNumber": str(entry["EntryNumber"]), "Extra": {"a": []}}
        return says({"d": [row | {"SalesEntryLines": {"results": []}}]}, 201)

    firm.demo.exact.after.append(when(sparse, **POST))
    (row,) = firm.json("send", *ready(firm))
    assert row["state"] == "done"


def test_a_captive_portal_books_and_loses_nothing(firm: World) -> None:
    invoices = ready(firm, count=2)
    firm.demo.exact.before.append(when(page))
    firm.demo.robaws.before.append(when(page))
    held = firm.json("import", code=5)
    assert held["gl_accounts"] > 0, "old rows kept"
    assert firm.json("send", *invoices, code=5) == []
    assert firm.json("payments", code=5) == []


def test_a_named_one_that_is_booked_is_its_row_and_no_call(firm: World) -> None:
    invoice = ready(firm)[0]
    (sent,) = firm.json("send", invoice)
    before = len(firm.demo.exact.log), len(firm.demo.robaws.log)
    (row,) = firm.json("send", invoice)
    assert (row["state"], row["entry_id"]) == ("done", sent["entry_id"])
    assert (len(firm.demo.exact.log), len(firm.demo.robaws.log)) == before


def test_a_refused_one_is_checked_as_it_will_be_sent_next(firm: World) -> None:
    firm.demo.exact.before.append(when(lambda: exact_refuses("Ongeldige referentie: Btw-code"), times=1, **POST))
    invoice = ready(firm)[0]
    (row,) = firm.json("send", invoice, code=1)
    assert row["state"] == "refused"
    assert "Ongeldige referentie: Btw-code" in row["message"]
    firm.json("override", invoice, "--line", "0", "--gl", "701000")
    (checked,) = firm.json("check", invoice)
    assert [row["state"] for row in firm.json("send", invoice)] == ["done"]
    assert json.loads(firm.posts(ENTRIES)[-1].body, parse_float=str) == checked["payload"]


def test_the_status_of_a_paid_invoice_is_left(firm: World) -> None:
    """It was paid in Robaws after the import: what was read last would write over it."""
    invoice = ready(firm)[0]
    firm.demo.robaws.state.patch("sales-invoices", invoice.partition("/")[2], status="betaald")
    assert [row["state"] for row in firm.json("send", invoice)] == ["done"]
    shown = firm.robaws(invoice)
    assert (shown["status"], shown["sentToAccountant"]) == ("betaald", True)


def test_a_conflict_tells_both_amounts_each_time(firm: World) -> None:
    other = {"EntryID": "11111111-2222-3333-4444-555555555555", "EntryNumber": 77, "AmountFC": 1}
    firm.demo.exact.after.append(when(lambda: says({"d": other}, 201), **POST))
    invoice = ready(firm)[0]
    (row,) = firm.json("send", invoice, code=1)
    (again,) = firm.json("send", invoice, code=1)
    assert (row["state"], row["message"]) == ("conflict", again["message"])
    assert "77" in row["message"]


def test_an_interrupted_run_prints_what_it_took(make_firm: Callable[..., World]) -> None:
    firm = make_firm()
    process = firm.start("send", "--all-ready", "--json")
    firm.demo.exact.after.append(when(lambda: process.send_signal(signal.SIGTERM), times=1, **POST))
    out, err = process.communicate(timeout=60)
    rows = json.loads(out)
    assert process.returncode == 0, err
    assert rows
    assert all(row["state"] == "done" for row in rows)
    assert len(rows) < len(firm.json("invoices", "--state", "ready"))
