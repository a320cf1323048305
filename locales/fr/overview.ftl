### Les chiffres de toutes les commandes.

overview-headlines = En un coup d’œil
overview-open = Ouvertes
overview-overdue = En retard
overview-closes-today = Closes aujourd’hui
overview-attention = À traiter
overview-orders = Commandes
overview-key-move = parcourir un graphique
overview-key-open = montrer ces commandes
overview-empty = Rien à compter pour l’instant
overview-empty-text = Dès que des commandes sont là, vous voyez combien sont ouvertes et depuis quand, ce qui se clôt et quand, et où elles attendent. Elles arrivent avec la première synchronisation, ou avec un e-mail d’activation.

chart-as-table = En tableau

## Ce qui se clôt et quand
overview-closing = Clôtures des quatre prochaines semaines
overview-closing-reading = { $week ->
    [0] Rien ne se clôt dans les sept jours à venir.
    [one] Une commande se clôt dans les sept jours à venir, { $today } aujourd’hui.
   *[other] { $week } commandes se closent dans les sept jours à venir, { $today } aujourd’hui.
}
overview-closing-today = { $day }, aujourd’hui : { $count ->
    [0] rien ne se clôt
    [one] une commande se clôt
   *[other] { $count } commandes se closent
}
overview-closing-day = { $day } : { $count ->
    [0] rien ne se clôt
    [one] une commande se clôt
   *[other] { $count } commandes se closent
}
overview-overdue-short = retard
overview-overdue-words = { $count ->
    [0] Aucune commande n’est en retard
    [one] Une commande est en retard
   *[other] { $count } commandes sont en retard
}
overview-closing-where = Chaque jour selon le calendrier du contact de la commande.
overview-closing-later = { $count ->
    [one] Une autre se clôt plus tard.
   *[other] { $count } autres se closent plus tard.
}
overview-day = Jour

## Commandes ouvertes
overview-open-title = Commandes ouvertes par état et par âge
overview-open-reading = { $count ->
    [0] Aucune commande n’est ouverte.
    [one] Une commande est ouverte ; { $old } depuis { $days } jours ou plus.
   *[other] { $count } commandes sont ouvertes ; { $old } depuis { $days } jours ou plus.
}
overview-age = { $from }–{ $to } jours
overview-age-from = { $from }+ jours
overview-age-unknown = Âge inconnu
overview-age-unknown-count = { $count ->
    [one] Pour une commande, le service ne dit pas quand son e-mail est parti ; elle ne compte que dans les totaux.
   *[other] Pour { $count } commandes, le service ne dit pas quand leur e-mail est parti ; elles ne comptent que dans les totaux.
}
overview-age-meant = Âge depuis l’envoi de l’e-mail d’activation.
overview-all-ages = Toutes
overview-all-states = Tous les états
overview-open-cell = { $state }, { $from } à { $to } jours : { $count ->
    [one] une commande ouverte
   *[other] { $count } commandes ouvertes
}
overview-open-cell-from = { $state }, { $from } jours ou plus : { $count ->
    [one] une commande ouverte
   *[other] { $count } commandes ouvertes
}
overview-open-state = { $state } : { $count ->
    [one] une commande ouverte
   *[other] { $count } commandes ouvertes
}
overview-open-age = { $age } : { $count ->
    [one] une commande ouverte
   *[other] { $count } commandes ouvertes
}
overview-open-all = { $count ->
    [one] Une commande ouverte
   *[other] { $count } commandes ouvertes
}

## Où elles attendent
overview-waiting = Où les commandes attendent
overview-waiting-reading = Le plus longtemps : { $state }, { $since }.
overview-waiting-none = Rien n’attend depuis une date connue.
overview-longest = Le plus longtemps
overview-draft-step = { $step } : { $count }
overview-since-awaiting-details = e-mail envoyé { $ago }
overview-since-awaiting-approval = accord demandé { $ago }
overview-since-mapped = organisations confirmées { $ago }
overview-since-deferred = organisations confirmées { $ago }
overview-since-customer-sets-up = laissée au client { $ago }
overview-since-provisioning = activation commencée { $ago }
overview-since-failed = échec { $ago }
overview-since-draft = modifié pour la dernière fois { $ago }
overview-since-queued = confirmée ici { $ago }
overview-since-sending = confirmée ici { $ago }
overview-since-needs-attention = confirmée ici { $ago }

## Ce qui a été activé
overview-provisioned = Activées par semaine
overview-provisioned-reading = { $count ->
    [0] Rien n’a été activé ces douze dernières semaines.
    [one] Une commande ces douze dernières semaines, dont { $week } cette semaine.
   *[other] { $count } commandes ces douze dernières semaines, dont { $week } cette semaine.
}
overview-provisioned-week = { $week } : { $count ->
    [0] aucune activée
    [one] une activée
   *[other] { $count } activées
}{ $errors ->
    [0] { "" }
   *[other] , { $errors } avec erreurs
}
overview-with-errors = Avec erreurs
overview-provisioned-when = D’après l’heure à laquelle le service a fini son travail, semaines à partir du lundi.
overview-provisioned-undated = { $count ->
    [one] Une commande activée ne porte pas cette heure et n’est pas comptée ici.
   *[other] { $count } commandes activées ne portent pas cette heure et ne sont pas comptées ici.
}
overview-provisioned-show = Montrer toutes les activées
overview-week = Semaine

## Ce qui a échoué
overview-failures = Échecs par cause
overview-failures-none = Rien n’a été refusé et rien n’a échoué.
overview-failures-reading = { $acts ->
    [0] Aucun acte n’a été refusé
    [one] Un acte a été refusé
   *[other] { $acts } actes ont été refusés
} ; { $orders ->
    [0] aucune commande n’a échoué.
    [one] une commande a échoué, en tout ou en partie.
   *[other] { $orders } commandes ont échoué, en tout ou en partie.
}
overview-refused = Refusés par le service
overview-failed = Échecs à la première de ces étapes
overview-cause-acts = { $cause } { $count ->
    [one] Un acte attend une décision.
   *[other] { $count } actes attendent une décision.
}
overview-cause-orders = { $cause } { $count ->
    [one] Une commande.
   *[other] { $count } commandes.
}
overview-cause-unknown = Le service ne donne aucune raison.
overview-cause = Raison
overview-step = Étape
overview-count = Combien
overview-show-queue = Montrer la file d’attente
overview-show-failed = Montrer les échecs
overview-show-with-errors = Montrer celles avec erreurs
overview-step-create-organization = Créer l’organisation
overview-step-create-site = Créer le site
overview-step-assign-licenses = Répartir les licences
overview-step-create-location = Créer l’emplacement
overview-step-register-sip = Enregistrer le nom SIP
overview-step-create-tenant = Créer l’espace
overview-step-transfer-site = Transférer le site
overview-step-activate = Démarrer le service
overview-step-activate-service = Activer le service
overview-step-notify = Envoyer l’e-mail
# Plus court que sur une commande, et pour celles dont la phrase veut des valeurs de cette commande.
overview-cause-provisioning-step-failed = Échec du côté du service.
overview-cause-too-long = Un texte est trop long.
overview-cause-too-short = Un texte est trop court.
overview-cause-licenses-left-over = Des licences restent sans site.
overview-cause-licenses-too-many = Plus de licences réparties que commandées.
overview-cause-too-many-sites = Il y a trop de sites.
overview-cause-looks-like = Un nom ressemble à un autre.
overview-cause-better-candidate = Une autre organisation semble maintenant plus probable.
overview-cause-new-flag = L’organisation choisie appelle une nouvelle attention.
