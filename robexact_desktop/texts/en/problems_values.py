"""English. What stands in the way of a booking, and what helps: journal, period, account, VAT, amounts, costs."""

SENTENCES = {
    "problem.vat_unmapped.message": (
        "VAT tariff {tariff} of Robaws is not mapped to a VAT code of Exact for {side:word}."
    ),
    "problem.vat_unmapped.fix": (
        "Choose the VAT code with the pencil on the VAT tab; a percentage alone decides nothing, since 0 % "
        "has many codes."
    ),
    "problem.vat_unmapped.no_tariff.message": "Line {line} has no VAT tariff in Robaws.",
    "problem.vat_unmapped.no_tariff.fix": (
        "Set the VAT tariff on the line in Robaws, or choose the VAT code here by hand."
    ),
    "problem.vat_unmapped.unknown.message": "VAT code {code} does not exist in this administration of Exact.",
    "problem.vat_unmapped.unknown.fix": "Import the VAT codes again and choose one that exists.",
    "problem.vat_blocked.message": "VAT code {code} ({name}) is blocked in Exact.",
    "problem.vat_blocked.fix": (
        "Choose another VAT code on the VAT tab, or unblock this one in Exact and import the VAT codes again."
    ),
    "problem.vat_direction.sales.message": "VAT code {code} ({name}) is for purchases only; this is a sales invoice.",
    "problem.vat_direction.sales.fix": "Choose a VAT code for sales on the VAT tab.",
    "problem.vat_direction.purchase.message": (
        "VAT code {code} ({name}) is for sales only; this is a purchase invoice."
    ),
    "problem.vat_direction.purchase.fix": "Choose a VAT code for purchases on the VAT tab.",
    "problem.vat_inclusive.message": (
        "VAT code {code} ({name}) counts with amounts including VAT; Robaws gives amounts excluding VAT."
    ),
    "problem.vat_inclusive.fix": "Choose a VAT code of the type excluding VAT.",
    "problem.gl_missing.none.message": "Line {line} has no GL account, and no default is set.",
    "problem.gl_missing.none.fix": "Set the default GL account, or choose one here by hand.",
    "problem.gl_missing.unknown.message": "GL account {account} does not exist in this administration of Exact.",
    "problem.gl_missing.unknown.fix": "Import the GL accounts again, or choose another account.",
    "problem.gl_blocked.message": "GL account {account} ({name}) is blocked in Exact.",
    "problem.gl_blocked.fix": (
        "Choose another GL account, or unblock this one in Exact and import the GL accounts again."
    ),
    "problem.gl_type.message": (
        "GL account {account} ({name}) is for bank, cash, customers, suppliers or VAT; such an account may "
        "not stand on an invoice line."
    ),
    "problem.gl_type.fix": "Choose a revenue or cost account.",
    "problem.journal_missing.none.message": "No default journal is set, and the journal in Robaws has no code.",
    "problem.journal_missing.none.fix": "Choose the default journal in the settings.",
    "problem.journal_missing.unknown.message": (
        "Journal {journal} does not exist in this administration of Exact. Another journal is never chosen by itself."
    ),
    "problem.journal_missing.unknown.fix": (
        "Map the journal of Robaws to one of Exact in the settings, or correct its code in Robaws."
    ),
    "problem.journal_blocked.message": "Journal {journal} ({name}) is blocked in Exact.",
    "problem.journal_blocked.fix": (
        "Choose another journal, or unblock this one in Exact and import the journals again."
    ),
    "problem.journal_type.sales.message": "Journal {journal} ({name}) is not a sales journal.",
    "problem.journal_type.sales.fix": "Choose a journal of the type sales in the settings.",
    "problem.journal_type.purchase.message": "Journal {journal} ({name}) is not a purchase journal.",
    "problem.journal_type.purchase.fix": "Choose a journal of the type purchase in the settings.",
    "problem.period_missing.message": "Exact has no period that holds {date:day}.",
    "problem.period_missing.fix": (
        "Create the financial year and period in Exact and import the periods again, or choose a period here by hand."
    ),
    "problem.period_missing.hand.message": "Period {period} does not exist in Exact.",
    "problem.period_missing.hand.fix": "Choose a period from the list of Exact.",
    "problem.period_closed.message": "Period {period} is closed in Exact for journal {journal}.",
    "problem.period_closed.fix": (
        'Choose an open period here, set "next open period", or reopen the period in Exact. The VAT return '
        "of that period may be filed already."
    ),
    "problem.totals_differ.net.message": (
        "The lines add up to {computed:amount} excluding VAT, but the invoice says {stated:amount}: "
        "difference {difference:amount}."
    ),
    "problem.totals_differ.vat.message": (
        "The VAT per rate gives {computed:amount}, but the invoice says {stated:amount}: difference "
        "{difference:amount}."
    ),
    "problem.totals_differ.fix": (
        "Check the lines, VAT tariffs and totals of the invoice in Robaws. Nothing is booked as long as they differ."
    ),
    "problem.totals_differ.net_cents.message": (
        "The lines add up to {computed:amount} excluding VAT, the invoice says {stated:amount}: "
        "{difference:amount} goes to the largest line."
    ),
    "problem.totals_differ.net_cents.fix": "Nothing to do: Exact gets the total of the invoice, to the cent.",
    "problem.totals_differ.vat_cents.message": (
        "The VAT per rate gives {computed:amount}, the invoice says {stated:amount} (rounded per line): "
        "{difference:amount} goes to the largest line of the rate."
    ),
    "problem.totals_differ.vat_cents.fix": "Nothing to do: Exact gets the VAT of the invoice, to the cent.",
    "problem.cost_center_required.message": (
        "GL account {account} ({name}) demands a cost center, and the line has none."
    ),
    "problem.cost_center_required.fix": "Choose a cost center here by hand, or set a project on the line in Robaws.",
    "problem.cost_unit_required.message": "GL account {account} ({name}) demands a cost unit, and the line has none.",
    "problem.cost_unit_required.fix": "Choose a cost unit here by hand, or set an activity on the line in Robaws.",
    "problem.cost_center_forbidden.cost_center.message": (
        "GL account {account} allows no cost center: cost center {code} is left out."
    ),
    "problem.cost_center_forbidden.cost_unit.message": (
        "GL account {account} allows no cost unit: cost unit {code} is left out."
    ),
    "problem.cost_center_forbidden.fix": (
        "To book it all the same, choose another GL account or change the account in Exact."
    ),
    "problem.cost_center_code.cost_center.message": "Cost center {code} does not exist in Exact.",
    "problem.cost_center_code.cost_unit.message": "Cost unit {code} does not exist in Exact.",
    "problem.cost_center_code.ended.message": "{code} ended in Exact on {end:day}, before the invoice date.",
    "problem.cost_center_code.fix": (
        "Link the project or activity to an existing code on the page Cost centers, or create the code in Exact."
    ),
}
