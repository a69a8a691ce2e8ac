"""One writing process for each data folder, by a lock of the operating system: free at once after a kill.

QLockFile was measured to stay locked for ever on an empty file, and on a reused process id (reliability 2.4).
"""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from robexact_desktop.domain.errors import BusyError, DatabaseError

FILE = "instance.lock"

LOCKED_BYTE = 1 << 30
"""Windows lets nobody read what is locked; far behind the end of the file the process id stays readable."""

HELD_BY_ANOTHER = frozenset({errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
"""The first on POSIX, the others on Windows. Anything else: a disk that knows no locks."""

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class InstanceLock:
    """Held from `with` to its end. The file stays: removing it would let two processes lock two files of one name."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._handle: int | None = None

    def __enter__(self) -> Self:
        """Raises BusyError with the process id of who holds it."""
        handle = self._open()
        try:
            _lock(handle)
        except OSError as error:
            pid = _read_pid(handle)
            os.close(handle)
            if error.errno not in HELD_BY_ANOTHER:
                raise DatabaseError(file=self._path.name, reason="disk", detail=error) from error
            raise BusyError(pid=pid) from None
        self._handle = handle
        _write_pid(handle)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            _unlock(handle)
            os.close(handle)

    @staticmethod
    def is_ours(busy: BusyError) -> bool:
        """Whether this same process holds it already, further up."""
        return busy.facts["pid"] == str(os.getpid())

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise DatabaseError(file=self._path.name, reason="denied", detail=error) from error


def _read_pid(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, 20).decode("ascii", "replace").strip()


def _write_pid(handle: int) -> None:
    """For the message only; a full disk leaves it empty, the lock holds all the same."""
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode("ascii"))
    except OSError:
        return
