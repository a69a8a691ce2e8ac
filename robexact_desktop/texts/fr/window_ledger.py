"""French. The tab Grootboek."""

SENTENCES: dict[str, str] = {}
