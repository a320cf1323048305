### Réglages et À propos.

settings-title = Réglages
settings-account = Commandes
settings-sample = Données d’exemple
settings-sample-text = Des commandes inventées et leur propre service, sur cet ordinateur. Rien n’atteint qui que ce soit.
settings-sample-leave = Quitter et supprimer l’exemple…
settings-leave-title = Supprimer les données d’exemple ?
settings-leave-text = Les commandes inventées et tout ce que vous y avez essayé sont effacés de cet ordinateur.
settings-leave-yes = Supprimer l’exemple
settings-leave-no = Le garder
settings-address = Adresse du service
settings-connect = Relier à votre service…
settings-connect-title = Relier à votre service
settings-connect-text = Vos propres commandes prennent la place de l’exemple.
settings-operator = Vous
settings-signed-in = Connecté
settings-signed-out = Déconnecté
settings-other-accounts = Autres comptes sur cet ordinateur
settings-switch = Ouvrir
settings-switch-to = Ouvrir les commandes de { $who }
settings-sign-in = Se connecter
settings-sign-out = Se déconnecter…
settings-sign-out-title = Se déconnecter de { $address } ?
settings-sign-out-text = Les commandes, les brouillons et ce qui attend d’être envoyé peuvent rester sur cet ordinateur jusqu’à votre prochaine connexion.
settings-sign-out-waiting = { $count ->
    [one] { $count } confirmation attend d’être envoyée. L’effacement la supprime avant que le service ne l’ait vue.
   *[other] { $count } confirmations attendent d’être envoyées. L’effacement les supprime avant que le service ne les ait vues.
}
settings-sign-out-keep = Se déconnecter, garder les données
settings-sign-out-erase = Se déconnecter, tout effacer
settings-keyring = La connexion est gardée dans le trousseau du système.
settings-session = La connexion n’est gardée que pour cette session
settings-session-text = Le trousseau du système n’a pas pu servir ({ $reason }). Il faudra vous reconnecter après un redémarrage ; rien d’autre n’est perdu.
settings-keyring-locked = il est verrouillé
settings-keyring-missing = il n’y en a pas
settings-keyring-timed-out = il n’a pas répondu
settings-keyring-failed = il a échoué
settings-look = Apparence et langue
settings-language = Langue
settings-language-system = Celle du système
settings-language-en = English
settings-language-fr = Français
settings-appearance = Apparence
settings-appearance-system = Celle du système
settings-appearance-light = Claire
settings-appearance-dark = Sombre
settings-density = Lignes
settings-density-comfortable = Aérées
settings-density-compact = Serrées
settings-confirming = Confirmation
settings-review-required = Un collègue doit approuver avant que quoi que ce soit devienne définitif
settings-review-required-text = Sur cet ordinateur, les organisations ne se confirment qu’une fois les mêmes réponses approuvées par un collègue.
settings-notices = Avis du système
settings-notices-on = Le système prévient quand une commande vous attend
settings-notices-on-text = Chaque chose une fois. Ce qui arrive ensemble, ou pendant la veille de l’ordinateur, tient en un seul avis.
settings-notices-about = À propos de
settings-notices-about-week = Sept jours avant la clôture d’une commande
settings-notices-about-three-days = Trois jours avant
settings-notices-about-day = La veille
settings-notices-about-overdue = Une fois en retard
settings-notices-about-attention = Refusée, ou modifiée ailleurs entre-temps
settings-notices-about-reviews = Relectures : demande reçue, ou réponse arrivée
settings-notices-about-reminders = Vos rappels
settings-notices-night = Pas de 20 h à 7 h
settings-notices-silence = Aucun avis avant
settings-notices-silent = Aucun avis avant : { $until }
settings-notices-failed = Le système n’a pas affiché le dernier avis
settings-notices-failed-text = Vérifiez dans les réglages du système que les avis de Turnup sont permis. Un autre essai suit ; rien n’est perdu.
settings-background = Quand la fenêtre est fermée
settings-keep-running = Rester dans la zone de notification
settings-keep-running-text = Fermer la fenêtre la cache. Les commandes se synchronisent, ce qui attend part, et les avis arrivent. Le menu de l’icône quitte Turnup.
settings-start-at-login = Démarrer à l’ouverture de session
settings-start-at-login-text = Sans fenêtre, dans la zone de notification.
settings-tray-missing = Ce système n’a pas de zone de notification
settings-tray-missing-text = Turnup continue malgré tout. Démarrez-le une fois de plus pour voir sa fenêtre ; Fichier › Quitter y met fin.
settings-network = Réseau
network-text = Comment Turnup joint votre service.
network-proxy = Proxy
network-proxy-system = Celui du système
network-proxy-system-text = Le proxy que le système indique, s’il en indique un.
network-proxy-system-now = Actuellement { $proxy }
network-proxy-none = Aucun proxy
network-proxy-none-text = Le service est joint directement.
network-proxy-address = Ce proxy
network-proxy-address-text = Son adresse est saisie ici ; celui du système ne sert pas.
network-system-asks = Ce proxy demande un nom et un mot de passe ?
network-adopt = Les saisir ici
network-address = Adresse du proxy
network-address-hint = Par exemple http://proxy.example.com:8080
network-address-needed = Saisissez l’adresse du proxy.
network-user = Nom
network-password = Mot de passe
network-password-hint = Il est gardé dans le trousseau du système et ne se montre plus.
network-password-kept = Gardé dans le trousseau du système
network-password-removed = Il est supprimé à l’enregistrement
network-password-replace = Remplacer…
network-password-remove = Supprimer
network-password-keep = Garder celui qui est là
network-save = Enregistrer
network-saved = Réglages du réseau enregistrés
network-problem-proxy-sign-in = Le proxy n’accepte pas ce nom et ce mot de passe.
settings-data = Données sur cet ordinateur
settings-data-text = Les commandes, les brouillons et tout ce qui attend d’être envoyé se trouvent dans ce dossier.
settings-data-folder = Dossier
settings-data-file = Base de données
settings-data-show = Voir le dossier
settings-data-size = Taille
settings-data-sizes = Commandes et brouillons { $database } · sauvegardes { $backups } · journaux { $logs }
settings-check = Vérifier la base de données
settings-check-sound = La base de données est saine
settings-check-damaged = La base de données est endommagée
settings-check-damaged-next = Vos brouillons et ce qui attend l’envoi sont plus sûrs dans une sauvegarde : sauvegardez maintenant, puis fermez Turnup et rouvrez-le. Il récupère ce qu’il peut lire.
settings-backups = Sauvegardes
settings-backups-text = Chaque jour, et avant chaque mise à jour de la base, Turnup copie ce qui ne peut pas être retéléchargé : les brouillons, ce qui attend l’envoi, le journal. Sept jours et quatre semaines sont gardés.
settings-backups-none = Il n’y a pas encore de sauvegarde. La première se fait dès qu’il y a quelque chose à garder.
settings-backup-now = Sauvegarder maintenant
settings-backup-made = Sauvegardé
settings-backup-nothing = Il n’y a encore rien à sauvegarder
settings-backup-when = Quand
settings-backup-why = Pourquoi
settings-backup-holds = Contenu
settings-backup-size = Taille
settings-backup-daily = Quotidienne
settings-backup-weekly = Hebdomadaire
settings-backup-before-update = Avant une mise à jour
settings-backup-by-hand = À la demande
settings-backup-before-restore = Avant une restauration
settings-backup-rescued = Récupérée
settings-backup-unreadable = Illisible
settings-backup-contents = { $drafts ->
    [one] { $drafts } brouillon
   *[other] { $drafts } brouillons
}, { $acts } en attente d’envoi
settings-restore = Restaurer…
settings-restore-of = Restaurer celle de { $when }…
settings-restore-title = Restaurer une sauvegarde
settings-restore-text = Ce qui est ici est d’abord sauvegardé. Turnup interroge d’abord le service sur tout ce qui a pu être envoyé depuis : rien ne part deux fois.
settings-restore-no-orders = Cette sauvegarde n’a ni brouillon ni rien qui attende l’envoi.
settings-restore-comes-back = Revient. Rien n’en est ici.
settings-restore-differs-draft-here = Le brouillon d’ici date du { $here }. Celui de la sauvegarde, du { $there }, prendrait sa place.
settings-restore-differs-dropped-since = Il a été supprimé ou repris ici depuis. Le brouillon de la sauvegarde date du { $there }.
settings-restore-same = Rien à rapporter : tout est ici ou a été accepté depuis.
settings-restore-waiting = Laissée telle quelle : elle attend l’envoi d’ici.
settings-restore-acts = { $acts ->
    [one] { $acts } confirmation revient et attend que le service ait été interrogé.
   *[other] { $acts } confirmations reviennent et attendent que le service ait été interrogé.
}
settings-restore-lines = { $count ->
    [one] { $count } ligne du journal revient aussi.
   *[other] { $count } lignes du journal reviennent aussi.
}
settings-restore-yes = { $count ->
    [0] Restaurer le reste
    [one] Restaurer { $count } commande
   *[other] Restaurer { $count } commandes
}
settings-restored = Restauré : { $drafts ->
    [one] { $drafts } brouillon
   *[other] { $drafts } brouillons
}, { $acts } en attente d’envoi
settings-restored-left = { $count ->
    [one] { $count } commande a changé entre-temps, ou n’est pas connue ici, et reste telle quelle.
   *[other] { $count } commandes ont changé entre-temps, ou ne sont pas connues ici, et restent telles quelles.
}
settings-erase = Tout effacer…
settings-erase-title = Tout effacer de cet ordinateur ?
settings-erase-text = { $count ->
    [0] Vous êtes déconnecté, et toutes les commandes, les brouillons, les connexions et le journal de chaque compte sont effacés de cet ordinateur. Il n’y en a pas de sauvegarde. Votre langue, l’apparence et les journaux techniques restent ; ceux-ci ne contiennent ni adresse e-mail ni connexion et se suppriment dans le dossier des données.
    [one] Vous êtes déconnecté, et toutes les commandes, les brouillons, les connexions, le journal et la sauvegarde de chaque compte sont effacés de cet ordinateur. Votre langue, l’apparence et les journaux techniques restent ; ceux-ci ne contiennent ni adresse e-mail ni connexion et se suppriment dans le dossier des données.
   *[other] Vous êtes déconnecté, et toutes les commandes, les brouillons, les connexions, le journal et { $count } sauvegardes sont effacés de cet ordinateur, pour chaque compte. Votre langue, l’apparence et les journaux techniques restent ; ceux-ci ne contiennent ni adresse e-mail ni connexion et se suppriment dans le dossier des données.
}
settings-erase-unsent = Ceci n’existe nulle part ailleurs
settings-erase-counts = { $drafts ->
    [one] { $drafts } brouillon
   *[other] { $drafts } brouillons
}, et { $acts ->
    [one] { $acts } confirmation
   *[other] { $acts } confirmations
} que le service n’a pas encore reçues.
settings-erase-type = Tapez { $phrase } pour effacer
settings-erase-yes = Tout effacer
settings-about = À propos
settings-version = Turnup { $version }
settings-licence = Logiciel libre sous les licences MIT et Apache 2.0.
settings-not-cisco = Turnup n’est pas affilié à Cisco. Webex et Cisco sont des marques de Cisco Systems, Inc.
settings-guide = Guide Webex de l’activation
settings-keys = Toutes les touches
