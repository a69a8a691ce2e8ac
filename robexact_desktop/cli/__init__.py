"""The command line of product.md section 4: a contract to the letter. Imports no QtGui, so it runs without a screen."""

from robexact_desktop.cli.main import main

__all__ = ["main"]
