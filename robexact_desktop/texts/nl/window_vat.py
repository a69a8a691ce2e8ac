"""Dutch. The tab Btw and its pencil."""

SENTENCES: dict[str, str] = {}
