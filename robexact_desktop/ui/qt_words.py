"""Qt's own words (Knippen, Kopiëren, the buttons of a file dialog) in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from robexact_desktop.texts import Language

NAME = "qt_words"


def translate_qt(application: QApplication, language: Language) -> None:
    """From the tables that Qt ships; they replace those of the window before. Qt itself speaks English."""
    if (before := application.findChild(QTranslator, NAME)) is not None:
        application.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    made = QTranslator(application)
    made.setObjectName(NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language is not Language.EN and made.load(f"qtbase_{language.value}", folder):
        application.installTranslator(made)
