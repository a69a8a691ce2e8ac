"""Confirming, watching and ending a send."""
