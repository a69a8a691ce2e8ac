"""The only threads (QtCore only)."""
