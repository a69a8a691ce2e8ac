"""Where the data lie: the platform's own place for programs, never Documents, which cloud folders copy while open."""

from pathlib import Path

from robexact_desktop.domain.errors import DatabaseError

NAME = "RobExact Desktop"


def data_folder(override: Path | None = None) -> Path:
    """The data folder, made where it is missing, for this user only. Raises DatabaseError."""
    folder = override if override is not None else _platform_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(file=folder, reason="denied", detail=error) from error
    return folder


def _platform_folder() -> Path:
    from platformdirs import user_data_path  # not needed where --data-dir is given

    return user_data_path(NAME, appauthor=False, roaming=False)
