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
welcome-signed-out = Vous êtes déconnecté
welcome-preparing = Préparation des commandes d’exemple…
welcome-other-address = Utiliser une autre adresse
