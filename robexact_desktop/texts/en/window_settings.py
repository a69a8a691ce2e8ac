"""English. The tab Instellingen."""

SENTENCES: dict[str, str] = {}
