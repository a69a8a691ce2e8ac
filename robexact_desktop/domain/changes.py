"""What a job changed, so that each tab decides for itself whether to read again."""

from enum import Flag, auto


class Changed(Flag):
    NOTHING = 0
    INVOICES = auto()
    RELATIONS = auto()
    LEDGER = auto()
    MAPPINGS = auto()
    SETTINGS = auto()
    PAYMENTS = auto()
    CONNECTION = auto()


EVERYTHING = (
    Changed.INVOICES
    | Changed.RELATIONS
    | Changed.LEDGER
    | Changed.MAPPINGS
    | Changed.SETTINGS
    | Changed.PAYMENTS
    | Changed.CONNECTION
)
