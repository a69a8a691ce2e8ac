"""French. The tab Instellingen: the pages after Verbinding."""

SENTENCES: dict[str, str] = {
    "window.settings.none": "non rempli",
    "window.settings.blocked": "bloqué dans Exact",
    "window.settings.not_on_a_line": "pas autorisé sur une ligne de facture",
    "window.settings.accounts": "Comptes généraux",
    "window.settings.use_gl_accounts.what": (
        "Activé : le compte de la ligne, de l'article ou du fournisseur prime. Désactivé : seuls les "
        "comptes par défaut et ce que vous choisissez à la main."
    ),
    "window.settings.relations": "Relation pas encore dans Exact ?",
    "window.settings.create_relations.ask": "Demander",
    "window.settings.create_relations.ask.what": "par défaut ; la facture attend que vous liiez ou créiez",
    "window.settings.create_relations.always": "Créer lors de l'envoi",
    "window.settings.create_relations.always.what": (
        "seulement si numéro de TVA et nom ne trouvent rien ; l'aperçu le montre d'abord"
    ),
    "window.settings.create_relations.never": "Ne jamais créer",
    "window.settings.create_relations.never.what": "la facture reste jusqu'à ce que la relation soit liée",
    "window.settings.with_it": "Ce qui accompagne l'écriture",
    "window.settings.attach_documents.what": "le PDF de la facture est joint à l'écriture dans Exact",
    "window.settings.use_cost_centers.what": (
        "les projets de Robaws deviennent des centres de coûts, les activités des unités de coûts"
    ),
    "window.settings.approval": "Facture d'achat pas encore approuvée dans Robaws",
    "window.settings.approval.wait": "Attendre pour envoyer",
    "window.settings.approval.wait.what": "par défaut ; la facture devient prête dès son approbation",
    "window.settings.approval.hold": "Comptabiliser, retenir le paiement",
    "window.settings.approval.hold.what": (
        "avec la condition ci-dessous ; après l'approbation l'écriture reçoit sa vraie condition"
    ),
    "window.settings.approval.send": "Envoyer normalement",
    "window.settings.approval.send.what": "l'approbation dans Robaws n'est pas regardée",
    "window.settings.holding.hint": "seule une condition de méthode comptant retient un paiement",
    "window.settings.does_not_hold": "ne retient aucun paiement",
    "window.settings.method.B": "à crédit",
    "window.settings.method.I": "domiciliation",
    "window.settings.method.K": "comptant",
    "window.settings.method.Q": "service de paiement",
    "window.settings.method.other": "méthode {letter}",
    "window.settings.default_journals": "Journaux par défaut",
    "window.settings.default_journals.what": (
        "Pour les factures sans journal dans Robaws. Seuls les journaux du bon type sont proposés."
    ),
    "window.settings.as_invoices": "le même que les factures",
    "window.settings.robaws_journals": "Journaux de Robaws",
    "window.settings.robaws_journals.what": (
        "Un journal de Robaws va vers celui que vous choisissez, sinon vers le journal d'Exact de même "
        "code. Si rien ne convient, la facture attend ; elle ne va jamais en silence vers le journal par "
        "défaut."
    ),
    "window.settings.column.robaws_journal": "Journal dans Robaws",
    "window.settings.column.code": "Code",
    "window.settings.column.exact_journal": "Journal dans Exact",
    "window.settings.column.then": "Conséquence",
    "window.settings.by_code": "selon le code",
    "window.settings.goes_to": "comptabilisé dans {journal}",
    "window.settings.fits_nothing": "{journal} ne convient à rien : attente",
    "window.settings.no_code": "pas de code : journal par défaut",
    "window.settings.no_robaws_journals": "Pas encore lu dans Robaws : appuyez sur Actualiser.",
    "window.settings.conditions.what": (
        "Sans lien, l'écriture reçoit la condition de la relation dans Exact, avec une remarque dans l'aperçu."
    ),
    "window.settings.column.robaws_condition": "Condition dans Robaws",
    "window.settings.column.days": "Jours",
    "window.settings.column.exact_condition": "Condition dans Exact",
    "window.settings.condition_of_account": "celle de la relation dans Exact",
    "window.settings.mapped": "lié",
    "window.settings.with_remark": "avec une remarque",
    "window.settings.no_robaws_conditions": "Pas encore lu dans Robaws : appuyez sur Actualiser.",
    "window.settings.after_sending": "Après l'envoi",
    "window.settings.after_sending.what": (
        "Vers le comptable devient toujours Oui. Si vous choisissez un statut, la facture le reçoit aussi "
        "dans Robaws ; jamais à la place d'un statut qui signifie payé."
    ),
    "window.settings.after_paying": "Après le paiement",
    "window.settings.after_paying.what": (
        "Dès qu'une facture de vente est entièrement lettrée dans Exact, elle reçoit ce statut dans "
        "Robaws. Un paiement partiel n'y change rien."
    ),
    "window.settings.no_status": "ne pas modifier le statut",
    "window.settings.no_paid_status": (
        "Choisissez un statut : sans lui, Robaws ne montre pas une facture payée comme payée."
    ),
    "window.settings.status_unseen": "« {status} » n'apparaît sur aucune facture dans Robaws. Vérifiez l'orthographe.",
    "window.settings.period": "Période",
    "window.settings.period.what": (
        "Exact donne lui-même la période de chaque date de facture. Ce réglage la contrôle, et ne vaut "
        "que là où Exact ne montre pas sa table."
    ),
    "window.settings.period.differs": (
        "Ce réglage dit autre chose qu'Exact. La comptabilisation suit Exact ; adaptez le réglage."
    ),
    "window.settings.period.absent": "absent d'Exact",
    "window.settings.period.unread": "pas encore lu",
    "window.settings.year_begins": "mois ; votre exercice commence donc en {month}",
    "window.settings.year_period": "{year}, période {period}",
    "window.settings.column.invoice_date": "Date de facture",
    "window.settings.column.by_setting": "Selon ce réglage",
    "window.settings.column.in_exact": "Dans Exact",
    "window.settings.column.equal": "Comparaison",
    "window.settings.equal": "égal",
    "window.settings.differs": "diffère",
    "window.settings.closed": "La période est-elle clôturée ou inconnue dans Exact ?",
    "window.settings.closed_period.block": "Bloquer et me laisser choisir",
    "window.settings.closed_period.block.what": "par défaut ; rien ne change sans vous",
    "window.settings.closed_period.next_open": "Comptabiliser dans la période ouverte suivante",
    "window.settings.closed_period.next_open.what": "l'aperçu montre les deux périodes, avec une remarque",
    "window.settings.purchase_period": "Comptabiliser l'achat dans la période de",
    "window.settings.purchase_period_date.invoice": "la date de facture",
    "window.settings.purchase_period_date.invoice.what": "par défaut",
    "window.settings.purchase_period_date.booking": "la date de comptabilisation",
    "window.settings.purchase_period_date.booking.what": "la date de facture reste la même",
    "window.settings.numbers": "Numéro de pièce",
    "window.settings.numbers.what": (
        "Désactivé : le numéro de facture devient le numéro de pièce. Un numéro existant ou impossible "
        "est signalé avant l'envoi."
    ),
    "window.settings.column.in_robaws": "Dans Robaws",
    "window.settings.column.number": "Numéro",
    "window.settings.column.becomes_number": "Numéro de pièce dans Exact",
    "window.settings.column.becomes_ref": "Votre réf. dans Exact",
    "window.settings.number.sales": "Facture de vente",
    "window.settings.number.purchase": "Facture d'achat",
    "window.settings.own_number": "{number} (n° propre {own})",
    "window.settings.exact_assigns": "attribué par Exact",
    "window.settings.first_day": "Premier jour",
    "window.settings.book_from.hint": "les factures plus anciennes ne sont pas proposées ; vide : toutes les factures",
    "window.settings.day": "jj/mm/aaaa",
    "window.settings.touched": "Modifié par {who} le {when:moment}.",
    "window.settings.appearance": "Affichage",
    "window.settings.appearance.system": "Comme le système",
    "window.settings.appearance.light": "Clair",
    "window.settings.appearance.dark": "Sombre",
    "window.settings.language": "Langue",
    "window.settings.language.later": "valable au prochain démarrage",
    "window.settings.month.1": "janvier",
    "window.settings.month.2": "février",
    "window.settings.month.3": "mars",
    "window.settings.month.4": "avril",
    "window.settings.month.5": "mai",
    "window.settings.month.6": "juin",
    "window.settings.month.7": "juillet",
    "window.settings.month.8": "août",
    "window.settings.month.9": "septembre",
    "window.settings.month.10": "octobre",
    "window.settings.month.11": "novembre",
    "window.settings.month.12": "décembre",
}
