"""Start to a window with the last data, beside a bare PySide6 window: processes of their own, the best of several.

From the start of the process to the first frame on the screen that is drawn in memory. Both import PySide6 and open an
application; the bare one shows an empty QMainWindow of the same size. The disk's cache is warm for both, and both find
their modules compiled, as an installed program does.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figure

TIMES = 7
ROOT = Path(__file__).resolve().parents[2]

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
window.repaint()
"""

OURS = """
import sys
from pathlib import Path
from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.office import Office
from robexact_desktop import window as room
app = room.application()
window = room.main_window(Office(Path(sys.argv[1]), platform_secrets), sys.argv[2], demo=False)
window.show()
app.processEvents()
window.repaint()
import os
assert window.present.table.rows.rowCount(), "nothing to see"
sys.stdout.flush()
os._exit(0)
"""


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder, environment = _furnished(Path(name))
        compiled = {"PYTHONPYCACHEPREFIX": str(Path(name) / "compiled")}
        _seconds(compiled, BARE)
        _seconds(compiled, OURS, str(folder), environment)
        bare, ours = [], []
        for _ in range(TIMES):  # by turns, so that a busy moment of the machine meets both
            bare.append(_seconds(compiled, BARE))
            ours.append(_seconds(compiled, OURS, str(folder), environment))
        nothing = min(_seconds(compiled, "pass") for _ in range(TIMES))
    return [
        Figure("Python alone", 1000 * nothing, "ms"),
        Figure("a bare PySide6 window", 1000 * min(bare), "ms"),
        Figure("our window with the last data", 1000 * min(ours), "ms", 1.1 * 1000 * min(bare)),
    ]


def _furnished(folder: Path) -> tuple[Path, str]:
    """The demo's data, everything fetched; its services are closed again."""
    from robexact_desktop.app import open_office
    from robexact_desktop.services.refresh import refresh

    with open_office(folder, demo=True) as office:
        environment = office.environments()[0]
        with office.alone(), office.workplace(environment) as work:
            refresh(work)
        return office.folder, environment


def _seconds(compiled: dict[str, str], program: str, *arguments: str) -> float:
    surroundings = {**os.environ, **compiled, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", program, *arguments], env=surroundings, check=True)
    return perf_counter() - begin
