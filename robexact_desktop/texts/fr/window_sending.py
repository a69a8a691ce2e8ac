"""French. Confirming, watching and ending a send."""

SENTENCES: dict[str, str] = {}
