"""English. The tab Instellingen: the pages after Verbinding."""

SENTENCES: dict[str, str] = {
    "window.settings.none": "not filled in",
    "window.settings.blocked": "blocked in Exact",
    "window.settings.not_on_a_line": "not allowed on an invoice line",
    "window.settings.accounts": "GL accounts",
    "window.settings.use_gl_accounts.what": (
        "On: the account of line, article or supplier goes first. Off: only the default accounts and what "
        "you choose by hand."
    ),
    "window.settings.relations": "Relation not yet in Exact?",
    "window.settings.create_relations.ask": "Ask",
    "window.settings.create_relations.ask.what": "default; the invoice waits until you link or create",
    "window.settings.create_relations.always": "Create when sending",
    "window.settings.create_relations.always.what": (
        "only where VAT number and name find nothing; shown in the preview first"
    ),
    "window.settings.create_relations.never": "Never create",
    "window.settings.create_relations.never.what": "the invoice stays until the relation is linked",
    "window.settings.with_it": "What goes with the entry",
    "window.settings.attach_documents.what": "the PDF of the invoice is attached to the entry in Exact",
    "window.settings.use_cost_centers.what": "projects of Robaws become cost centers, activities cost units",
    "window.settings.approval": "Purchase invoice not yet approved in Robaws",
    "window.settings.approval.wait": "Wait with sending",
    "window.settings.approval.wait.what": "default; the invoice becomes ready once approved",
    "window.settings.approval.hold": "Book, hold the payment",
    "window.settings.approval.hold.what": (
        "with the condition below; after the approval the entry gets its real condition"
    ),
    "window.settings.approval.send": "Just send",
    "window.settings.approval.send.what": "the approval in Robaws is not looked at",
    "window.settings.holding.hint": "only a condition with method cash holds a payment",
    "window.settings.does_not_hold": "does not hold a payment",
    "window.settings.method.B": "on credit",
    "window.settings.method.I": "collection",
    "window.settings.method.K": "cash",
    "window.settings.method.Q": "payment service",
    "window.settings.method.other": "method {letter}",
    "window.settings.default_journals": "Default journals",
    "window.settings.default_journals.what": (
        "For invoices without a journal in Robaws. Only journals of the right kind are shown."
    ),
    "window.settings.as_invoices": "the same as the invoices",
    "window.settings.robaws_journals": "Journals of Robaws",
    "window.settings.robaws_journals.what": (
        "A Robaws journal goes to the one you choose, else to the Exact journal with the same code. Where "
        "nothing fits the invoice waits; it never goes silently to the default journal."
    ),
    "window.settings.column.robaws_journal": "Journal in Robaws",
    "window.settings.column.code": "Code",
    "window.settings.column.exact_journal": "Journal in Exact",
    "window.settings.column.then": "Consequence",
    "window.settings.by_code": "by its code",
    "window.settings.goes_to": "booked in {journal}",
    "window.settings.fits_nothing": "{journal} fits nothing: invoices wait",
    "window.settings.no_code": "no code: the default journal",
    "window.settings.no_robaws_journals": "Not fetched from Robaws yet: press Refresh.",
    "window.settings.conditions.what": (
        "Without a link the entry gets the condition of the relation in Exact, with a remark in the preview."
    ),
    "window.settings.column.robaws_condition": "Condition in Robaws",
    "window.settings.column.days": "Days",
    "window.settings.column.exact_condition": "Condition in Exact",
    "window.settings.condition_of_account": "that of the relation in Exact",
    "window.settings.mapped": "linked",
    "window.settings.with_remark": "with a remark",
    "window.settings.no_robaws_conditions": "Not fetched from Robaws yet: press Refresh.",
    "window.settings.after_sending": "After sending",
    "window.settings.after_sending.what": (
        "To accountant always becomes Yes. Where you choose a status the invoice gets it in Robaws too; "
        "never over a status that means paid there."
    ),
    "window.settings.after_paying": "After the payment",
    "window.settings.after_paying.what": (
        "Once a sales invoice is fully matched in Exact it gets this status in Robaws. A partial payment "
        "changes nothing there."
    ),
    "window.settings.no_status": "leave the status alone",
    "window.settings.no_paid_status": "Choose a status: without one Robaws does not show a paid invoice as paid.",
    "window.settings.status_unseen": "“{status}” stands on no invoice in Robaws. Check the spelling.",
    "window.settings.period": "Period",
    "window.settings.period.what": (
        "Exact itself gives the period of each invoice date. This setting checks it, and holds only where "
        "Exact does not show its table."
    ),
    "window.settings.period.differs": (
        "This setting says something else than Exact. Booking follows Exact; adapt the setting."
    ),
    "window.settings.period.absent": "not in Exact",
    "window.settings.period.unread": "not fetched yet",
    "window.settings.year_begins": "months; so your book year begins in {month}",
    "window.settings.year_period": "{year}, period {period}",
    "window.settings.column.invoice_date": "Invoice date",
    "window.settings.column.by_setting": "By this setting",
    "window.settings.column.in_exact": "In Exact",
    "window.settings.column.equal": "Comparison",
    "window.settings.equal": "equal",
    "window.settings.differs": "differs",
    "window.settings.closed": "Is the period closed or unknown in Exact?",
    "window.settings.closed_period.block": "Block and let me choose",
    "window.settings.closed_period.block.what": "default; nothing changes without you",
    "window.settings.closed_period.next_open": "Book in the next open period",
    "window.settings.closed_period.next_open.what": "the preview shows both periods, with a remark",
    "window.settings.purchase_period": "Book a purchase in the period of",
    "window.settings.purchase_period_date.invoice": "the invoice date",
    "window.settings.purchase_period_date.invoice.what": "default",
    "window.settings.purchase_period_date.booking": "the booking date",
    "window.settings.purchase_period_date.booking.what": "the invoice date itself stays the same",
    "window.settings.numbers": "Entry number",
    "window.settings.numbers.what": (
        "Off: the invoice number becomes the entry number. A number that exists or does not fit is told before sending."
    ),
    "window.settings.column.in_robaws": "In Robaws",
    "window.settings.column.number": "Number",
    "window.settings.column.becomes_number": "Entry number in Exact",
    "window.settings.column.becomes_ref": "Your ref. in Exact",
    "window.settings.number.sales": "Sales invoice",
    "window.settings.number.purchase": "Purchase invoice",
    "window.settings.own_number": "{number} (own no. {own})",
    "window.settings.exact_assigns": "assigned by Exact",
    "window.settings.first_day": "First day",
    "window.settings.book_from.hint": "older invoices are not offered; empty: all invoices",
    "window.settings.day": "dd/mm/yyyy",
    "window.settings.touched": "Changed by {who} on {when:moment}.",
    "window.settings.appearance": "Appearance",
    "window.settings.appearance.system": "As the system",
    "window.settings.appearance.light": "Light",
    "window.settings.appearance.dark": "Dark",
    "window.settings.language": "Language",
    "window.settings.language.later": "holds from the next start",
    "window.settings.month.1": "January",
    "window.settings.month.2": "February",
    "window.settings.month.3": "March",
    "window.settings.month.4": "April",
    "window.settings.month.5": "May",
    "window.settings.month.6": "June",
    "window.settings.month.7": "July",
    "window.settings.month.8": "August",
    "window.settings.month.9": "September",
    "window.settings.month.10": "October",
    "window.settings.month.11": "November",
    "window.settings.month.12": "December",
}
