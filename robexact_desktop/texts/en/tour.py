"""English. The demo's tour."""

SENTENCES = {
    "demo.banner": ("This is the demo: company, figures, Robaws and Exact are imaginary. Nothing is really booked."),
    "tour.step": "Step {step} of {steps}: {title}",
    "tour.connect.title": "Signing in",
    "tour.connect.done": "Connected to the demo of Exact, administration {division}.",
    "tour.import.title": "Importing",
    "tour.import.done": (
        "{gl_accounts} GL accounts, {vat_codes} VAT codes, {journals} journals and {periods} periods from "
        "Exact; {sales_invoices} sales invoices and {purchase_invoices} purchase invoices from Robaws."
    ),
    "tour.match.title": "Linking",
    "tour.match.done": "{linked} relations linked for certain, {unlinked} are left to you.",
    "tour.match.rule": "{count} x {rule}",
    "tour.match.left": "{name}: {reason}",
    "tour.check.title": "Checking",
    "tour.check.done": (
        "{ready} invoices ready, of which {warned} with a remark; {blocked} wait. Ready are "
        "{sales_total} of sales and {purchase_total} of purchases, including VAT."
    ),
    "tour.check.left": "{number}, {relation}, {total:amount}: {reason}",
    "tour.send.title": "Sending",
    "tour.send.done": (
        "{booked} invoices booked in Exact, {sales_total} of sales and {purchase_total} of purchases; {left} not."
    ),
    "tour.send.left": "{number}, {relation}, {total:amount}: {reason}",
    "tour.send.proof": "Sending again books nothing more: {booked} booked, {entries} bookings in Exact.",
    "tour.payments.title": "Payments",
    "tour.payments.done": (
        "{paid} invoices paid (matched) and shown so in Robaws, {partial} partly paid, {open} open; "
        "{reopened} open again."
    ),
    "tour.screen.saved": "Picture saved: {file}",
    "tour.end": 'Done. All of it stands in the history; "--demo --reset" starts afresh.',
    "tour.no_screen": "No screen here: the demo does the work in a window drawn in memory.",
    "tour.pictures": "The pictures are in {folder}.",
}
