"""English. What came of sending, payments, and the mail about it."""

SENTENCES = {
    "sent.booked": "Booked as entry {number} in journal {journal}.",
    "sent.booked_other_number": (
        "Booked as entry {number} in journal {journal}, not as {wanted} that was asked for. The invoice "
        "number stands in your ref."
    ),
    "sent.found": "Stood in Exact already as entry {number}: looked up and taken over, not booked again.",
    "sent.refused": 'Exact refused: "{message}" {cause} {fix}',
    "sent.refused_unknown": 'Exact refused: "{message}" {fix}',
    "sent.unknown": "Uncertain: looked up at {time:time}. Until then the invoice is not sent again.",
    "sent.unknown_clean_once": (
        "Exact does not hold the booking yet; it is looked up once more at {time:time}, and only then may be "
        "sent again."
    ),
    "sent.conflict": (
        "Decide: Exact holds booking {number} in journal {journal} for {theirs:amount}, this invoice is "
        "{ours:amount}. Nothing was booked."
    ),
    "sent.conflict_several": (
        "Decide: Exact holds several bookings with invoice number {reference} of this relation: {numbers}. "
        "Nothing was booked."
    ),
    "sent.adopted": "Linked to entry {number}, which stood in Exact already.",
    "sent.to_be_resent": "Queued again, as you decided.",
    "sent.skipped": "Skipped, as you decided: nothing was booked.",
    "sent.blocked": "Not sent: {reason}",
    "sent.held_changed": "Not sent: changed in Robaws since the preview ({fields}). Look at the invoice again.",
    "sent.held_books": (
        "Not sent: a setting or link that decides this booking has changed since the preview. Look at the "
        "invoice again."
    ),
    "sent.deleted": "Not sent: the invoice no longer exists in Robaws.",
    "sent.already_sent": "Not sent: Robaws already shows the invoice as Naar boekhouder = Yes.",
    "sent.stopped": 'Not sent: stopped because Exact refused similar invoices already: "{message}"',
    "sent.queued": "Queued: Exact surely did not receive the invoice ({reason:reason}). Run it again.",
    "sent.waits_for": "Waits for {operation:operation}: {reason}",
    "sent.account_created": "Relation {name} created in Exact.",
    "sent.account_contested": (
        "Not sent: Exact already holds a relation that may be {relation}. Link it with the pencil."
    ),
    "sent.document_attached": "Document attached in Exact.",
    "sent.document_failed": "Booked; the document is not in Exact yet: {reason}",
    "sent.document_missing": "Robaws gave no file for this invoice; nothing is attached.",
    "sent.document_type": "The file in Robaws is no PDF or JPEG; it is not attached.",
    "sent.document_refused": 'Exact refused the document: "{message}"',
    "sent.document_pending": "The document follows with the next send.",
    "sent.differs": "Take care: in Exact entry {number} stands otherwise than it was sent ({differences}).",
    "sent.written_back": "Robaws shows Naar boekhouder = Yes and status {status}.",
    "sent.written_back_no_status": "Robaws shows Naar boekhouder = Yes.",
    "sent.write_back_pending": "Booked; Robaws does not know yet: {reason:reason}. It is tried again.",
    "sent.write_back_not_visible": (
        "Booked; Robaws took the change but does not show it ({field:field}). Set it in Robaws by hand or "
        "check the rights."
    ),
    "sent.write_back_left": "Booked; Robaws shows the invoice as paid, so its status was left.",
    "sent.amounts_differ": (
        "Booked, but Exact shows {theirs:amount} and the invoice says {ours:amount}: difference "
        "{difference:amount}. Look at entry {number}."
    ),
    "sent.vat_differs": (
        "Booked, but Exact shows {theirs:amount} VAT on code {code} and the invoice gives {ours:amount}. "
        "Look at entry {number}."
    ),
    "sent.type_differs": "Booked, but Exact does not show entry {number} as a credit note. Look at the booking.",
    "sent.verified": "Read back in Exact: total and VAT are right to the cent.",
    "sent.released": "Approval given: the payment of entry {number} is released.",
    "sent.release_failed": "Approval given, but the payment is still held: {reason}",
    "sent.summary": (
        "{booked} booked, {refused} refused, {unknown} uncertain, {conflict} to decide, {blocked} not sent."
    ),
    "sent.nothing": "There is nothing to send.",
    "payment.told": "{open_amount:amount} open",
    "payment.written_back": "Robaws shows the invoice as paid.",
    "payment.reopened_told": (
        "The payment was undone in Exact: {open_amount:amount} is open again. Robaws may still show it as paid."
    ),
    "payment.no_paid_status": "The paid status is not set: Robaws is not updated.",
    "payment.status_never_seen": 'Status "{status}" was not seen on any invoice in Robaws yet: check its spelling.',
    "payment.incomplete": "The payments could not be read in full: nothing was changed.",
    "mail.subject": "{environment}: {count} invoices not booked",
    "mail.intro": "While sending on {when} these invoices were not booked or ask for a decision:",
    "mail.row": "{number} ({relation}): {state}. {message}",
    "mail.failed": "The mail could not be sent: {reason:reason}. It goes with the next run that sends.",
    "mail.test": "This is a test message of RobExact Desktop: the mail settings work.",
}
