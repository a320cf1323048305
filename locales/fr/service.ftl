# La page de connexion du service de référence.
service-sign-in-title = Connexion au service d’activation d’exemple
service-sign-in-lead = Turnup demande à travailler avec vos commandes. Ce service est un exemple : il n’y a pas de mot de passe, choisissez qui vous voulez être.
service-sign-in-operator = Opérateur
service-sign-in-allow = Se connecter
service-sign-in-cancel = Annuler
service-sign-in-wrong-title = Cette connexion ne peut pas continuer
service-sign-in-wrong-lead = La demande ne vient pas de Turnup, ou il en manque une partie. Revenez à Turnup et recommencez.

# Signing in with a code, on another device.
service-device-title = Se connecter avec un code
service-device-code = Saisissez le code affiché par Turnup :
service-device-continue = Continuer
service-device-unknown = Ce code est inconnu ou n’est plus valable. Comparez-le avec celui que Turnup affiche.
service-device-same = Ne continuez que si Turnup affiche maintenant le code { $code } sur votre ordinateur.
service-device-done-title = Vous êtes connecté
service-device-done-lead = Revenez à Turnup sur votre ordinateur ; il continue tout seul. Vous pouvez fermer cette page.
service-device-denied-title = Vous n’êtes pas connecté
service-device-denied-lead = Turnup a été informé que vous ne souhaitez pas vous connecter. Vous pouvez fermer cette page.
