"""The languages of the program; Dutch is the first."""

from enum import StrEnum


class Language(StrEnum):
    NL = "nl"
    FR = "fr"
    EN = "en"
