"""`python tests/benchmarks [NAME ...]`: the measures of product.md section 5, or those named (`calls`, `pace`, ...).

Prints figures and judges nothing: none of this is a test. A measure is a module `bench_NAME.py` with `figures()`.
"""

# ruff: noqa: T201 - a benchmark speaks on the terminal

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]


def main(names: list[str]) -> None:
    from benchmarks.figures import table

    known = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    for name in names or known:
        print(f"== {name}\n{table(import_module(f'benchmarks.bench_{name}').figures())}\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
