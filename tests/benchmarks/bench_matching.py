"""10,000 relations of Robaws against 50,000 accounts of Exact (product.md section 5). Prints figures, judges nothing.

Names are made of trades, surnames and towns, so that words repeat as they do in life; two in three relations are in
Exact, some by number, some by name only, some with a typing error or another legal form.
"""

# ruff: noqa: T201 - a benchmark speaks on the terminal

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Index, candidates, candidates_of_all, match
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Relation

_TRADES = """Bouwwerken Dakwerken Elektro Loodgieterij Schrijnwerkerij Schilderwerken Garage Tuinen Algemene-Bouw
Installaties Verwarming Sanitair Ramen Vloeren Technieken Projecten Transport Verhuur Immo Metaalbouw Isolatie"""
_ROOTS = "Jans Peet Maes Jacob Mert Will Goos Wout Claes Meul Vermeul Dehaen Lambr Lenaer Coppen Verbruggh"
_ENDS = "sens ens ers man eyns aert in ck el mans ot ier eau ing sma brecht"
TRADES, ROOTS, ENDS = _TRADES.split(), _ROOTS.split(), _ENDS.split()
FORMS = ("BV", "BVBA", "NV", "VOF", "B.V.", "")
Result = TypeVar("Result")


def account(number: int, rng: random.Random) -> Account:
    surname = rng.choice(ROOTS) + rng.choice(ENDS) + rng.choice(("", "", "-" + rng.choice(ROOTS) + rng.choice(ENDS)))
    words = [
        rng.choice(TRADES),
        surname,
        rng.choice(("", "", "& Zonen", rng.choice(TRADES), rng.choice("ABCDEFG") + ".")),
        rng.choice(FORMS),
    ]
    vat = f"BE 0{400 + number // 1000 % 600}.{number % 1000:03}.{rng.randrange(1000):03}"
    return Account(
        AccountId(f"guid-{number}"),
        str(number).rjust(18),
        " ".join(word for word in words if word),
        vat_number=vat if rng.random() < 0.8 else "",
        country="BE",
        postcode=str(1000 + rng.randrange(1100) * 8),
        city="Gent",
        status="C",
    )


def relation(number: int, known: Account | None, rng: random.Random) -> Relation:
    known = known or account(100_000 + number, rng)
    name = known.name
    if (dice := rng.random()) < 0.3:
        name = name.upper()
    elif dice < 0.5 and len(name) > 6:
        at = rng.randrange(2, len(name) - 2)
        name = name[:at] + name[at + 1 :]
    return Relation(
        RelationId(f"{'supplier' if number % 4 == 0 else 'client'}/{number}"),
        str(number),
        name,
        vat_number=known.vat_number.replace(" ", "").replace(".", "") if rng.random() < 0.9 else "",
        country="BE",
        postcode=known.postcode,
        city="Gent",
    )


def measured(work: Callable[[], Result], times: int = 5) -> tuple[float, Result]:
    """The best of some runs, in milliseconds of this process: what else the machine does is not counted."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best * 1000, result


def main() -> None:
    rng = random.Random(20260105)
    accounts = [account(number, rng) for number in range(50_000)]
    known = rng.sample(accounts, 6_667) + [None] * 3_333
    relations = [relation(number, one, rng) for number, one in enumerate(known)]

    one_pass, _ = measured(lambda: [(one.id, one.name, one.vat_number, one.country, one.postcode) for one in relations])
    load, index = measured(lambda: Index(accounts), 3)
    print(f"index of 50,000 accounts            {load:8.1f} ms")
    rules, matching = measured(lambda: match(relations, index, {}), 9)
    print(f"certain rules, 10,000 relations     {rules:8.1f} ms   (budget 50; {rules / one_pass:.1f} x one pass)")
    by_rule = {rule: sum(link.rule is rule for link in matching.linked) for rule in {ln.rule for ln in matching.linked}}
    print(f"  linked {len(matching.linked)} {dict(sorted(by_rule.items()))}, asked {len(matching.asked)}")
    traces, _ = measured(lambda: index.likeness, 1)
    print(f"traces of 50,000 names              {traces:8.1f} ms   (once, at the first suggestion)")
    single = []
    for one in relations[:2000]:
        start = time.process_time()
        candidates(one, index)
        single.append((time.process_time() - start) * 1000)
    single.sort()
    print(f"one suggestion: median {single[1000]:.3f}, 99 % {single[1980]:.3f}, worst {single[-1]:.3f} ms   (budget 2)")
    crowd = Index([replace(one, name="Diverse klanten") for one in accounts[:1500]] + accounts[1500:])
    many = replace(relations[0], name="Diverse klanten NV")
    candidates(many, crowd)
    print(f"  a name that 1,500 accounts have: {measured(lambda: candidates(many, crowd))[0]:.3f} ms")
    bulk, found = measured(lambda: candidates_of_all(relations, index), 2)
    print(f"suggestions for all 10,000          {bulk:8.1f} ms   (budget 2000)")
    right = sum(
        any(candidate.account_id == one.id for candidate in found[other.id])
        for one, other in zip(known, relations, strict=True)
        if one is not None
    )
    print(f"  the account meant is among five for {right} of 6667")


if __name__ == "__main__":
    main()
