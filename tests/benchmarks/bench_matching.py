"""10,000 relations of Robaws against 50,000 accounts of Exact (product.md section 5). Prints figures, judges nothing.

Names are made of trades, surnames and towns, so that words repeat as they do in life; two in three relations are in
Exact, some by number, some by name only, some with a typing error or another legal form.
"""

import random
from dataclasses import replace
from time import process_time

from benchmarks.figures import Figure, best_of

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


def figures() -> list[Figure]:
    rng = random.Random(20260105)
    accounts = [account(number, rng) for number in range(50_000)]
    known = rng.sample(accounts, 6_667) + [None] * 3_333
    relations = [relation(number, one, rng) for number, one in enumerate(known)]

    one_pass, _ = best_of(
        5, lambda: [(one.id, one.name, one.vat_number, one.country, one.postcode) for one in relations]
    )
    load, index = best_of(3, lambda: Index(accounts))
    rules, matching = best_of(9, lambda: match(relations, index, {}))
    traces, _ = best_of(1, lambda: index.likeness)
    single = []
    for one in relations[:2_000]:  # a collection before each would take most of the time
        start = process_time()
        candidates(one, index)
        single.append(process_time() - start)
    single.sort()
    crowd = Index([replace(one, name="Diverse klanten") for one in accounts[:1500]] + accounts[1500:])
    many = replace(relations[0], name="Diverse klanten NV")
    candidates(many, crowd)
    shared, _ = best_of(5, lambda: candidates(many, crowd))
    bulk, found = best_of(2, lambda: candidates_of_all(relations, index))
    right = sum(
        any(candidate.account_id == one.id for candidate in found[other.id])
        for one, other in zip(known, relations, strict=True)
        if one is not None
    )
    return [
        Figure("index of 50,000 accounts", 1_000 * load, "ms"),
        Figure("certain rules, 10,000 relations", 1_000 * rules, "ms", 50),
        Figure("  of one pass over them", rules / one_pass, "x"),
        Figure("  linked", len(matching.linked), ""),
        Figure("  asked", len(matching.asked), ""),
        Figure("traces of 50,000 names, at the first suggestion", 1_000 * traces, "ms"),
        Figure("one suggestion, median", 1_000 * single[1_000], "ms", 2),
        Figure("one suggestion, 99 %", 1_000 * single[1_980], "ms", 2),
        Figure("one suggestion, worst of 2,000", 1_000 * single[-1], "ms"),
        Figure("a name that 1,500 accounts have", 1_000 * shared, "ms", 2),
        Figure("suggestions for all 10,000", bulk, "s", 2),
        Figure("  the account meant is among five, of 6,667", right, ""),
    ]
