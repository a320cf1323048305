### Les mots de l’assistant : ses étapes, leurs champs, la vérification et le point de non-retour.

## Étapes
wizard-steps = Étapes de cette commande
wizard-step-who = Qui la termine
wizard-step-partner = Organisation du partenaire
wizard-step-customer = Organisation du client
wizard-step-own = Votre organisation
wizard-step-subscription = Abonnement
wizard-step-meetings = Webex Meetings
wizard-step-calling = Webex Calling
wizard-step-contact-center = Webex Contact Center
wizard-step-review = Vérification
wizard-wall = Confirmer : sans retour
wizard-details = Détails de la commande
wizard-progress-done = fait
wizard-progress-current = à suivre
wizard-progress-todo = à faire
wizard-progress-frozen = ne peut pas changer
wizard-step-position = Étape { $step } sur { $steps }
wizard-problem-count = { $count ->
    [one] { $count } point à corriger
   *[other] { $count } points à corriger
}

## Ce qui a été répondu, sous une étape
wizard-answer-for-customer = Pour un client
wizard-answer-own-company = Pour mon entreprise
wizard-answer-someone-else = Transmise à { $email }
wizard-answer-someone-else-open = Quelqu’un d’autre
wizard-answer-name = { $name }
wizard-answer-create = Nouvelle : { $name }
wizard-answer-create-open = Nouvelle organisation
wizard-answer-customer-sets-up = { $name }, en autonomie
wizard-answer-services = { $list }
wizard-answer-now = { $service } maintenant
wizard-answer-later = { $service } plus tard
wizard-answer-site = { $name }
wizard-answer-sites = { $name } et { $more } de plus
wizard-answer-location = { $place }
wizard-answer-country = { $country }

## Bas de page
wizard-back = Retour
wizard-continue = Continuer
wizard-to-confirmation = Vers la confirmation
wizard-saving = Enregistrement…
wizard-saved = Brouillon enregistré
wizard-saved-nothing-final = Brouillon enregistré · rien n’est définitif avant la confirmation
wizard-nothing-final = Rien n’est définitif avant la confirmation
wizard-not-saved = Pas encore enregistré : { $reason }
wizard-save-retry = Enregistrer de nouveau
wizard-frozen = Ces réponses ne peuvent pas changer
wizard-outdated = Cette commande a changé côté service depuis le début de votre brouillon. Vos réponses sont gardées ; relisez-les avant de confirmer.
wizard-final-mark = Ne pourra pas changer
wizard-costly-mark = Coûteux à changer ensuite
guide-link = Guide de Cisco
guide-link-about = Guide de Cisco : { $topic }
guide-topic-guide = activer une commande
guide-topic-organizations = organisations du partenaire et du client
guide-topic-rights = droits dans l’organisation d’un client
guide-topic-sites = sites Meetings
guide-topic-locations = emplacements Calling
guide-topic-contact-center = Contact Center

## Qui
wizard-who-title = Qui termine cette commande ?
wizard-who-intro = La commande a été envoyée à { $contact }.
wizard-who-for-customer = Cette commande est pour un client
wizard-who-for-customer-hint = Vous choisissez votre organisation et celle du client, puis configurez les services. Vous pourrez continuer à aider le client ensuite.
wizard-who-recommended = Recommandé pour les partenaires
wizard-who-own-company = Cette commande est pour mon entreprise
wizard-who-own-company-hint = Une seule organisation : la vôtre. Il n’y a pas de client à aider.
wizard-who-someone-else = Quelqu’un d’autre la terminera
wizard-who-someone-else-hint = La commande part chez une autre personne, avec un mot. Votre travail s’arrête ici.
wizard-handover-email = Son adresse e-mail
wizard-handover-note = Mot pour cette personne
wizard-handover-note-hint = Ce qu’il lui faut savoir. Elle le lira dans son e-mail.
wizard-handover-final = Une fois transmise, seule cette personne peut terminer la commande.
wizard-handover-button = Transmettre
wizard-handover-queue = Transmettre dès le retour en ligne

## Abonnement
wizard-subscription-title = Quand les services commencent-ils ?
wizard-subscription-intro = { $subscription }. Un service remis à plus tard reste dans la commande, et la commande reste dans « À faire ».
wizard-lines = Lignes de l’abonnement
wizard-line-name = Ce qui a été commandé
wizard-line-quantity = Quantité
wizard-line-term = Durée
wizard-line-pending = passe à { $quantity }
wizard-term-months = { $months ->
    [one] { $months } mois
   *[other] { $months } mois
}
wizard-when = Début de { $service }
wizard-when-now = Configurer maintenant
wizard-when-later = Configurer plus tard
wizard-when-all-now = Tout configurer maintenant
wizard-when-all-later = Tout plus tard
wizard-when-automatic = Commence tout seul à la confirmation
wizard-when-not-open = { $service } n’attend plus ce choix : { $state }
wizard-when-now-hint-meetings = Une étape demande ses sites.
wizard-when-now-hint-calling = Une étape demande le siège.
wizard-when-now-hint-contact-center = Une étape demande son pays.
wizard-when-later-hint = Rien n’en est encore configuré ; la commande reste dans « À faire » et le propose de nouveau.
wizard-all-later = Tous les services commencent plus tard : seules les organisations sont confirmées.
wizard-transfer-title = Transfert
wizard-transfer-intro = Un site existant passe à cet abonnement. Les autres sites du même code suivent tout seuls.
wizard-transfer-code = Code de transfert
wizard-transfer-site = Un site actuel
wizard-transfer-site-hint = L’adresse d’un des sites concernés, par exemple { $example }
wizard-transfer-asking = Recherche de ce qui se trouve sous ce code…
wizard-transfer-found = { $count ->
    [one] Un site se trouve sous ce code.
   *[other] { $count } sites se trouvent sous ce code.
}
wizard-transfer-unasked = Le service n’a pas pu être interrogé sur ce code. Il sera revérifié avant tout envoi.
wizard-transfer-use = Prendre { $site }
wizard-transfer-sheet = Sur les sites, à côté de la commande
wizard-transfer-service = Service
wizard-transfer-ordered = Commandées
wizard-transfer-in-use = Utilisées
wizard-transfer-means = Ce que cela signifie
wizard-transfer-same = Comme commandé
wizard-transfer-fewer = { $count ->
    [one] Une de plus sera libre ensuite
   *[other] { $count } de plus seront libres ensuite
}
wizard-transfer-missing = Nouveau sur les sites
wizard-transfer-more = { $count ->
    [one] Une personne de plus l’utilise que prévu à la commande
   *[other] { $count } personnes de plus l’utilisent que prévu à la commande
}
wizard-transfer-not-ordered = Non commandé : il s’arrête avec le transfert
wizard-transfer-compare = Comparez vous-même les services présents sur les sites avec la commande : ceux qui n’y figurent pas ne sont pas repris.

## Meetings
wizard-meetings-title = Quels sites pour Webex Meetings ?
wizard-meetings-intro = Un site est l’adresse où l’on se réunit. Un seul suffit à la plupart des clients.
wizard-site = Site { $number }
wizard-site-named = Site { $number } : { $name }
wizard-site-name = Nom du site
wizard-site-name-hint = Minuscules, chiffres, traits d’union à l’intérieur
wizard-site-name-later = En changer ensuite prend jusqu’à 24 heures ; l’ancienne adresse peut mener à la nouvelle pendant 90 jours.
wizard-site-time-zone = Fuseau horaire
wizard-site-time-zone-hint = Celui de la plupart des utilisateurs du site
wizard-site-early = Nouveautés en avance
wizard-site-early-yes = Oui, en avance
wizard-site-early-yes-hint = Les nouveautés arrivent avant le déploiement normal.
wizard-site-early-no-hint = Les nouveautés arrivent avec le déploiement normal.
wizard-site-early-no = Non, comme tout le monde
wizard-site-managed = Gestion
wizard-site-managed-control-hub = Control Hub
wizard-site-managed-site-administration = Administration du site
wizard-site-managed-control-hub-hint = Recommandé : utilisateurs, sites et services au même endroit.
wizard-site-managed-site-administration-hint = Un site à part, avec ses propres administrateurs.
wizard-site-add = Ajouter un site
wizard-site-remove = Retirer
wizard-site-remove-named = Retirer { $name }
wizard-site-removed = { $name } : retiré
wizard-site-undo = Annuler
wizard-site-most = { $max } sites au plus
wizard-site-none-transfer = Aucun site de plus : celui qui est transféré suffit.

## Disponibilité
wizard-name-checking = Vérification de { $name }…
wizard-name-available = { $name } est libre
wizard-name-taken = { $name } est déjà pris
wizard-name-invalid = { $name } ne peut pas servir de nom
wizard-name-unknown = Hors ligne : la disponibilité de { $name } sera demandée avant l’envoi
wizard-name-suggestions = Ces noms sont libres :
wizard-name-use = Utiliser { $name }

## Licences
wizard-licenses-title = Licences par site
wizard-licenses-intro = Chaque licence de chaque ligne va à un site ; il ne doit pas en rester.
wizard-licenses-line = Ligne
wizard-licenses-ordered = Commandées
wizard-licenses-left = Reste
wizard-licenses-for = { $line } pour { $site }
wizard-licenses-left-none = tout est réparti
wizard-licenses-left-count = reste { $left }
wizard-licenses-over-count = { $over } de trop
wizard-licenses-split = Répartir également
wizard-licenses-all-here = Tout à ce site
wizard-licenses-all-to = Tout à ce site : { $site }
wizard-licenses-clear = Effacer
wizard-licenses-one-site = Toutes les licences vont à ce site : { $lines }.
wizard-licenses-done = Chaque licence a son site
wizard-licenses-status = { $count ->
    [one] { $count } ligne n’est pas encore répartie
   *[other] { $count } lignes ne sont pas encore réparties
}

## Calling
wizard-calling-title = Où est le siège ?
wizard-calling-intro = Le premier emplacement de Webex Calling. D’autres peuvent s’ajouter plus tard dans Control Hub.
wizard-calling-location = Nom de l’emplacement
wizard-calling-location-hint = Le premier emplacement est celui par défaut et ne peut pas être supprimé.
wizard-calling-country = Pays ou région
wizard-calling-country-hint = Où se trouvent la plupart des utilisateurs. Définitif pour le premier emplacement.
wizard-calling-address = Adresse
wizard-address-street1 = Numéro et rue
wizard-address-street2 = Bâtiment, étage
wizard-address-city = Ville
wizard-address-state = { $label ->
    [province] Province
    [prefecture] Préfecture
    [county] Comté
    [emirate] Émirat
    [department] Département
    [island] Île
    [oblast] Oblast
    [parish] Paroisse
    [area] Région
    [district] District
    [do_si] Province ou ville
   *[state] État
}
wizard-address-postal = { $label ->
    [zip] Code ZIP
    [eircode] Eircode
    [pin] Code PIN
   *[postal] Code postal
}
wizard-address-postal-hint = Par exemple { $example }
wizard-calling-time-zone = Fuseau horaire
wizard-calling-time-zone-hint = Celui du siège
wizard-calling-announcement = Langue des annonces
wizard-calling-announcement-hint = Ce qu’entendent les appelants
wizard-calling-email = Langue des e-mails
wizard-calling-email-hint = Ce que lisent les utilisateurs
wizard-calling-sip = Nom SIP
wizard-calling-sip-hint = Lettres et chiffres
wizard-calling-sip-later = L’adresse propre à l’organisation pour les appels SIP, proposée d’après le nom de l’entreprise.

## Contact Center
wizard-contact-center-title = Où le centre de contact exerce-t-il ?
wizard-contact-center-intro = Le pays décide du centre de données où se trouve le centre de contact. Il ne pourra plus être déplacé.
wizard-contact-center-country = Pays d’activité

## Vérification
wizard-review-title = Tout est-il juste ?
wizard-review-intro = Tout sur une page. Rien n’est définitif avant la confirmation.
wizard-review-ready = Rien ne s’y oppose.
wizard-review-checking = Le service vérifie…
wizard-review-offline = Vous êtes hors ligne : le service vérifiera avant tout envoi.
wizard-review-refused = { $count ->
    [one] Le service ne l’accepterait pas
   *[other] Le service ne l’accepterait pas, pour { $count } raisons
}
wizard-review-problems = { $count ->
    [one] { $count } point s’y oppose
   *[other] { $count } points s’y opposent
}
wizard-review-told = Ce que le service a dit de votre envoi
wizard-review-change = Modifier
wizard-review-change-step = Modifier { $step }
wizard-review-open = Sans réponse
wizard-review-who = Cette commande est
wizard-review-new = nouvelle organisation
wizard-review-vertical = Secteur d’activité
wizard-review-country = Pays
wizard-review-admin = Administrateur
wizard-review-set-up-by = Configuration par
wizard-review-set-up-by-customer = l’administrateur du client
wizard-review-set-up-by-you = vous
wizard-review-site = Site
wizard-review-location = Emplacement
wizard-review-languages = Langues
wizard-review-announcement = annonces : { $language }
wizard-review-emails = e-mails : { $language }
wizard-review-address = Adresse
wizard-review-transfer = Transfert
wizard-review-transfer-value = { $code } · { $site }
wizard-review-early = nouveautés en avance
wizard-review-not-early = déploiement normal
wizard-choose = Choisir…

## Confirmation
wizard-confirm-title-map-and-set-up = Confirmer pour de bon
wizard-confirm-title-map = Confirmer pour de bon
wizard-confirm-title-set-up = Confirmer la configuration
wizard-confirm-title-hand-over = Transmettre pour de bon
wizard-confirm-sentence-map-and-set-up = Après l’envoi, ni les organisations ni le contact de cette commande ne peuvent changer ; revenir en arrière passe par l’assistance. Ensuite : configuration de { $services }.
wizard-confirm-sentence-map = Après l’envoi, ni les organisations ni le contact de cette commande ne peuvent changer ; revenir en arrière passe par l’assistance. Aucun service n’est encore configuré.
wizard-confirm-sentence-map-customer = Après l’envoi, ni les organisations ni le contact de cette commande ne peuvent changer ; revenir en arrière passe par l’assistance. Ensuite, l’administrateur du client est invité à configurer les services.
wizard-confirm-sentence-set-up = Les organisations sont déjà définitives. Après l’envoi : configuration de { $services } ; la vérification signale ce qui ne pourra pas changer.
wizard-confirm-sentence-set-up-later = Les organisations sont déjà définitives. Tous les services restent remis à plus tard ; la commande reste dans « À faire ».
wizard-confirm-sentence-hand-over = Après l’envoi, seul le nouveau contact peut terminer cette commande.
wizard-confirm-order-says = La commande dit
wizard-confirm-you-chose = Vous avez choisi
wizard-confirm-verdict = Verdict
wizard-confirm-comparison = La commande face à votre choix
wizard-confirm-verdict-same = Identique
wizard-confirm-verdict-mind = À noter
wizard-confirm-verdict-different = Différent
wizard-confirm-type = Saisissez le numéro de la commande pour confirmer
wizard-confirm-phrase = À saisir : { $phrase }
wizard-confirm-matches = Le numéro est juste. Entrée confirme.
wizard-confirm-offline = Vous êtes hors ligne. La confirmation reste dans la file ; avant de l’envoyer, le service revérifie les organisations. D’ici là, vous pouvez encore la reprendre.
wizard-confirm-not-checked = Le service n’a pas encore vérifié ceci. Il le fait avant tout envoi.
wizard-confirm-checked = Le service a vérifié : il l’accepterait.
wizard-confirm-warnings = À noter avant de confirmer
wizard-confirm-problems = Ceci s’y oppose
wizard-confirm-back = Revenir à la vérification
wizard-confirm-send = Confirmer et envoyer
wizard-confirm-queue = Confirmer et mettre en file
wizard-confirm-preparing = Le service vérifie vos réponses…
wizard-confirm-early = Pour confirmer d’abord les organisations, par exemple pour demander un accord plus tôt, remettez les services à plus tard : ils pourront être configurés ensuite.

wizard-row-partner = Partenaire
wizard-row-customer = Client
wizard-row-own = Organisation
wizard-row-country = Pays
wizard-row-domain = Domaine
wizard-row-rights = Vos droits
wizard-row-set-up-now = À configurer
wizard-row-contact = Contact
wizard-row-other = Autre

## Ce que dit la commande et ce qui a été choisi
wizard-said-none = —
wizard-said-domain-claimed = { $domain }, revendiqué
wizard-said-domain-verified = { $domain }, vérifié
wizard-said-provisioning-admin = { $approval ->
    [required] Provisioning Admin, tous les droits après accord
   *[other] Provisioning Admin
}
wizard-said-full-rights = { $approval ->
    [required] Tous les droits après accord
   *[other] Tous les droits
}
wizard-said-customer-sets-up = L’administrateur du client configure
wizard-said-later = Rien maintenant, tout plus tard
wizard-said-data-eu = les données restent dans l’UE
wizard-said-data-us = les données restent aux États-Unis
wizard-said-data-uk = les données restent au Royaume-Uni
wizard-said-data-ca = les données restent au Canada
wizard-said-data-au = les données restent en Australie
wizard-said-data-in = les données restent en Inde
wizard-said-data-jp = les données restent au Japon
wizard-said-data-sg = les données restent à Singapour
wizard-said-data-sa = les données restent en Arabie saoudite
