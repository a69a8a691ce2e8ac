"""The dry run (`check --all`) without the start of a process, whole and in its parts."""

from collections.abc import Iterator

from benchmarks.calls import ready_to_send
from benchmarks.figures import Figure, best_of
from benchmarks.worlds import free_world
from world import ENVIRONMENT, World

from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.domain.booking import book
from robexact_desktop.office import Office
from robexact_desktop.services.prepare_entries import prepare, prepare_entries
from robexact_desktop.texts import Language, problem_fix, problem_message

BUDGET = {1_000: 1.0}
TIMES = 3


def figures() -> list[Figure]:
    return [figure for count in (1_000, 10_000) for figure in _of(count)]


def _of(count: int) -> list[Figure]:
    with free_world() as world:
        ready_to_send(world, count, documents=False)
        return list(_measured(world, count))


def _measured(world: World, count: int) -> Iterator[Figure]:
    whole, ran = best_of(TIMES, lambda: world.run("check", "--all", "--json"))
    assert len(ran.document) == count
    yield Figure(f"{count:,} invoices: check --all --json", whole, "s", BUDGET.get(count))
    with Office(world.folder, platform_secrets).workplace(ENVIRONMENT, offline=True) as work:
        reading, invoices = best_of(TIMES, work.stores.invoices.all)
        prepared, rows = best_of(TIMES, lambda: prepare_entries(work, invoices))
        snapshot, books = best_of(TIMES, work.stores.books.read)
        outbox, _ = best_of(TIMES, lambda: work.stores.outbox.of_each([invoice.id for invoice in invoices]))
        booking, _ = best_of(TIMES, lambda: [book(invoice, books) for invoice in invoices])
        stating, _ = best_of(TIMES, lambda: [prepare(invoice, books, {}) for invoice in invoices])
        payload, _ = best_of(TIMES, lambda: [work.payloads.entry_payload(row.entry) for row in rows])
        why, _ = best_of(TIMES, lambda: [work.payloads.why(row.entry) for row in rows])
        telling = [problem for row in rows for problem in row.problems]
        texts, _ = best_of(
            TIMES, lambda: [(problem_message(one, Language.NL), problem_fix(one, Language.NL)) for one in telling]
        )
    parts = {
        "invoices from the cache": reading,
        "prepare_entries": prepared,
        "  snapshot of the books": snapshot,
        "  outbox": outbox,
        "  book": booking,
        "  state": stating - booking,
        "payload": payload,
        "why": why,
        f"{len(telling)} problems told": texts,
    }
    for name, seconds in parts.items():
        yield Figure(f"  {name}", seconds, "s")
