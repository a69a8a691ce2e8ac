"""kill -9 at every call that makes something, then run again: everything exactly once, nothing lost."""
from batch import Batch
from checker import Checker, right_files
from collections import Counter
import time

def test_undisturbed(batch: Batch, checker: Checker) -> None:
    t = time.time()
    print(Counter(i.partition("/")[0] for i in batch.invoices))
    runs = batch.send_until_done()
    print(time.time()-t, len(runs), runs[0].code, runs[0].err[-300:])
    print(checker.faults())
    print(Counter(r.resource for r in batch.world.posts()))
    print(Counter(r["kind"] for r in batch.operations()))
    print(Counter(d for _,_,d in checker.expected["files"].elements()) == right_files(batch))
    print(list(checker.expected["entries"])[0])
    print(checker.expected["relations"], list(checker.expected["marks"])[:3])
    assert 0
