### Mots du récapitulatif de commande, le document que l’on remet.

summary-title = Récapitulatif de commande
summary-document-title = Commande { $number }, { $customer }
summary-subject = Récapitulatif de la commande Webex { $number }
summary-page = Page { $page } sur { $pages }
summary-printed = Imprimé le { $when } ; les heures sans fuseau sont dans celui-ci
summary-running = Commande { $number }
summary-none = aucun
summary-not-answered = pas encore répondu
summary-nobody = personne
summary-yes = oui
summary-no = non
summary-untitled = sans nom
summary-list-separator = {", "}
summary-colon = { $label } : { $value }
summary-glyphs = Caractères écrits par leur code
summary-glyphs-text = Aucune police de ce document ne peut dessiner ces caractères, ou ce sont des caractères de contrôle invisibles. À leur place figure leur code : { $list }
summary-glyph-count = { $code } ({ $count } ×)

## Tampons

summary-stamp-draft = Brouillon
summary-stamp-queued = En file d’attente
summary-stamp-submitted = Envoyée
summary-stamp-confirmed = Confirmée
summary-stamp-confirmed-with-errors = Confirmée avec erreurs
summary-stamp-failed = Échec
summary-stamp-draft-text = Rien n’a été envoyé. Chaque réponse peut encore changer.
summary-stamp-queued-text = Confirmée par l’opérateur, encore sans réponse du service d’activation.
summary-stamp-submitted-text = Acceptée par le service d’activation.
summary-stamp-confirmed-text = Tout ce qui était demandé est activé.
summary-stamp-confirmed-with-errors-text = Seule une partie de ce qui était demandé est activée.
summary-stamp-failed-text = L’activation de ce qui était demandé a échoué.

## Dates et nombres

summary-date = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
summary-date-time = { $date } à { $time }
summary-date-time-zone = { $date } à { $time } ({ $zone })
summary-zone = { $name }, UTC{ $offset }
summary-thousands = {"\u202F"}
summary-month-1 = janvier
summary-month-2 = février
summary-month-3 = mars
summary-month-4 = avril
summary-month-5 = mai
summary-month-6 = juin
summary-month-7 = juillet
summary-month-8 = août
summary-month-9 = septembre
summary-month-10 = octobre
summary-month-11 = novembre
summary-month-12 = décembre

## La commande et les personnes

summary-order = La commande
summary-subscription = Abonnement
summary-kind = Nature
summary-offer = Offre
summary-status = État
summary-closes = Clôture
summary-no-deadline = sans échéance
summary-requested-start = Début souhaité
summary-mail-sent = E-mail d’activation envoyé
summary-assignee = Collègue chargé
summary-people = Personnes
summary-contact = Contact d’activation
summary-contact-final = définitif
summary-contact-zone = Fuseau horaire { $zone }
summary-seller = Vendeur
summary-end-customer = Client final
summary-completed-by = Complétée par
summary-completed-by-for-customer = le partenaire, pour un client
summary-completed-by-own-company = l’entreprise elle-même
summary-completed-by-someone-else = quelqu’un d’autre
summary-handover = Transmise à
summary-handover-note = Mot joint

## Organisations

summary-organizations = Organisations
summary-partner = Organisation du partenaire
summary-customer = Organisation du client
summary-own = Propre organisation
summary-organization = Organisation
summary-choice = Choix
summary-choice-undecided = Pas encore choisie.
summary-choice-existing = organisation existante
summary-choice-create = nouvelle organisation, sera créée
summary-choice-created = nouvelle organisation, créée avec le rattachement
summary-choice-create-anyway = bien qu’une organisation semblable existe
summary-country = Pays ou région
summary-vertical = Secteur d’activité
summary-admin = Administrateur
summary-domains = Domaines
summary-users = Utilisateurs actifs
summary-users-of = { $active } sur { $users }
summary-last-activity = dernière activité le { $day }
summary-created-on = Créée le
summary-subscriptions = Abonnements actifs
summary-licenses = { $count } licences
summary-managed-by = Gérée par
summary-trial-active = essai en cours
summary-trial-expired = essai expiré
summary-consumer = organisation grand public
summary-approval = Accord du client
summary-approval-not-required = pas nécessaire
summary-approval-required = demandé
summary-approval-granted = donné
summary-approval-declined = refusé
summary-role = le partenaire devient { $role }
summary-role-provisioning-admin = Provisioning Admin
summary-outcome-matched = par l’e-mail d’un administrateur ou utilisateur
summary-outcome-candidates = parmi plusieurs candidates
summary-outcome-none = par la recherche de l’opérateur
summary-evidence = Pourquoi celle-ci
summary-score = Score de { $score } sur 100
summary-recommended = recommandée
summary-points = { $reason } ({ $points } points)
summary-flag-red = Avertissement : { $text }
summary-flag-amber = À vérifier : { $text }
summary-flag-info = Bon à savoir : { $text }
summary-no-evidence = Cet ordinateur ne garde aucun indice sur ce choix.
summary-as-of-service = Indices du service en date du { $when } ; choisie le { $chosen }
summary-as-of-cache = Indices de l’annuaire de cet ordinateur en date du { $when } ; choisie le { $chosen }
summary-mapped = Rattachement définitif
summary-mapped-by = par { $by }, { $when }
summary-customer-sets-up = L’administrateur du client configure les services.

## Services

summary-lines = Ce qui a été commandé
summary-line = Ligne
summary-service = Service
summary-line-name = Désignation
summary-quantity = Quantité
summary-pending = En attente
summary-term = Durée
summary-months = { $months } mois
summary-state = État
summary-set-up-now = maintenant
summary-set-up-later = plus tard
summary-total = Total
summary-service-state-not-set-up = pas encore configuré
summary-service-state-automatic = commence tout seul
summary-service-state-deferred = remis à plus tard
summary-service-state-provisioning = en cours
summary-service-state-provisioned = activé
summary-service-state-failed = échec
summary-status-awaiting-details = Attend des précisions
summary-status-awaiting-approval = En attente de l’accord du client
summary-status-mapped = Organisations confirmées
summary-status-deferred = Remise à plus tard
summary-status-customer-sets-up = Le client configure
summary-status-provisioning = En cours d’activation
summary-status-provisioned = Activée
summary-status-provisioned-with-errors = Activée avec des erreurs
summary-status-failed = Échec de l’activation
summary-status-handed-over = Transmise à quelqu’un d’autre
summary-status-closed = Close
summary-status-cancelled = Annulée

summary-meetings-sites = Webex Meetings : sites
summary-site = Site
summary-time-zone = Fuseau horaire
summary-early-release = Nouveautés en avance
summary-managed-in = Gestion
summary-managed-in-control-hub = Control Hub
summary-managed-in-site-administration = Administration du site
summary-distribution = Licences par site
summary-distribution-part = Licences par site ({ $part } sur { $parts })
summary-given-out = Réparties
summary-ordered = Commandées
summary-left-over = Reste
summary-calling-location = Webex Calling : siège
summary-location = Emplacement
summary-address = Adresse
summary-announcements = Langue des annonces
summary-emails = Langue des e-mails
summary-sip = Nom SIP
summary-contact-center-country = Webex Contact Center
summary-country-of-operation = Pays d’activité
summary-later = Services remis à plus tard
summary-later-text = Non configurés par cette confirmation ; la commande reste ouverte pour eux : { $services }
summary-transfer = Transfert
summary-transfer-code = Code de transfert
summary-transfer-site = Site actuel

## Ce qui s’est passé

summary-provisioning = Activation
summary-provisioning-text = Commencé le { $start }
summary-provisioning-ended = Commencé le { $start }, terminé le { $end }
summary-step = Étape
summary-said = Ce que dit le service
summary-problems = Problèmes
summary-note = Note
summary-timeline = Qui a fait quoi et quand
summary-when = Quand
summary-who = Qui
summary-what = Quoi
summary-the-service = le service
