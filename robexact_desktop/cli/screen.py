"""Whether a window can open here, found out before Qt is asked: without a library it ends the whole process."""

import ctypes
import os
import sys

FOR_ANY_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What QtGui and QtWidgets load, and the Debian package that brings it."""

FOR_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What its plugin for X11 loads besides."""

DRAWN_IN_MEMORY = ("offscreen", "minimal")


def has_screen() -> bool:
    """Windows and macOS have one; Linux where a display is named and Qt is not told to draw in memory."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in DRAWN_IN_MEMORY:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def lacking(*, screen: bool) -> list[str]:
    """The Debian packages that a window lacks here; empty elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**FOR_ANY_WINDOW, **(FOR_A_SCREEN if screen and os.environ.get("DISPLAY") else {})}
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
