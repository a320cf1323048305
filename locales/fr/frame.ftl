### Le cadre de chaque écran : barre en haut, vues sur le côté, les trois vérités en bas.

frame-name = Turnup
frame-top = Recherche, e-mail et réglages
frame-main = Contenu
frame-search = Rechercher des commandes
frame-search-hint = Rechercher commandes, clients, adresses…
frame-search-clear = Effacer la recherche
frame-open-email = Ouvrir un e-mail…
frame-settings = Réglages
frame-menu = Vues
frame-menu-close = Fermer les vues

## Vues
views-label = Vues
view-overview = Vue d’ensemble
view-inbox = À faire
view-due-soon = Bientôt closes
view-overdue = En retard
view-drafts = Brouillons
view-queue = File d’attente
view-needs-attention = À traiter
view-to-review = À relire
view-provisioned = Activées
view-all = Toutes
view-customers = Clients
view-activity = Journal
view-overview-hint = Combien sont ouvertes, ce qui se clôt et quand, ce qui attend
view-inbox-hint = Travail ouvert, à vous ou à personne
view-due-soon-hint = Ouvertes et closes d’ici trois jours
view-overdue-hint = Ouvertes, et leur échéance est passée
view-drafts-hint = Commencées sur cet ordinateur, rien n’est envoyé
view-queue-hint = Tout ce que le service n’a pas encore accepté
view-needs-attention-hint = Refusées ou modifiées entre-temps : quelqu’un doit décider
view-to-review-hint = Un collègue vous demande un regard avant que ce soit définitif
view-provisioned-hint = Fonctionnent, entièrement ou avec des erreurs
view-activity-hint = Qui a fait quoi et quand, sur toutes les commandes
view-all-hint = Toutes les commandes que cet ordinateur connaît
view-customers-hint = Tous ceux pour qui des commandes sont passées

## Le service d’exemple
sample-label = Données d’exemple
sample-hint = Ces commandes sont inventées. Rien de ce que vous faites ici n’atteint qui que ce soit.
sample-switch = Le service d’exemple répond
sample-on = Service actif
sample-off = Service coupé

## Les trois vérités
status-label = État de votre travail
status-saved = Tout est enregistré sur cet ordinateur
status-saved-short = Enregistré
status-saving = Enregistrement…
status-failed = Non enregistré : cet ordinateur n’a pas pu écrire
status-failed-short = Non enregistré
frame-read-only = Tout se lit ; rien de ce qui est tapé maintenant n’est enregistré.
frame-read-only-next = Turnup vérifie de lui-même.
frame-clock-ahead = L’horloge de cet ordinateur avance de { $span } sur celle du service.
frame-clock-ahead-text = Les échéances la suivent et paraissent plus proches qu’elles ne le sont.
frame-clock-behind = L’horloge de cet ordinateur retarde de { $span } sur celle du service.
frame-clock-behind-text = Les échéances la suivent et sont plus proches qu’il n’y paraît.
frame-clock-next = Laissez le système régler l’heure lui-même.
frame-clock-close = Ranger cet avis
status-waiting = { $count } en attente d’envoi
status-waiting-short = { $count } en attente
status-waiting-hint = { $count ->
    [one] { $count } attend ici ; rien n’en est perdu sur cet ordinateur, et l’envoi part quand Turnup tourne à nouveau
   *[other] { $count } attendent ici ; rien n’en est perdu sur cet ordinateur, et les envois partent quand Turnup tourne à nouveau
}
status-nothing-waits = Rien n’attend d’être envoyé
status-attention = { $count } à traiter
status-online = En ligne
status-offline-short = Hors ligne
status-signed-out-short = Déconnecté
status-offline = Hors ligne · tout continue de fonctionner
status-offline-since = Hors ligne depuis { $time } · tout continue de fonctionner
status-signed-out = Déconnecté · tout est gardé, rien n’est envoyé
status-sign-in = Se connecter
status-none = Non relié
status-elsewhere-short = Envoi ailleurs
status-elsewhere = turnupctl envoie pour ce compte en ce moment · tout continue de fonctionner
status-last-sync = Dernière synchronisation { $ago }
status-never-synced = Pas encore synchronisé
status-sync-now = Synchroniser
status-since = { $state } depuis { $time }
status-sync = Synchronisation
status-sync-authenticate = Connexion
status-sync-push = Envoi
status-sync-pull-orders = Réception des commandes
status-sync-pull-organizations = Réception des organisations
status-sync-compare = Comparaison
status-sync-done = { $step } : { $done }
status-sync-of = { $step } : { $done } sur { $total }
status-sync-count = { $done } sur { $total }
status-sync-left = encore { $span } environ
status-sync-left-short = encore moins d’une minute
status-sync-cancel = Arrêter la synchronisation

## E-mails
email-drop = Déposez ici l’e-mail d’activation
email-drop-hint = Turnup y cherche le numéro de commande et ouvre cette commande.
email-remembered = La commande { $number } n’est pas encore là
email-remembered-detail = Son numéro est gardé. La commande apparaîtra à la prochaine synchronisation.
email-opened = Commande { $number } ouverte depuis son e-mail
# Plusieurs e-mails à la fois.
emails-title = { $count ->
    [0] Aucune commande trouvée
    [one] Une commande trouvée
   *[other] { $count } commandes trouvées
}
emails-summary = { $files ->
    [one] Un e-mail a été lu.
   *[other] { $files } e-mails ont été lus.
} { $again ->
    [0] { "" }
    [one] Un autre nommait une commande déjà nommée.
   *[other] { $again } fois, une commande déjà nommée l’était de nouveau.
}
emails-open = Ouvrir
emails-open-order = Ouvrir la commande { $number }
emails-remembered = Pas encore ici ; elle apparaîtra à la prochaine synchronisation
emails-unknown = Le service ne connaît pas ce numéro
emails-failed = { $count ->
    [one] Un fichier n’a pas pu être ouvert
   *[other] { $count } fichiers n’ont pas pu être ouverts
}
emails-to-list = Voir la liste
# Les liens des e-mails sont montrés et jamais ouverts.
email-links = { $count ->
    [one] Son lien mène à { $hosts }. Turnup ne l’ouvre pas.
   *[other] Ses liens mènent à { $hosts }. Turnup ne les ouvre pas.
}
email-link-lies = Un de ses liens affiche { $shown } mais mène à { $host }. Ne le suivez pas avant d’avoir interrogé l’expéditeur.

## Quitter pendant que quelque chose attend
quit-title = Quitter avec { $count } en attente d’envoi ?
quit-text = { $count ->
    [one] Rien n’en est perdu sur cet ordinateur, et l’envoi part la prochaine fois que Turnup tourne et que le service est joignable. Rien n’est envoyé tant que Turnup est fermé.
   *[other] Rien n’en est perdu sur cet ordinateur, et les envois partent la prochaine fois que Turnup tourne et que le service est joignable. Rien n’est envoyé tant que Turnup est fermé.
}
quit-parked = { $count ->
    [one] { $count } de plus demande d’abord une décision de votre part et reste en file telle quelle.
   *[other] { $count } de plus demandent d’abord une décision de votre part et restent en file telles quelles.
}
quit-stay = Rester
quit-go = Quitter

## Quand le programme ne peut pas démarrer
start-failed = Turnup n’a pas pu ouvrir ses données
start-failed-hint = Rien n’a été supprimé. Vos données sont toujours là :
start-folder = Voir le dossier
start-aside = Repartir à neuf à côté
start-aside-hint = Repartir à neuf garde le fichier endommagé sous un autre nom et redemande les commandes au service. Les brouillons et ce qui attendait l’envoi en sont récupérés autant qu’ils se lisent, et de la dernière sauvegarde.
start-rescued = { $damaged ->
    [yes] Le fichier endommagé a été remplacé
   *[other] La base de données n’était plus là et a été refaite
}
start-rescued-file = Du fichier endommagé : { $drafts ->
    [one] { $drafts } brouillon
   *[other] { $drafts } brouillons
}, { $acts } en attente d’envoi.
start-rescued-backup = De la sauvegarde de { $when } : { $drafts ->
    [one] { $drafts } brouillon
   *[other] { $drafts } brouillons
}, { $acts } en attente d’envoi.
start-rescued-unreadable = { $count ->
    [one] { $count } ligne n’a pas pu être lue.
   *[other] { $count } lignes n’ont pas pu être lues.
}
start-rescued-lost = Le travail sur { $orders } est perdu.
start-again = Réessayer

## Que faire d’un échec
remedy-retry = Réessayer
remedy-sync = Synchroniser
remedy-sign-in = Se connecter
remedy-settings = Ouvrir les réglages
remedy-network = Réglages du réseau
remedy-open-email = Choisir un autre fichier
remedy-show-data-folder = Voir le dossier des données
remedy-show-queue = Voir la file d’attente
