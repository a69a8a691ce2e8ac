"""French. The tab Instellingen."""

SENTENCES: dict[str, str] = {}
