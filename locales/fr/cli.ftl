### What turnupctl says: its help, its results in words, and what stands in the way.

cli-about = Turnup sans fenêtre : les mêmes commandes, brouillons et file d’attente, pour les scripts et les serveurs
cli-usage = Utilisation :
cli-commands = Commandes{ " " }
cli-options = Options{ " " }

## Commands
cli-about-sync = Envoyer ce qui attend et récupérer les nouveautés, jusqu’à ce qu’il ne reste rien
cli-about-orders = Lister les commandes
cli-about-order = Afficher une commande
cli-about-check = Dire ce qui empêche de soumettre une commande ; rien n’est envoyé
cli-about-submit = Soumettre une commande définitivement
cli-about-summary = Écrire les récapitulatifs de commandes en PDF
cli-about-export = Écrire les commandes sous forme de tableau ou de calendrier
cli-about-import = Prendre les valeurs de plusieurs commandes dans un tableau (CSV ou Excel)
cli-about-queue = Lister ce que le service n’a pas encore accepté
cli-about-backup = Sauvegarder ce qui ne peut pas être téléchargé à nouveau, ou lister les sauvegardes
cli-about-status = Dire qui est connecté, si le service répond et ce qui attend
cli-about-sign-in = Se connecter avec un code saisi sur un autre appareil

## Arguments
cli-help-data = Dossier de toutes les données, à la place du dossier habituel
cli-help-account = Compte à utiliser, par son nom ou l’adresse e-mail de l’opérateur, à la place de celui ouvert dans la fenêtre
cli-help-json = Écrire le résultat en JSON
cli-help-lang = Langue des textes : en ou fr
cli-help-help = Afficher cette aide
cli-help-version = Afficher la version
cli-help-query = Ce qu’il faut chercher, comme dans la recherche de la fenêtre : state:queued due:<3d zurita
cli-help-view = Vue à lister : inbox, due_soon, overdue, drafts, queue, needs_attention, to_review, provisioned ou all (par défaut)
cli-help-limit = Nombre maximal de commandes à lister (200 par défaut)
cli-help-number = Numéro de la commande
cli-help-numbers = Numéros des commandes
cli-help-confirm = Le numéro de la commande encore une fois : c’est irréversible
cli-help-folder = Dossier des fichiers ; créé s’il n’existe pas
cli-help-format = csv, xlsx ou ics
cli-help-file = Fichier à écrire
cli-help-table = Tableau à lire
cli-help-sheet = Feuille d’un classeur, au lieu de la première
cli-help-columns = Ce pour quoi une colonne est prise, comme "Conférence=site_name" ; rien après le signe la laisse de côté
cli-help-dry_run = Dire seulement ce qui changerait
cli-help-list = Lister les sauvegardes au lieu d’en faire une
cli-help-service = Adresse du service, par exemple https://provisioning.example.com

## Usage that means nothing
cli-usage-unknown = « { $what } » ne veut rien dire ici.
cli-usage-value = « { $value } » n’est pas une valeur de { $what }.
cli-usage-missing = Il manque { $what }.
cli-usage-other = Cela ne peut pas être demandé ainsi.
cli-usage-search = La recherche ne comprend pas « { $what } ». Rien n’a été listé, car ce serait trop.
cli-usage-help = turnupctl --help dit ce qui peut être demandé.

## What can go wrong, where the window's advice does not fit
cli-failure-no-account = Ce compte n’existe pas ici
    .detail = turnupctl status liste les comptes de cet ordinateur ; turnupctl sign-in --service ADRESSE en ouvre un.
cli-failure-signed-out = Vous êtes déconnecté
    .detail = Tout est gardé. Reconnectez-vous avec turnupctl sign-in, ou dans la fenêtre.
cli-failure-confirmation-mismatch = La confirmation n’est pas le numéro de la commande
    .detail = Rien n’a été envoyé.
cli-failure-not-ready = Il manque encore des réponses
    .detail = turnupctl check les liste ; elles se donnent dans la fenêtre. Rien n’a été envoyé.

## Results in words
cli-synced = Envoyées : { $accepted }. Refusées : { $parked }. Commandes modifiées : { $changed }.
cli-sync-unknown = Le service ne connaît pas le numéro { $number }.
cli-waits = { $count ->
    [0] Rien n’attend d’être envoyé.
    [one] { $count } action attend d’être envoyée.
   *[other] { $count } actions attendent d’être envoyées.
}
cli-needs-attention = { $count ->
    [one] { $count } action demande votre attention.
   *[other] { $count } actions demandent votre attention.
}
cli-elsewhere = Un autre Turnup a ouvert ce compte et s’occupe des envois. Rien n’est envoyé d’ici pendant ce temps.
cli-elsewhere-queued = Un autre Turnup a ouvert ce compte : il enverra cela dans un instant.
cli-not-sent-yet = C’est en file d’attente et partira à la prochaine synchronisation.
cli-sample = Le service des données d’exemple fonctionne dans la fenêtre de Turnup : ouvrez la fenêtre pour envoyer et récupérer.
cli-orders-total = { $count ->
    [0] Aucune commande.
    [one] { $count } commande.
   *[other] { $count } commandes.
}
cli-orders-shown = { $shown } commandes listées sur { $total }.
cli-orders-indexing = La recherche est encore en préparation : elle en trouvera davantage après la prochaine synchronisation.
cli-closes = Échéance
cli-closes-never = sans échéance
cli-customer = Client
cli-state = État
cli-services = Services
cli-subscription = Abonnement
cli-contact = Contact
cli-mapped-to = Appartient à
cli-draft-saved = Brouillon enregistré
cli-queued-acts = Attend d’être envoyé
cli-check-ready = La commande { $number } peut être soumise.
cli-check-not-ready = La commande { $number } ne peut pas encore être soumise.
cli-check-by-service = Le service a fait un essai à blanc.
cli-check-local = Le service n’a pas été interrogé : ce sont les règles telles qu’il les a données en dernier.
cli-check-review = L’accord d’un collègue manque encore.
cli-check-warning = Attention : { $text }
cli-act-map = Rattache définitivement la commande à ses organisations
cli-act-map-and-set-up = Rattache définitivement la commande à ses organisations et configure ses services
cli-act-set-up = Configure des services de la commande
cli-act-hand-over = Transmet la commande
cli-submitted-sent = La commande { $number } a été soumise : le service l’a acceptée.
cli-submitted-awaiting-approval = La commande { $number } a été soumise : le rattachement est accepté, et la configuration partira à la première synchronisation après l’accord de l’administrateur du client.
cli-submitted-queued = La commande { $number } est en file d’attente.
cli-submitted-needs-attention = Le service a refusé la commande { $number } : elle demande votre attention.
cli-confirm-missing = Soumettre est irréversible. Indiquez le numéro encore une fois : --confirm { $number }
cli-summary-saved = { $number } : { $file }
cli-summary-failed = { $number } : { $text }
cli-exported = { $count ->
    [one] { $count } commande a été écrite dans { $path }.
   *[other] { $count } commandes ont été écrites dans { $path }.
}
cli-export-left-out = { $count ->
    [one] { $count } commande n’a plus d’échéance et a été laissée de côté.
   *[other] { $count } commandes n’ont plus d’échéance et ont été laissées de côté.
}
cli-imported = Commandes modifiées : { $changed }. Déjà ainsi : { $unchanged }. Laissées de côté : { $refused }.
cli-import-would = Commandes qui changeraient : { $changed }. Déjà ainsi : { $unchanged }. Seraient laissées de côté : { $refused }.
cli-queue-empty = Rien n’attend d’être envoyé.
cli-kind-mapping = Rattachement
cli-kind-setup = Configuration
cli-kind-handover = Transmission
cli-kind-resend = Nouvel envoi de l’e-mail
cli-kind-note = Note
cli-kind-retry = Nouvel essai
cli-kind-review = Relecture
cli-kind-verdict = Réponse à une relecture
cli-waits-turn = attend d’être envoyé
cli-waits-time = attend son prochain essai
cli-waits-predecessor = attend ce qui le précède
cli-waits-approval = attend un accord
cli-waits-decision = demande une décision
cli-waits-answer = envoyé, attend la réponse
cli-backup-made = Sauvegarde faite : { $name }
cli-backup-nothing = Il n’y a rien à sauvegarder : tout peut être téléchargé à nouveau.
cli-backup-none = Il n’y a aucune sauvegarde.
cli-backup-why-daily = du jour
cli-backup-why-weekly = de la semaine
cli-backup-why-before-update = avant une mise à jour
cli-backup-why-by-hand = à la main
cli-backup-why-before-restore = avant une restauration
cli-backup-why-rescued = récupérée
cli-status-none = Aucun compte n’est ouvert. turnupctl sign-in --service ADRESSE en ouvre un.
cli-status-account = { $email } sur { $address }
cli-status-online = En ligne
cli-status-offline = Hors ligne
cli-status-signed-out = Déconnecté
cli-status-elsewhere = Un autre Turnup communique avec le service
cli-status-synced = Dernière synchronisation : { $at }
cli-status-never = Jamais synchronisé
cli-sign-in-page = Ouvrez { $url } et saisissez { $code }
cli-signed-in = Connecté en tant que { $email }
cli-sign-in-not-kept = Aucun trousseau ne garde ici la connexion : elle se termine avec cette commande. Turnup a besoin du Secret Service d’une session (gnome-keyring ou KWallet).
