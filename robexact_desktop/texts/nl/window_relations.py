"""Dutch. The tab Relaties and its pencil."""

SENTENCES: dict[str, str] = {}
