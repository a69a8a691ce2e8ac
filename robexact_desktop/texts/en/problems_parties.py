"""English. What stands in the way of a booking, and what helps: number, relation, payment, document, approval."""

SENTENCES = {
    "problem.draft.message": "The invoice is still a draft in Robaws: it has no number or no total yet.",
    "problem.draft.fix": "Make the invoice definitive in Robaws, then refresh the list.",
    "problem.relation_unlinked.ask.message": "{relation} is not linked to a relation in Exact yet.",
    "problem.relation_unlinked.ask.fix": "Link the relation with the pencil, or have it created in Exact.",
    "problem.relation_unlinked.always.message": (
        "{relation} is not linked and cannot be created: its data from Robaws is missing here."
    ),
    "problem.relation_unlinked.always.fix": (
        "Import the customers and suppliers again, or link the relation with the pencil."
    ),
    "problem.relation_unlinked.never.message": (
        "{relation} is not linked yet; the setting says that relations are never created."
    ),
    "problem.relation_unlinked.never.fix": (
        "Link the relation with the pencil; create it in Exact first where needed."
    ),
    "problem.relation_unlinked.gone.message": "The relation that {relation} was linked to no longer exists in Exact.",
    "problem.relation_unlinked.gone.fix": "Link the relation anew with the pencil.",
    "problem.relation_ambiguous.message": (
        "More than one relation in Exact may be {relation}, or name and VAT number contradict each other."
    ),
    "problem.relation_ambiguous.fix": "Compare them with the pencil and link the right one.",
    "problem.relation_role.sales.message": "Relation {account} ({name}) is not a customer in Exact.",
    "problem.relation_role.sales.fix": (
        "Set the status of the relation to customer in Exact, or link another relation."
    ),
    "problem.relation_role.purchase.message": "Relation {account} ({name}) is not a supplier in Exact.",
    "problem.relation_role.purchase.fix": "Tick supplier on the relation in Exact, or link another relation.",
    "problem.relation_blocked.message": "Relation {account} ({name}) is blocked in Exact.",
    "problem.relation_blocked.fix": "Unblock the relation in Exact, or link another one.",
    "problem.number_taken.message": (
        "Exact already holds booking {number} in journal {journal} (your ref. {reference}) with total "
        "{theirs:amount}; this invoice is {ours:amount}."
    ),
    "problem.number_taken.fix": "Compare the two and correct the number in Robaws or the booking in Exact.",
    "problem.already_in_exact.message": (
        "This invoice stands in Exact already: booking {number} in journal {journal}, same relation and same "
        "total ({theirs:amount}). It is not booked again."
    ),
    "problem.already_in_exact.fix": "Link the invoice to that booking.",
    "problem.number_not_integer.no_digits.message": (
        "Invoice number {number} holds no digits and so cannot be an entry number."
    ),
    "problem.number_not_integer.too_large.message": (
        "Invoice number {number} gives an entry number above {largest}, the highest that Exact takes."
    ),
    "problem.number_not_integer.shared.message": (
        "Invoice number {number} gives entry number {digits}, and so does {others}: all of them wait."
    ),
    "problem.number_not_integer.fix": (
        "Correct the number in Robaws, or let Exact assign the entry number (setting). The invoice number "
        "stays in your ref."
    ),
    "problem.currency_unknown.message": "Currency {currency} is not active in this administration of Exact.",
    "problem.currency_unknown.fix": "Activate the currency in Exact and import the data again.",
    "problem.payment_reference_invalid.message": (
        "Structured communication {reference} has a wrong check digit; the payment will not be matched by "
        "itself in Exact."
    ),
    "problem.payment_reference_invalid.fix": (
        "Correct the communication in Robaws. Otherwise it is booked as it stands there."
    ),
    "problem.payment_condition_unmapped.message": (
        "Payment condition {condition} of Robaws is not mapped to one of Exact: that of the relation in Exact applies."
    ),
    "problem.payment_condition_unmapped.unknown.message": (
        "Payment condition {condition} does not exist in Exact: that of the relation in Exact applies."
    ),
    "problem.payment_condition_unmapped.fix": "Choose the payment condition in the settings, or here by hand.",
    "problem.document_missing.message": (
        "This purchase invoice has no document in Robaws: it is booked without an attachment."
    ),
    "problem.document_missing.fix": "Add the document in Robaws and refresh, or add it in Exact after booking.",
    "problem.document_type.message": "The document of this invoice is no PDF or image; Exact does not take it.",
    "problem.document_type.fix": (
        "Replace the document by a PDF in Robaws, or switch off sending documents in the settings."
    ),
    "problem.approval_open.message": "The approval of this invoice is not given in Robaws yet, or was rejected.",
    "problem.approval_open.fix": "Wait for the approval in Robaws; after that the invoice is ready by itself.",
    "problem.iban_differs.message": (
        "The bank account of the supplier in Robaws ({ours}) differs from that in Exact ({theirs})."
    ),
    "problem.iban_differs.fix": (
        "Call the supplier on a number that you knew already, before you pay: a changed bank account may be fraud."
    ),
}
