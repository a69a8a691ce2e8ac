"""French. The first start, step by step."""

SENTENCES: dict[str, str] = {
    "window.first.nothing_booked": (
        "Rien n'est encore comptabilisé. Vous pouvez toujours arrêter et continuer plus tard."
    ),
    "window.first.which": "Étape {number} sur {count}",
    "window.first.step_state": "Étape {number} sur {count}, {name} : {state}",
    "window.first.done": "fait",
    "window.first.now": "maintenant",
    "window.first.not_yet": "plus tard",
    "window.first.later": "Plus tard",
    "window.first.next": "Suivant",
    "window.first.back": "Précédent",
    "window.first.finish": "Terminer le premier démarrage",
    "window.first.stop": "Vers la fenêtre",
    "window.first.stop.what": (
        "Ce que vous remplissez est enregistré aussitôt. Vous retrouvez ces étapes dans le menu et sous Paramètres."
    ),
    "window.first.step.books": "À qui sont les livres",
    "window.first.step.robaws": "Robaws",
    "window.first.step.app": "Propre app dans Exact",
    "window.first.step.sign_in": "Connexion à Exact",
    "window.first.step.import": "Lire les données",
    "window.first.step.journals": "Journaux et comptes",
    "window.first.step.vat": "Lier les taux de TVA",
    "window.first.step.first_day": "Comptabiliser à partir du",
    "window.first.books.title": "À qui sont les livres ?",
    "window.first.books.what": (
        "Chaque Robaws est un environnement avec ses propres livres dans Exact. Vous en créez un autre plus "
        "tard sous Paramètres."
    ),
    "window.first.begin.what": (
        "Vous créez la clé et le secret dans Robaws pour un utilisateur propre. Tout est en lecture jusqu'à "
        "ce que vous envoyiez des factures."
    ),
    "window.first.country.hint": "Exact Belgique et Exact Pays-Bas sont des systèmes distincts.",
    "window.first.name.hint": "par exemple le nom de la société",
    "window.first.consequence": "Ensuite vous testez la connexion à Robaws.",
    "window.first.create": "Enregistrer et continuer",
    "window.first.robaws.title": "La connexion à Robaws",
    "window.first.robaws.what": (
        "Vous créez la clé et le secret dans Robaws pour un utilisateur propre. Le test lit les taux de TVA "
        "et ne change rien."
    ),
    "window.first.robaws.test": "Tester Robaws",
    "window.first.robaws.keys": "Saisir la clé et le secret",
    "window.first.app.title": "Votre propre app dans Exact",
    "window.first.app.what": (
        "RobExact utilise une app que vous enregistrez vous-même chez Exact. Vous gardez ainsi la clé. Vous "
        "le faites une seule fois."
    ),
    "window.first.app.keep": "Enregistrer et continuer",
    "window.first.sign_in.title": "Connexion à Exact Online",
    "window.first.sign_in.what": (
        "RobExact comptabilise sous votre propre utilisateur Exact. Seul Exact voit votre mot de passe. "
        "Choisissez ensuite la société."
    ),
    "window.first.import.title": "Lire les données",
    "window.first.import.what": (
        "Journaux, comptes, codes TVA et relations d'Exact, factures et taux de Robaws. Rien n'est modifié."
    ),
    "window.first.import.act": "Lire les données",
    "window.first.import.begins": "En préparation …",
    "window.first.import.nothing": (
        "Rien n'a encore été lu. La première fois dure quelques minutes ; vous pouvez continuer entre-temps."
    ),
    "window.first.import.here": (
        "Lus : {journals} journaux, {accounts} comptes généraux, {vat_codes} codes TVA et {invoices} factures."
    ),
    "window.first.journals.title": "Journaux et comptes",
    "window.first.journals.what": (
        "Où va une facture quand Robaws ne nomme ni journal ni compte. Les quatre choix hors notes de crédit "
        "sont nécessaires."
    ),
    "window.first.vat.title": "Lier les taux de TVA",
    "window.first.vat.what": (
        "Chaque taux de Robaws reçoit un code TVA d'Exact, séparément pour les ventes et les achats. Rien n'est deviné."
    ),
    "window.first.vat.sales": "Ventes : {mapped} taux liés sur {count}",
    "window.first.vat.purchase": "Achats : {mapped} taux liés sur {count}",
    "window.first.vat.unread": "Les taux n'ont pas encore été lus.",
    "window.first.vat.waiting": (
        "Factures qui attendent un code TVA : {count}. Les taux que personne n'utilise peuvent rester ouverts."
    ),
    "window.first.vat.none_waiting": (
        "Aucune facture n'attend un code TVA. Les taux que personne n'utilise peuvent rester ouverts."
    ),
    "window.first.vat.open": "Vers l'onglet TVA",
    "window.first.first_day.title": "À partir de quel jour comptabilisez-vous ici ?",
    "window.first.first_day.what": (
        "Les factures plus anciennes ne sont pas proposées. Choisissez le premier jour qui n'est pas encore dans Exact."
    ),
    "window.first.coupling": "La liaison avec Exact dans Robaws même est désactivée",
    "window.first.coupling.what": (
        "Deux liaisons comptabiliseraient chaque facture deux fois. Désactivez-la dans Robaws ; choisissez "
        "ensuite le jour ici."
    ),
}
