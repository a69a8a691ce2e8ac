"""Every sentence in English, by topic."""

from robexact_desktop.texts.en import (
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
    window,
    window_activate,
    window_invoices,
    window_ledger,
    window_outcomes,
    window_preview,
    window_relations,
    window_sending,
    window_settings,
    window_settings_more,
    window_settings_pages,
    window_vat,
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
    | window.SENTENCES
    | window_invoices.SENTENCES
    | window_preview.SENTENCES
    | window_sending.SENTENCES
    | window_outcomes.SENTENCES
    | window_relations.SENTENCES
    | window_vat.SENTENCES
    | window_ledger.SENTENCES
    | window_settings.SENTENCES
    | window_settings_more.SENTENCES
    | window_settings_pages.SENTENCES
    | window_activate.SENTENCES
)
