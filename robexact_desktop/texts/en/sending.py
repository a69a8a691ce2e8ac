"""English. What came of sending, payments, and the mail about it."""

SENTENCES = {
    "send.booked": "Booked as entry {number} in journal {journal}.",
    "send.found": "Stood in Exact already as entry {number}: looked up and taken over, not booked again.",
    "send.unknown_until": "Uncertain: looked up at {time:time}. Until then the invoice is not sent again.",
    "send.unknown_clean_once": (
        "Exact does not hold the booking yet; it is looked up once more at {time:time}, and only then may be "
        "sent again."
    ),
    "send.conflict_shown": (
        "Decide: Exact holds booking {number} in journal {journal} for {theirs:amount}, this invoice is "
        "{ours:amount}. Nothing was booked."
    ),
    "send.conflict_several": (
        "Decide: Exact holds several bookings with invoice number {reference} of this relation: {numbers}. "
        "Nothing was booked."
    ),
    "send.adopted": "Linked to entry {number}, which stood in Exact already.",
    "send.to_be_resent": "Queued again, as you decided.",
    "send.skipped": "Skipped, as you decided: nothing was booked.",
    "resolve.gone": "Not linked: the entry is no longer in Exact. Choose to send again.",
    "resolve.several": (
        "Not linked: Exact holds several entries of this invoice ({numbers}). Delete those too many there and"
        " choose again."
    ),
    "resolve.still_there": (
        "Not sent again: entry {number} still stands in Exact and is this invoice's. Delete it in Exact, or link it."
    ),
    "send.blocked": "Not sent: {reason}",
    "held.books": (
        "Not sent: a setting or link that decides this booking has changed since the preview. Look at the "
        "invoice again."
    ),
    "held.refused": 'Not sent: {service:word} refused: "{message}". The invoice is still waiting.',
    "held.deleted": "Not sent: the invoice no longer exists in Robaws.",
    "held.already_sent": "Not sent: Robaws already shows the invoice as Naar boekhouder = Yes.",
    "held.equal_refusal": 'Not sent: stopped because Exact refused similar invoices already: "{message}"',
    "send.queued": "Queued: Exact surely did not receive the invoice ({reason:reason}). Run it again.",
    "send.waits_for": "Waits for {operation:operation}: {reason}",
    "relation.booked": "Relation {name} created in Exact.",
    "relation.contested": "Not sent: Exact already holds a relation that may be {relation}. Link it with the pencil.",
    "document.booked": "Document attached in Exact.",
    "write_back.done": "Robaws shows Naar boekhouder = Yes and status {status}.",
    "write_back.done_no_status": "Robaws shows Naar boekhouder = Yes.",
    "write_back.later": "Booked; Robaws does not know yet: {reason:reason}. It is tried again.",
    "write_back.left": "Booked; Robaws shows the invoice as paid, so its status was left.",
    "send.amounts_differ": (
        "Booked, but Exact shows {theirs:amount} and the invoice says {ours:amount}: difference "
        "{difference:amount}. Look at entry {number}."
    ),
    "send.vat_differs": (
        "Booked, but Exact shows {theirs:amount} VAT on code {code} and the invoice gives {ours:amount}. "
        "Look at entry {number}."
    ),
    "send.type_differs": "Booked, but Exact does not show entry {number} as a credit note. Look at the booking.",
    "send.verified": "Read back in Exact: total and VAT are right to the cent.",
    "send.released": "Approval given: the payment of entry {number} is released.",
    "release.no_condition": ("Approval given, but the payment stays held: map this invoice's payment condition first."),
    "send.release_failed": "Approval given, but the payment is still held: {reason}",
    "send.summary": (
        "{booked} booked, {refused} refused, {unknown} uncertain, {conflict} to decide, {blocked} not send."
    ),
    "send.nothing": "There is nothing to send.",
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
    "send.refused": 'Exact refused: "{message}"',
    "send.other_number": (
        "Booked as entry {given}, not as {asked} that was asked for. The invoice number stands in your ref."
    ),
    "held.changed": "Not sent: changed in Robaws since the preview ({fields:fields}). Look at the invoice again.",
    "send.stopped": "Not sent: the run stopped ({reason:stop}). The invoice still stands ready.",
    "stop.unreachable": "a service does not answer",
    "stop.limit_spent": "today's calls are spent",
    "stop.sign_in_needed": "you are no longer signed in",
    "stop.refused": "a service refused",
    "stop.unreadable": "an answer could not be read",
    "stop.settings": "a setting is not right",
    "stop.database": "a file cannot be used",
    "stop.busy": "another window is at work",
    "stop.no_conflict": "there is nothing to decide",
    "send.unknown": "Uncertain: Exact did not answer. The invoice is looked up first, and not sent again until then.",
    "send.conflict": (
        "Decide: in its place Exact holds a booking of {found_amount:amount}, this invoice is "
        "{sent_amount:amount}. It was not booked again."
    ),
    "send.differs": "Booked, but Exact shows something else: {differences:differences}. Look at the booking.",
    "document.later": "Booked; the document follows later: {reason:reason}.",
    "document.missing": "Booked without a document: Robaws gave no file.",
    "document.type": "Booked without a document: Exact does not take this kind of file ({type}).",
    "document.queued": "Booked; the document is sent next time.",
    "document.sending": "Booked; the document is still on its way.",
    "document.unknown": "Booked; the document is uncertain and is looked up first.",
    "document.conflict": "Booked; the document asks for a decision.",
    "document.refused": 'Booked; Exact refused the document: "{message}"',
    "write_back.unanswered": "Booked; Robaws did not answer to Naar boekhouder = Yes. It is tried again.",
    "write_back.refused": 'Booked; Robaws refused Naar boekhouder = Yes: "{message}". It is tried again.',
    "write_back.not_shown": (
        "Booked; Robaws took Naar boekhouder = Yes but does not show it. Set it in Robaws by hand or check the rights."
    ),
    "relation.queued": "The invoice waits: relation {name} is not created in Exact yet.",
    "relation.sending": "The invoice waits: relation {name} is being created in Exact.",
    "relation.unknown": "The invoice waits: relation {name} may be created in Exact and is looked up first.",
    "relation.conflict": "The invoice waits: relation {name} may exist in Exact already: link it with the pencil.",
    "relation.refused": 'The invoice waits: Exact refused relation {name}: "{message}"',
}
