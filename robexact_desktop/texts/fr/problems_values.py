"""French. What stands in the way of a booking, and what helps: journal, period, account, VAT, amounts, costs."""

SENTENCES = {
    "problem.vat_unmapped.message": (
        "Le tarif TVA {tariff} de Robaws n'est lié à aucun code TVA d'Exact pour les {side:word}."
    ),
    "problem.vat_unmapped.fix": (
        "Choisissez le code TVA avec le crayon dans l'onglet TVA ; un pourcentage seul ne décide pas, car 0 "
        "% a plusieurs codes."
    ),
    "problem.vat_unmapped.no_tariff.message": "La ligne {line} n'a pas de tarif TVA dans Robaws.",
    "problem.vat_unmapped.no_tariff.fix": (
        "Indiquez le tarif TVA sur la ligne dans Robaws, ou choisissez ici le code TVA à la main."
    ),
    "problem.vat_unmapped.unknown.message": "Le code TVA {code} n'existe pas dans cette administration d'Exact.",
    "problem.vat_unmapped.unknown.fix": "Importez à nouveau les codes TVA et choisissez un code existant.",
    "problem.vat_blocked.message": "Le code TVA {code} ({name}) est bloqué dans Exact.",
    "problem.vat_blocked.fix": (
        "Choisissez un autre code TVA dans l'onglet TVA, ou débloquez celui-ci dans Exact et importez à "
        "nouveau les codes TVA."
    ),
    "problem.vat_direction.sales.message": (
        "Le code TVA {code} ({name}) ne sert qu'aux achats ; ceci est une facture de vente."
    ),
    "problem.vat_direction.sales.fix": "Choisissez un code TVA pour les ventes dans l'onglet TVA.",
    "problem.vat_direction.purchase.message": (
        "Le code TVA {code} ({name}) ne sert qu'aux ventes ; ceci est une facture d'achat."
    ),
    "problem.vat_direction.purchase.fix": "Choisissez un code TVA pour les achats dans l'onglet TVA.",
    "problem.vat_inclusive.message": (
        "Le code TVA {code} ({name}) calcule sur des montants TVA comprise ; Robaws donne des montants hors TVA."
    ),
    "problem.vat_inclusive.fix": "Choisissez un code TVA de type « hors TVA ».",
    "problem.gl_missing.none.message": (
        "La ligne {line} n'a pas de compte général, et aucun compte par défaut n'est défini."
    ),
    "problem.gl_missing.none.fix": "Définissez le compte général par défaut, ou choisissez-en un ici à la main.",
    "problem.gl_missing.unknown.message": (
        "Le compte général {account} n'existe pas dans cette administration d'Exact."
    ),
    "problem.gl_missing.unknown.fix": "Importez à nouveau les comptes généraux, ou choisissez un autre compte.",
    "problem.gl_blocked.message": "Le compte général {account} ({name}) est bloqué dans Exact.",
    "problem.gl_blocked.fix": (
        "Choisissez un autre compte général, ou débloquez celui-ci dans Exact et importez à nouveau les "
        "comptes généraux."
    ),
    "problem.gl_type.message": (
        "Le compte général {account} ({name}) est un compte de banque, de caisse, de clients, de "
        "fournisseurs ou de TVA ; un tel compte ne peut pas figurer sur une ligne de facture."
    ),
    "problem.gl_type.fix": "Choisissez un compte de produits ou de charges.",
    "problem.journal_missing.none.message": (
        "Aucun journal par défaut n'est défini, et le journal dans Robaws n'a pas de code."
    ),
    "problem.journal_missing.none.fix": "Choisissez le journal par défaut dans les paramètres.",
    "problem.journal_missing.unknown.message": (
        "Le journal {journal} n'existe pas dans cette administration d'Exact. Aucun autre journal n'est "
        "jamais choisi d'office."
    ),
    "problem.journal_missing.unknown.fix": (
        "Liez le journal de Robaws à un journal d'Exact dans les paramètres, ou corrigez le code dans Robaws."
    ),
    "problem.journal_blocked.message": "Le journal {journal} ({name}) est bloqué dans Exact.",
    "problem.journal_blocked.fix": (
        "Choisissez un autre journal, ou débloquez celui-ci dans Exact et importez à nouveau les journaux."
    ),
    "problem.journal_type.sales.message": "Le journal {journal} ({name}) n'est pas un journal de ventes.",
    "problem.journal_type.sales.fix": "Choisissez un journal de type « ventes » dans les paramètres.",
    "problem.journal_type.purchase.message": "Le journal {journal} ({name}) n'est pas un journal d'achats.",
    "problem.journal_type.purchase.fix": "Choisissez un journal de type « achats » dans les paramètres.",
    "problem.period_missing.message": "Exact n'a pas de période contenant le {date:day}.",
    "problem.period_missing.fix": (
        "Créez l'exercice et la période dans Exact et importez à nouveau les périodes, ou choisissez ici une "
        "période à la main."
    ),
    "problem.period_missing.hand.message": "La période {period} n'existe pas dans Exact.",
    "problem.period_missing.hand.fix": "Choisissez une période de la liste d'Exact.",
    "problem.period_closed.message": "La période {period} est clôturée dans Exact pour le journal {journal}.",
    "problem.period_closed.fix": (
        "Choisissez ici une période ouverte, réglez « période ouverte suivante », ou rouvrez la période dans "
        "Exact. La déclaration TVA de cette période peut déjà être déposée."
    ),
    "problem.totals_differ.net.message": (
        "Les lignes totalisent {computed:amount} hors TVA, mais la facture indique {stated:amount} : "
        "différence {difference:amount}."
    ),
    "problem.totals_differ.vat.message": (
        "La TVA par taux donne {computed:amount}, mais la facture indique {stated:amount} : différence "
        "{difference:amount}."
    ),
    "problem.totals_differ.fix": (
        "Contrôlez les lignes, les tarifs TVA et les totaux de la facture dans Robaws. Rien n'est "
        "comptabilisé tant qu'ils diffèrent."
    ),
    "problem.totals_differ.net_cents.message": (
        "Les lignes totalisent {computed:amount} hors TVA, la facture indique {stated:amount} : "
        "{difference:amount} va à la ligne la plus grande."
    ),
    "problem.totals_differ.net_cents.fix": (
        "Vous ne devez rien faire : Exact reçoit le total de la facture, au centime près."
    ),
    "problem.totals_differ.vat_cents.message": (
        "La TVA par taux donne {computed:amount}, la facture indique {stated:amount} (arrondie par ligne) : "
        "{difference:amount} va à la ligne la plus grande du taux."
    ),
    "problem.totals_differ.vat_cents.fix": (
        "Vous ne devez rien faire : Exact reçoit la TVA de la facture, au centime près."
    ),
    "problem.cost_center_required.message": (
        "Le compte général {account} ({name}) exige un centre de coûts, et la ligne n'en a pas."
    ),
    "problem.cost_center_required.fix": (
        "Choisissez ici un centre de coûts à la main, ou indiquez un projet sur la ligne dans Robaws."
    ),
    "problem.cost_unit_required.message": (
        "Le compte général {account} ({name}) exige une unité de coûts, et la ligne n'en a pas."
    ),
    "problem.cost_unit_required.fix": (
        "Choisissez ici une unité de coûts à la main, ou indiquez une activité sur la ligne dans Robaws."
    ),
    "problem.cost_center_forbidden.cost_center.message": (
        "Le compte général {account} n'admet pas de centre de coûts : le centre de coûts {code} est omis."
    ),
    "problem.cost_center_forbidden.cost_unit.message": (
        "Le compte général {account} n'admet pas d'unité de coûts : l'unité de coûts {code} est omise."
    ),
    "problem.cost_center_forbidden.fix": (
        "Si vous voulez quand même l'enregistrer, choisissez un autre compte général ou adaptez le compte dans Exact."
    ),
    "problem.cost_center_code.cost_center.message": "Le centre de coûts {code} n'existe pas dans Exact.",
    "problem.cost_center_code.cost_unit.message": "L'unité de coûts {code} n'existe pas dans Exact.",
    "problem.cost_center_code.ended.message": (
        "{code} a pris fin dans Exact le {end:day}, avant la date de la facture."
    ),
    "problem.cost_center_code.fix": (
        "Liez le projet ou l'activité à un code existant dans la page Centres de coûts, ou créez le code dans Exact."
    ),
}
