### Premier démarrage : des données d’exemple, ou son propre service.

welcome-title = Bienvenue dans Turnup
welcome-text = Activez les commandes Webex de vos clients depuis une seule liste. Tout ce que vous saisissez est gardé sur cet ordinateur, en ligne ou non, et rien n’est définitif avant votre confirmation.
welcome-sample = Découvrir avec des données d’exemple
welcome-sample-text = Des commandes inventées et leur propre service, sur cet ordinateur. Essayez tout ; supprimez-les quand vous voulez.
welcome-sample-do = Découvrir
welcome-service = Relier à votre service
welcome-service-text = Connectez-vous à votre service d’activation. Ses commandes arrivent sur cet ordinateur et restent lisibles hors ligne.
welcome-address = Adresse du service
welcome-address-hint = Celle que votre administrateur vous a donnée, par exemple https://provisioning.example.com
welcome-connect = Relier
welcome-waiting = En attente de votre navigateur
welcome-waiting-text = Une page de { $address } s’est ouverte. Connectez-vous-y ; cette fenêtre continue toute seule.
welcome-waiting-url = Si aucune page ne s’est ouverte, ouvrez cette adresse dans votre navigateur :
welcome-copy = Copier l’adresse
welcome-copied = Adresse copiée
welcome-cancel = Annuler
welcome-sign-in = Se connecter
welcome-network = Réglages du réseau…

## Se connecter avec un code
welcome-code = Se connecter avec un code
welcome-code-why = Le navigateur ne peut pas revenir à cet ordinateur ?
welcome-code-asking = Un code est demandé au service…
welcome-code-open = Ouvrez cette adresse sur n’importe quel appareil :
welcome-code-type = Saisissez-y ce code :
welcome-code-copy = Copier le code
welcome-code-copied = Code copié
welcome-code-hyphen = tiret
welcome-code-spoken = Le code est { $code }.
welcome-code-after = Connectez-vous-y ; cette fenêtre continue toute seule.
welcome-code-left = Le code est encore valable { $left }.
welcome-code-until = Le code est valable jusqu’à { $time }.
welcome-code-expired = Ce code n’est plus valable
welcome-code-expired-text = Personne ne s’est connecté à temps. Demandez-en un autre ; l’ancien n’ouvre rien.
welcome-code-new = Nouveau code
welcome-code-browser = Utiliser le navigateur de cet ordinateur

## Qui était là
welcome-signed-out = Vous êtes déconnecté
welcome-preparing = Préparation des commandes d’exemple…
welcome-other-address = Utiliser une autre adresse
