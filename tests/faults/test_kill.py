"""kill -9 at every call that makes something, then run again: everything exactly once, nothing lost.

The whole sweep is marked `faults`; ROBEXACT_FAULT_STEP=6 takes a sixth of its kill points (the runs
that are killed again and again meet every one of them all the same). A few run always.
"""

import os
import signal
from collections import Counter
from random import Random

import pytest
from batch import RUNS, SIZE, Batch
from checker import ATTACHMENTS, DOCUMENTS, RESOURCES, Checker, right_files

POSTS = 184
"""60 entries, 60 documents, 60 files, 4 relations."""
CALLS = {"POST": POSTS, "PATCH": SIZE}
ACCEPTED = POSTS + SIZE
STEP = int(os.environ.get("ROBEXACT_FAULT_STEP", "1"))
KILLED = -signal.SIGKILL


def points(last: int) -> list[int]:
    """Every n of 1..last, or the STEP-th part of them: drawn, since three calls an invoice and a step of six would
    meet entries only."""
    return sorted(Random(STEP).sample(range(1, last + 1), -(-last // STEP)))


def sweep(method: str) -> list[object]:
    return [pytest.param(method, n, marks=pytest.mark.faults, id=f"{method}-{n}") for n in points(CALLS[method])]


def always(*chosen: tuple[str, int]) -> list[object]:
    return [pytest.param(method, n, id=f"{method}-{n}-always") for method, n in chosen]


def recovers(batch: Batch, checker: Checker) -> None:
    """The program is run again until it is done; then nothing is double, lost or different."""
    batch.no_more_kills()
    runs = batch.send_until_done()
    assert checker.faults() == [], [run.err for run in runs]
    assert len(runs) <= RUNS
    assert {run.code for run in runs} <= {0, 1}
    assert runs[-1].code == 0


def test_what_is_compared_with(batch: Batch, checker: Checker) -> None:
    """The undisturbed sending itself: both kinds, credit notes, relations to create, each file as Robaws has it."""
    assert Counter(batch.world.robaws(key)["sentToAccountant"] for key in batch.invoices) == {False: SIZE}
    assert len(checker.posts) == POSTS
    assert Counter(checker.posts)[DOCUMENTS] == Counter(checker.posts)[ATTACHMENTS] == SIZE
    assert Counter(checker.posts)["crm/Accounts"] == len(checker.expected["relations"]) == 4
    assert set(RESOURCES.values()) < set(checker.posts)
    credits_ = Counter((entry[0], entry[5].startswith("-")) for entry in checker.expected["entries"])
    assert min(credits_[kind, credit] for kind in RESOURCES for credit in (True, False)) >= 5
    assert Counter(digest for _, _, digest in checker.expected["files"].elements()) == right_files(batch)
    assert sum(checker.expected["entries"].values()) == SIZE


@pytest.mark.parametrize(("method", "n"), [*always(("POST", 1), ("PATCH", 30)), *sweep("POST"), *sweep("PATCH")])
def test_killed_before_it_is_done(batch: Batch, checker: Checker, method: str, n: int) -> None:
    batch.kill_at("before", method, n.__eq__)
    assert batch.send().code == KILLED
    recovers(batch, checker)


@pytest.mark.parametrize(("method", "n"), [*always(("POST", 92)), *sweep("POST"), *sweep("PATCH")])
def test_killed_when_it_is_done(batch: Batch, checker: Checker, method: str, n: int) -> None:
    """It is booked, and the answer never leaves."""
    batch.kill_at("after", method, n.__eq__)
    assert batch.send().code == KILLED
    recovers(batch, checker)


@pytest.mark.parametrize(("method", "n"), [*always(("POST", POSTS)), *sweep("POST"), *sweep("PATCH")])
def test_dies_between_answer_and_commit(batch: Batch, checker: Checker, method: str, n: int) -> None:
    assert batch.send("die_after_answer", method, str(n)).code == KILLED
    recovers(batch, checker)


@pytest.mark.parametrize("n", [pytest.param(n, marks=pytest.mark.faults) for n in points(ACCEPTED)])
def test_dies_when_a_success_is_recorded(batch: Batch, checker: Checker, n: int) -> None:
    """What follows from it (the link to a created relation, the document of an entry) is made up for."""
    assert batch.send("die_after_accepted", str(n)).code == KILLED
    recovers(batch, checker)


@pytest.mark.faults
@pytest.mark.parametrize(
    ("moment", "method", "k"),
    [
        ("after", "POST", 1),
        ("after", "POST", 4),
        ("before", "POST", 2),
        ("before", "POST", 5),
        ("after", "PATCH", 1),
        ("before", "PATCH", 2),
    ],
)
def test_killed_again_and_again(batch: Batch, checker: Checker, moment: str, method: str, k: int) -> None:
    """Each k-th call of all runs kills, so also what was being made up for is cut off; `after` 1 meets every call."""
    batch.kill_at(moment, method, lambda nth: nth % k == 0)
    sent_until_it_lives(batch)
    recovers(batch, checker)


@pytest.mark.faults
@pytest.mark.parametrize(
    "crash", [("die_after_answer", "POST", "1"), ("die_after_accepted", "1")], ids=lambda it: it[0]
)
def test_dies_again_and_again(batch: Batch, checker: Checker, crash: tuple[str, ...]) -> None:
    """Each run dies after its first call: all of them, one after the other, are met."""
    sent_until_it_lives(batch, *crash)
    recovers(batch, checker)


def sent_until_it_lives(batch: Batch, *crash: str) -> None:
    for _ in range(4 * ACCEPTED):
        if batch.send(*crash).code != KILLED:
            return
    pytest.fail(f"killed {4 * ACCEPTED} times, and no end")


def test_two_at_the_same_time(batch: Batch, checker: Checker) -> None:
    both = [batch.start("send", "--all-ready", "--json") for _ in range(2)]
    codes = sorted(batch.nursery.wait(process).code for process in both)
    assert codes == [0, 4]
    assert checker.faults() == []


@pytest.mark.parametrize(
    ("resource", "complaint"),
    [*((resource, "files: lost") for resource in RESOURCES.values()), (DOCUMENTS, "files: too many")],
)
def test_without_the_intent_it_goes_wrong(batch: Batch, checker: Checker, resource: str, complaint: str) -> None:
    """The proof that these runs would notice: the commit of the intent is taken out, and the checker complains.

    A document is there twice. An entry is not, since the feed shows it as a stranger's (`already_in_exact`): it is
    lost to the program, which never brings its document.
    """
    n = checker.posts.index(resource) + 1
    batch.kill_at("after", "POST", n.__eq__)
    assert batch.send("forget_intents").code == KILLED
    batch.no_more_kills()
    for _ in range(RUNS):
        batch.send("forget_intents")
    assert [fault for fault in checker.faults() if fault.startswith(complaint)] != []
