"""Puts this folder on the path, so that tests say `from builders import sales_invoice`."""

from hypothesis import settings

settings.register_profile("shared_cores", deadline=None)
settings.load_profile("shared_cores")
