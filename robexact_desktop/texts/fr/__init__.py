"""Every sentence in French, by topic."""

from robexact_desktop.texts.fr import (
    command_line,
    errors,
    problems_parties,
    problems_values,
    progress,
    refusals,
    rules,
    sending,
    settings,
    tour,
    words,
)

SENTENCES = (
    problems_values.SENTENCES
    | problems_parties.SENTENCES
    | rules.SENTENCES
    | errors.SENTENCES
    | refusals.SENTENCES
    | words.SENTENCES
    | settings.SENTENCES
    | progress.SENTENCES
    | sending.SENTENCES
    | command_line.SENTENCES
    | tour.SENTENCES
)
