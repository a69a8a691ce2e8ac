"""One writing process for each data folder, and where that folder is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from robexact_desktop.adapters.folders import data_folder
from robexact_desktop.adapters.lock import FILE, InstanceLock
from robexact_desktop.domain.errors import BusyError, DatabaseError

HOLDS = """
import pathlib, sys
from robexact_desktop.adapters.lock import InstanceLock
with InstanceLock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDS, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "held"
    return child


def test_a_second_process_is_told_who_is_at_work(tmp_path: Path) -> None:
    with holder(tmp_path) as child:
        for _ in range(2):
            with pytest.raises(BusyError) as told, InstanceLock(tmp_path):
                pass
            assert told.value.facts == {"pid": str(child.pid)}
        child.communicate("")
    with InstanceLock(tmp_path):
        assert (tmp_path / FILE).read_text() == str(os.getpid())


def test_a_killed_holder_frees_it_at_once(tmp_path: Path) -> None:
    with holder(tmp_path) as child:
        child.kill()
        child.wait()
        with InstanceLock(tmp_path):
            pass


def test_the_same_process_holds_it_once(tmp_path: Path) -> None:
    with InstanceLock(tmp_path), pytest.raises(BusyError), InstanceLock(tmp_path):
        pass


def test_it_is_free_after_an_error_inside(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), InstanceLock(tmp_path):
        raise ValueError("inside")
    with InstanceLock(tmp_path):
        pass


@pytest.mark.parametrize("left", [b"", b"4194304", b"\xff\x00not a pid"])
def test_what_a_crash_left_in_the_file_locks_nothing(tmp_path: Path, left: bytes) -> None:
    (tmp_path / FILE).write_bytes(left)
    with InstanceLock(tmp_path):
        assert (tmp_path / FILE).read_text() == str(os.getpid())


def test_folders_lock_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with InstanceLock(tmp_path / "one"), InstanceLock(tmp_path / "two"):
        pass


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError), InstanceLock(tmp_path / "nowhere"):
        pass


def test_the_data_folder_is_made_for_this_user_only(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "deep" / "down")
    assert folder.is_dir()
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
    assert data_folder(folder) == folder


def test_a_file_in_the_place_of_the_data_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError):
        data_folder(tmp_path / "file")


def test_the_platforms_folder_is_not_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = data_folder()
    assert folder.is_relative_to(tmp_path)
    assert folder.name == "RobExact Desktop"
    assert "Documents" not in folder.parts
