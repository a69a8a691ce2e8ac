"""English. Why Exact refuses, and what helps."""

SENTENCES = {
    "refusal.period_closed.cause": "The period is closed in Exact for this journal.",
    "refusal.period_closed.fix": "Choose an open period by hand, or reopen the period in Exact.",
    "refusal.period_missing.cause": "The financial year or period is not created in Exact.",
    "refusal.period_missing.fix": (
        "Create the financial year in Exact's period-date table and import the periods again."
    ),
    "refusal.number_taken.cause": "This entry number is in use in Exact already.",
    "refusal.number_taken.fix": (
        "The invoice is looked up in Exact first: if it is the same, link it; else it gets another number."
    ),
    "refusal.exists.cause": "Exact already holds something with the same code.",
    "refusal.exists.fix": "Import the data again and link to what is there already.",
    "refusal.out_of_balance.cause": "The booking does not balance in Exact: VAT and total are rounded differently.",
    "refusal.out_of_balance.fix": (
        "See in the preview which line carries the last cent, check the VAT codes and send again."
    ),
    "refusal.vat_inclusive.cause": "The VAT code counts with amounts including VAT.",
    "refusal.vat_inclusive.fix": "Choose a code of the type excluding VAT on the VAT tab.",
    "refusal.vat_amount_not_allowed.cause": 'The VAT code is of the type "no VAT" and allows no VAT amount.',
    "refusal.vat_amount_not_allowed.fix": "Choose a VAT code with a percentage for this VAT tariff.",
    "refusal.vat_journal.cause": "This journal allows no VAT codes.",
    "refusal.vat_journal.fix": "Choose a sales or purchase journal.",
    "refusal.vat_code.cause": (
        "The VAT code is unknown or inactive in Exact, or its percentage does not hold on this date."
    ),
    "refusal.vat_code.fix": "Import the VAT codes again and choose a code on the VAT tab.",
    "refusal.gl_type.cause": "This GL account (bank, cash, customers, suppliers, VAT) may not stand on a line.",
    "refusal.gl_type.fix": "Choose a revenue or cost account.",
    "refusal.gl_unknown.cause": "The GL account does not exist in Exact (any more).",
    "refusal.gl_unknown.fix": "Import the GL accounts again and choose another.",
    "refusal.journal.cause": "The journal is missing, does not exist or is of the wrong type.",
    "refusal.journal.fix": "Import the journals again and choose a journal of the right type.",
    "refusal.relation_role.cause": "The relation is not a customer (or supplier) in Exact.",
    "refusal.relation_role.fix": "Make the relation a customer or supplier in Exact, or link another.",
    "refusal.receivable_account.cause": "The receivables account of the relation is not that of the journal.",
    "refusal.receivable_account.fix": (
        "Choose another journal, or change the receivables account of the relation in Exact."
    ),
    "refusal.relation_gone.cause": "The relation does not exist in Exact (any more).",
    "refusal.relation_gone.fix": "Link the relation anew with the pencil.",
    "refusal.relation_data.cause": (
        "A field of the relation (e-mail, phone or number) has a form that Exact does not take."
    ),
    "refusal.relation_data.fix": "Correct the field in Robaws and import the relations again.",
    "refusal.payment_condition.cause": "The payment condition is missing or unknown in Exact.",
    "refusal.payment_condition.fix": "Map the payment condition in the settings, or set a default in Exact.",
    "refusal.cost_center.cause": "The cost center or unit is missing, does not exist or is inactive.",
    "refusal.cost_center.fix": "Map the project or activity on the page Cost centers, or choose one by hand.",
    "refusal.document_type.cause": "The signed-in user may not create this type of document.",
    "refusal.document_type.fix": (
        "Sign in with a regular user of Exact who may create documents. The booking itself is not refused."
    ),
    "refusal.rights.cause": "The signed-in user or your app does not have this right.",
    "refusal.rights.fix": "See the list of rights in the settings and give the right in Exact.",
    "refusal.division.cause": "The consent does not cover this administration.",
    "refusal.division.fix": "Withdraw the app in Exact's security centre and connect anew, with all administrations.",
    "refusal.login.cause": "The login to Exact is no longer accepted.",
    "refusal.login.fix": "Sign in again; nothing was sent twice.",
    "refusal.login_too_early.cause": "Exact renews a login only after nine and a half minutes.",
    "refusal.login_too_early.fix": "Wait a moment; it goes on by itself.",
    "refusal.limit.cause": "Exact allows no more calls at this moment.",
    "refusal.limit.fix": "Wait a moment; it goes on by itself.",
    "refusal.processed.cause": "The booking is processed in Exact already and can no longer be changed.",
    "refusal.processed.fix": "Change it in Exact itself, for instance by a counter entry.",
    "refusal.document_file.cause": "Exact does not take this file.",
    "refusal.document_file.fix": "Replace the document by a PDF of at most 7 MB.",
    "refusal.currency.cause": "The currency is not active in this administration of Exact.",
    "refusal.currency.fix": "Activate the currency in Exact.",
    "refusal.program.cause": "Exact does not understand the request of this program: that is our fault, not yours.",
    "refusal.program.fix": 'Use "mail to support"; nothing was booked.',
    "refusal.unknown.cause": "Exact says: {message}",
    "refusal.unknown.fix": 'Look for the cause in Exact; "mail to support" carries these words as they are.',
}
