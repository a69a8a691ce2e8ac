"""French. Why Exact refuses, and what helps."""

SENTENCES = {
    "refusal.period_closed.cause": "La période est clôturée dans Exact pour ce journal.",
    "refusal.period_closed.fix": "Choisissez une période ouverte à la main, ou rouvrez la période dans Exact.",
    "refusal.period_missing.cause": "L'exercice ou la période n'est pas créé dans Exact.",
    "refusal.period_missing.fix": (
        "Créez l'exercice dans la table des périodes d'Exact et importez à nouveau les périodes."
    ),
    "refusal.number_taken.cause": "Ce numéro de pièce est déjà utilisé dans Exact.",
    "refusal.number_taken.fix": (
        "La facture est d'abord recherchée dans Exact : si c'est la même, liez-la ; sinon, elle reçoit un autre numéro."
    ),
    "refusal.exists.cause": "Exact contient déjà un élément portant le même code.",
    "refusal.exists.fix": "Importez à nouveau les données et liez à ce qui existe déjà.",
    "refusal.out_of_balance.cause": (
        "L'écriture n'est pas en équilibre dans Exact : la TVA et le total sont arrondis autrement."
    ),
    "refusal.out_of_balance.fix": (
        "Voyez dans l'aperçu quelle ligne porte le dernier centime, vérifiez les codes TVA et renvoyez."
    ),
    "refusal.vat_inclusive.cause": "Le code TVA calcule sur des montants TVA comprise.",
    "refusal.vat_inclusive.fix": "Choisissez un code de type « hors TVA » dans l'onglet TVA.",
    "refusal.vat_amount_not_allowed.cause": (
        "Le code TVA est du type « pas de TVA » et n'admet pas de montant de TVA."
    ),
    "refusal.vat_amount_not_allowed.fix": "Choisissez pour ce tarif TVA un code TVA avec un pourcentage.",
    "refusal.vat_journal.cause": "Ce journal n'admet pas de codes TVA.",
    "refusal.vat_journal.fix": "Choisissez un journal de ventes ou d'achats.",
    "refusal.vat_code.cause": (
        "Le code TVA est inconnu ou inactif dans Exact, ou le pourcentage ne vaut pas à cette date."
    ),
    "refusal.vat_code.fix": "Importez à nouveau les codes TVA et choisissez un code dans l'onglet TVA.",
    "refusal.gl_type.cause": (
        "Ce compte général (banque, caisse, clients, fournisseurs, TVA) ne peut pas figurer sur une ligne."
    ),
    "refusal.gl_type.fix": "Choisissez un compte de produits ou de charges.",
    "refusal.gl_unknown.cause": "Le compte général n'existe pas (ou plus) dans Exact.",
    "refusal.gl_unknown.fix": "Importez à nouveau les comptes généraux et choisissez-en un autre.",
    "refusal.journal.cause": "Le journal manque, n'existe pas ou est du mauvais type.",
    "refusal.journal.fix": "Importez à nouveau les journaux et choisissez un journal du bon type.",
    "refusal.relation_role.cause": "La relation n'est pas un client (ou un fournisseur) dans Exact.",
    "refusal.relation_role.fix": (
        "Mettez la relation sur « client » ou « fournisseur » dans Exact, ou liez-en une autre."
    ),
    "refusal.receivable_account.cause": "Le compte clients de la relation n'est pas celui du journal.",
    "refusal.receivable_account.fix": (
        "Choisissez un autre journal, ou adaptez le compte clients de la relation dans Exact."
    ),
    "refusal.relation_gone.cause": "La relation n'existe pas (ou plus) dans Exact.",
    "refusal.relation_gone.fix": "Liez à nouveau la relation avec le crayon.",
    "refusal.relation_data.cause": (
        "Une donnée de la relation (e-mail, téléphone ou numéro) a une forme qu'Exact n'accepte pas."
    ),
    "refusal.relation_data.fix": "Corrigez la donnée dans Robaws et importez à nouveau les relations.",
    "refusal.payment_condition.cause": "La condition de paiement manque ou est inconnue dans Exact.",
    "refusal.payment_condition.fix": (
        "Liez la condition de paiement dans les paramètres, ou définissez-en une par défaut dans Exact."
    ),
    "refusal.cost_center.cause": "Le centre ou l'unité de coûts manque, n'existe pas ou n'est pas actif.",
    "refusal.cost_center.fix": (
        "Liez le projet ou l'activité dans la page Centres de coûts, ou choisissez-en un à la main."
    ),
    "refusal.document_type.cause": "L'utilisateur connecté ne peut pas créer ce type de document.",
    "refusal.document_type.fix": (
        "Connectez-vous avec un utilisateur ordinaire d'Exact qui peut créer des documents. L'écriture "
        "elle-même n'est pas refusée."
    ),
    "refusal.rights.cause": "L'utilisateur connecté ou votre application n'a pas ce droit.",
    "refusal.rights.fix": "Consultez la liste des droits dans les paramètres et accordez le droit dans Exact.",
    "refusal.division.cause": "L'autorisation ne couvre pas cette administration.",
    "refusal.division.fix": (
        "Retirez l'application dans Exact (centre de sécurité) et reconnectez-vous, avec toutes les administrations."
    ),
    "refusal.login.cause": "La connexion à Exact n'est plus acceptée.",
    "refusal.login.fix": "Connectez-vous à nouveau ; rien n'a été envoyé deux fois.",
    "refusal.login_too_early.cause": "Exact ne renouvelle la connexion qu'après neuf minutes et demie.",
    "refusal.login_too_early.fix": "Patientez ; cela continue de soi-même.",
    "refusal.limit.cause": "Exact n'autorise plus d'appels pour le moment.",
    "refusal.limit.fix": "Patientez ; cela continue de soi-même.",
    "refusal.processed.cause": "L'écriture est déjà traitée dans Exact et ne peut plus être modifiée.",
    "refusal.processed.fix": "Adaptez-la dans Exact, par exemple par une contre-écriture.",
    "refusal.document_file.cause": "Exact n'accepte pas ce fichier.",
    "refusal.document_file.fix": "Remplacez le document par un PDF de 7 Mo au plus.",
    "refusal.currency.cause": "La devise n'est pas active dans cette administration d'Exact.",
    "refusal.currency.fix": "Activez la devise dans Exact.",
    "refusal.program.cause": "Exact ne comprend pas la demande de ce programme : c'est notre faute, pas la vôtre.",
    "refusal.program.fix": "Utilisez « mail au support » ; rien n'a été comptabilisé.",
    "refusal.unknown.cause": "Exact dit : {message}",
    "refusal.unknown.fix": "Cherchez la cause dans Exact ; « mail au support » reprend ces mots tels quels.",
}
