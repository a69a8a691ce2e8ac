"""`python -m robexact_desktop`, and the entry of the installed program."""

import sys

from robexact_desktop.cli import main as run


def main() -> None:
    sys.exit(run())


if __name__ == "__main__":
    main()
