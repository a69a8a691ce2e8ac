"""Both services of the imaginary firm, running on this machine; their state is kept in a folder between starts."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from robexact_desktop.demo.exact import ExactServer, ExactState
from robexact_desktop.demo.firm import Firm, plant
from robexact_desktop.demo.robaws import RobawsServer, RobawsState
from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import Running, serve

CLIENT_ID = "{d0c5e5b0-6f3e-4f7e-9d43-0d3f0e3a7c11}"
REDIRECT_URI = "https://demo.robexact.example/aangemeld"
"""https, as Exact demands; the page need not exist, since its address is pasted."""

CALLS_A_MINUTE = 600
"""Ten times what Exact allows, so that a look at the demo takes a minute; the pace of calls follows what is stated."""

SECRETS = {"robaws.api_key": "demo-key", "robaws.api_secret": "demo-secret", "exact.client_secret": "demo-app-secret"}
FOLDER = "services"
FILE = "services.db"


@dataclass(slots=True)
class Demo:
    """Close it: threads and files stay open until then."""

    firm: Firm
    exact: ExactServer
    robaws: RobawsServer
    exact_at: Running
    robaws_at: Running
    rows: Rows

    def settings(self) -> Mapping[str, Any]:
        """The settings of the first environment, with the addresses of this start."""
        tree = dict(self.firm.settings)
        tree["robaws"] = {**tree["robaws"], "base_url": self.robaws_at.url}
        tree["exact"] = {
            **tree["exact"],
            "base_url": self.exact_at.url,
            "client_id": CLIENT_ID,
            "redirect_uri": REDIRECT_URI,
        }
        return tree

    def addresses(self) -> Mapping[str, Any]:
        """What changes from start to start: everything else may have been changed by the user."""
        return {"robaws": {"base_url": self.robaws_at.url}, "exact": {"base_url": self.exact_at.url}}

    def consent(self, address: str) -> str:
        """The address that the browser ends on, were a person to agree on the page at `address`."""
        return self.exact.consent(address)

    def customers_pay(self, entries: Mapping[str, Decimal], on: date) -> None:
        """Some of the customers pay: the bank lines are matched in Exact. Amounts by EntryID."""
        for entry, amount in entries.items():
            self.exact.state.pay(self.firm.divisions[0], entry, amount, on)

    def close(self) -> None:
        self.exact_at.close()
        self.robaws_at.close()
        self.rows.close()


def start(
    folder: Path,
    clock: Callable[[], datetime],
    *,
    reset: bool = False,
    calls_a_minute: int = CALLS_A_MINUTE,
    calls_a_second: int = 100,
    **switches: Any,
) -> Demo:
    """Plant the firm where there is none yet, and serve both services on free ports of the loopback address.

    `switches` are those of `ExactServer`.
    """
    home = folder / FOLDER
    if reset:
        shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)
    rows = Rows(home / FILE)
    exact, robaws = ExactState(rows, clock), RobawsState(rows, clock)
    firm = _firm(rows, exact, robaws, clock().date())
    exact_server = ExactServer(
        exact,
        client_id=CLIENT_ID,
        client_secret=SECRETS["exact.client_secret"],
        redirect_uris=(REDIRECT_URI, "http://127.0.0.1:*/aangemeld"),
        loopback_redirects=True,
        show_address=True,
        per_minute=calls_a_minute,
        clock=clock,
        **switches,
    )
    robaws_server = RobawsServer(
        robaws,
        api_key=SECRETS["robaws.api_key"],
        api_secret=SECRETS["robaws.api_secret"],
        clock=clock,
        per_second=calls_a_second,
    )
    return Demo(firm, exact_server, robaws_server, serve(exact_server), serve(robaws_server), rows)


def _firm(rows: Rows, exact: ExactState, robaws: RobawsState, today: date) -> Firm:
    """What was planted at the first start; a planting that is cut off leaves nothing, and begins anew."""
    if kept := rows.get("demo", "firm", "1"):
        return _from_row(kept)
    with rows.transaction():
        firm = plant(exact, robaws, today)
        rows.put("demo", "firm", "1", json.loads(json.dumps(asdict(firm), default=list)))
    return firm


def _from_row(row: Mapping[str, Any]) -> Firm:
    kept = dict(row)
    for name in ("divisions", "to_send", "to_create"):
        kept[name] = tuple(kept[name])
    return Firm(**kept | {"warnings": frozenset(kept["warnings"])})
