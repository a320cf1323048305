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
settings-data = Données sur cet ordinateur
settings-data-text = Les commandes, les brouillons et tout ce qui attend d’être envoyé se trouvent dans ce dossier.
settings-data-folder = Dossier
settings-data-file = Base de données
settings-data-show = Voir le dossier
settings-about = À propos
settings-version = Turnup { $version }
settings-licence = Logiciel libre sous les licences MIT et Apache 2.0.
settings-not-cisco = Turnup n’est pas affilié à Cisco. Webex et Cisco sont des marques de Cisco Systems, Inc.
settings-guide = Guide Webex de l’activation
settings-keys = Toutes les touches
