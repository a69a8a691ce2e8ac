"""English. The tab Grootboek."""

SENTENCES: dict[str, str] = {}
