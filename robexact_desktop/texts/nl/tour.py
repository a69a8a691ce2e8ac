"""Dutch. The demo's tour."""

SENTENCES = {
    "demo.banner": ("Dit is de demo: bedrijf, cijfers, Robaws en Exact zijn verzonnen. Er wordt niets echt geboekt."),
    "tour.step": "Stap {step} van {steps}: {title}",
    "tour.connect.title": "Aanmelden",
    "tour.connect.done": "Verbonden met de demo van Exact, administratie {division}.",
    "tour.import.title": "Importeren",
    "tour.import.done": (
        "{gl_accounts} grootboekrekeningen, {vat_codes} btw-codes, {journals} dagboeken en {periods} "
        "perioden uit Exact; {sales_invoices} verkoopfacturen en {purchase_invoices} aankoopfacturen uit "
        "Robaws."
    ),
    "tour.match.title": "Koppelen",
    "tour.match.done": "{linked} relaties zeker gekoppeld, {unlinked} laten we aan u over.",
    "tour.match.rule": "{count} x {rule}",
    "tour.match.left": "{name}: {reason}",
    "tour.check.title": "Nakijken",
    "tour.check.done": (
        "{ready} facturen klaar, waarvan {warned} met een opmerking; {blocked} wachten. Klaar is samen "
        "{sales_total} verkoop en {purchase_total} aankoop, inclusief btw."
    ),
    "tour.check.left": "{number}, {relation}, {total:amount}: {reason}",
    "tour.send.title": "Versturen",
    "tour.send.done": (
        "{booked} facturen geboekt in Exact, samen {sales_total} verkoop en {purchase_total} aankoop; {left} niet."
    ),
    "tour.send.left": "{number}, {relation}, {total:amount}: {reason}",
    "tour.send.proof": "Opnieuw versturen boekt niets meer: {booked} keer geboekt, {entries} boekingen in Exact.",
    "tour.payments.title": "Betalingen",
    "tour.payments.done": (
        "{paid} facturen betaald (afgepunt) en zo getoond in Robaws, {partial} deels betaald, {open} open; "
        "{reopened} weer open."
    ),
    "tour.screen.saved": "Beeld bewaard: {file}",
    "tour.end": 'Klaar. Alles staat in de geschiedenis; "--demo --reset" begint opnieuw.',
    "tour.no_screen": "Geen scherm hier: de demo doet het werk in een venster dat in het geheugen wordt getekend.",
    "tour.pictures": "De beelden staan in {folder}.",
}
