"""Activating: the own app in Exact, the sign-in by pasted address, and the secrets that are typed and never shown."""
