"""French. The demo's tour."""

SENTENCES = {
    "demo.banner": (
        "Ceci est la démo : entreprise, chiffres, Robaws et Exact sont imaginaires. Rien n'est réellement comptabilisé."
    ),
    "tour.step": "Étape {step} sur {steps} : {title}",
    "tour.connect.title": "Connexion",
    "tour.connect.done": "Connecté à la démo d'Exact, administration {division}.",
    "tour.import.title": "Importer",
    "tour.import.done": (
        "{gl_accounts} comptes généraux, {vat_codes} codes TVA, {journals} journaux et {periods} périodes "
        "d'Exact ; {sales_invoices} factures de vente et {purchase_invoices} factures d'achat de Robaws."
    ),
    "tour.match.title": "Lier",
    "tour.match.done": "{linked} relations liées avec certitude, {unlinked} vous sont laissées.",
    "tour.match.rule": "{count} x {rule}",
    "tour.match.left": "{name} : {reason}",
    "tour.check.title": "Contrôler",
    "tour.check.done": (
        "{ready} factures prêtes, dont {warned} avec une remarque ; {blocked} attendent. Prêtes : "
        "{sales_total} de ventes et {purchase_total} d'achats, TVA comprise."
    ),
    "tour.check.left": "{number}, {relation}, {total:amount} : {reason}",
    "tour.send.title": "Envoyer",
    "tour.send.done": (
        "{booked} factures comptabilisées dans Exact, soit {sales_total} de ventes et "
        "{purchase_total} d'achats ; {left} non."
    ),
    "tour.send.left": "{number}, {relation}, {total:amount} : {reason}",
    "tour.send.proof": (
        "Renvoyer ne comptabilise plus rien : {booked} comptabilisées, {entries} écritures dans Exact."
    ),
    "tour.payments.title": "Paiements",
    "tour.payments.done": (
        "{paid} factures payées (lettrées) et montrées ainsi dans Robaws, {partial} payées en partie, {open} "
        "ouvertes ; {reopened} rouvertes."
    ),
    "tour.screen.saved": "Image enregistrée : {file}",
    "tour.end": "Terminé. Tout figure dans l'historique ; « --demo --reset » recommence.",
    "tour.no_screen": "Pas d'écran ici : la démo parcourt le travail dans une fenêtre dessinée en mémoire.",
    "tour.pictures": "Les images se trouvent dans {folder}.",
}
