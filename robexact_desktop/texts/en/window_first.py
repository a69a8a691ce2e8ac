"""English. The first start, step by step."""

SENTENCES: dict[str, str] = {
    "window.first.nothing_booked": "Nothing is booked yet. You can always stop and go on later.",
    "window.first.which": "Step {number} of {count}",
    "window.first.step_state": "Step {number} of {count}, {name}: {state}",
    "window.first.done": "done",
    "window.first.now": "now",
    "window.first.not_yet": "later",
    "window.first.later": "Later",
    "window.first.next": "Next",
    "window.first.back": "Back",
    "window.first.finish": "Finish the first start",
    "window.first.stop": "To the window",
    "window.first.stop.what": (
        "What you fill in is kept at once. You find these steps again in the menu and under Settings."
    ),
    "window.first.step.books": "Whose books",
    "window.first.step.robaws": "Robaws",
    "window.first.step.app": "Own app in Exact",
    "window.first.step.sign_in": "Signing in to Exact",
    "window.first.step.import": "Reading the data",
    "window.first.step.journals": "Journals and accounts",
    "window.first.step.vat": "Mapping VAT tariffs",
    "window.first.step.first_day": "Booking from",
    "window.first.books.title": "Whose books are these?",
    "window.first.books.what": (
        "Each Robaws is an environment with its own books in Exact. You make another one later under Settings."
    ),
    "window.first.begin.what": (
        "You make the key and the secret in Robaws for a user of its own. Everything is only read until you "
        "send invoices yourself."
    ),
    "window.first.country.hint": "Exact Belgium and Exact Netherlands are separate systems.",
    "window.first.name.hint": "for instance the name of the company",
    "window.first.consequence": "Then you test the connection to Robaws.",
    "window.first.create": "Keep and go on",
    "window.first.robaws.title": "The connection to Robaws",
    "window.first.robaws.what": (
        "You make the key and the secret in Robaws for a user of its own. The test reads the VAT tariffs and "
        "changes nothing."
    ),
    "window.first.robaws.test": "Test Robaws",
    "window.first.robaws.keys": "Enter key and secret",
    "window.first.app.title": "Your own app in Exact",
    "window.first.app.what": (
        "RobExact uses an app that you register with Exact yourself. So you hold the key. You do this once."
    ),
    "window.first.app.keep": "Keep and go on",
    "window.first.sign_in.title": "Signing in to Exact Online",
    "window.first.sign_in.what": (
        "RobExact books under your own Exact user. Only Exact sees your password. Then choose the company."
    ),
    "window.first.import.title": "Reading the data",
    "window.first.import.what": (
        "Journals, accounts, VAT codes and relations from Exact, invoices and tariffs from Robaws. Nothing is changed."
    ),
    "window.first.import.act": "Read the data",
    "window.first.import.begins": "Being prepared …",
    "window.first.import.nothing": (
        "Nothing has been read yet. The first time takes a few minutes; you can go on meanwhile."
    ),
    "window.first.import.here": (
        "Read: {journals} journals, {accounts} ledger accounts, {vat_codes} VAT codes and {invoices} invoices."
    ),
    "window.first.journals.title": "Journals and accounts",
    "window.first.journals.what": (
        "Where an invoice goes when Robaws names no journal or account. All four choices other than credit "
        "notes are needed."
    ),
    "window.first.vat.title": "Mapping VAT tariffs",
    "window.first.vat.what": (
        "Each tariff of Robaws gets a VAT code of Exact, apart for sales and purchases. Nothing is guessed."
    ),
    "window.first.vat.sales": "Sales: {mapped} of {count} tariffs mapped",
    "window.first.vat.purchase": "Purchases: {mapped} of {count} tariffs mapped",
    "window.first.vat.unread": "The tariffs have not been read yet.",
    "window.first.vat.waiting": "Invoices that wait for a VAT code: {count}. Tariffs that nobody uses may stay open.",
    "window.first.vat.none_waiting": "No invoice waits for a VAT code. Tariffs that nobody uses may stay open.",
    "window.first.vat.open": "To the tab VAT",
    "window.first.first_day.title": "From which day do you book here?",
    "window.first.first_day.what": "Older invoices are not offered. Choose the first day that is not in Exact yet.",
    "window.first.coupling": "The link with Exact in Robaws itself is switched off",
    "window.first.coupling.what": (
        "Two links would book each invoice twice. Switch it off in Robaws; then choose the day here."
    ),
}
