"""Puts this folder on the path, so that tests say `from builders import sales_invoice`."""
