### Lettres prêtes à propos d’une commande, et les mots autour d’elles.

letter-title-resend = Demander l’e-mail au vendeur
letter-title-change-contact = Demander un autre contact au vendeur
letter-title-full-rights = Demander tous les droits au client
letter-intro = Turnup n’envoie rien : la lettre s’ouvre dans votre messagerie, ou vous la copiez.
letter-open-resend = Écrire au vendeur…
letter-open-change-contact = Demander un autre contact…
letter-open-full-rights = Demander tous les droits…
letter-to = À
letter-to-unknown = La commande ne donne aucune adresse : saisissez celle de l’administrateur.
letter-language = Langue de la lettre
letter-language-en = Anglais
letter-language-fr = Français
letter-new-contact = Nouveau contact d’activation
letter-new-contact-hint = L’adresse e-mail de la personne qui terminera la commande
letter-new-contact-missing = Indiquez qui doit devenir le contact.
letter-subject = Objet
letter-text = Texte
letter-restore = Reprendre le texte prêt
letter-copy-address = Copier l’adresse
letter-copy-subject = Copier l’objet
letter-copy-text = Copier le texte
letter-copied = Copié
letter-compose = Ouvrir dans la messagerie
letter-composed = La lettre est ouverte dans votre messagerie
letter-composed-detail = Rien n’est encore envoyé : l’envoi se fait de là.

## Les lettres
letter-hello = Bonjour,
letter-hello-name = Bonjour { $name },
letter-subject-resend = Commande { $number } : merci de renvoyer l’e-mail d’activation
letter-ask-resend = L’e-mail d’activation de cette commande ne nous est pas parvenu. Merci de le renvoyer à { $contact }.
letter-subject-change-contact = Commande { $number } : merci de changer le contact d’activation
letter-ask-change-contact = Merci de remplacer le contact d’activation de cette commande, { $contact }, par { $newcontact }, et de faire envoyer l’e-mail d’activation à cette adresse. Le contact peut changer tant que les organisations de la commande ne sont pas confirmées.
letter-subject-full-rights = Commande { $number } : merci de nous donner tous les droits dans votre organisation
letter-ask-full-rights = Nous configurons les services de cette commande dans votre organisation { $organization }. Notre organisation { $partner } n’y est que Provisioning Admin et n’en voit qu’une partie. Merci de lui donner tous les droits d’administration dans Control Hub, afin que nous puissions continuer à vous aider.
letter-fact-number = Numéro de commande : { $number }
letter-fact-subscription = Abonnement : { $subscription }
letter-fact-company = Entreprise : { $company }
letter-fact-closes = Clôture le : { $closes }
letter-thanks = Avec nos remerciements

## Ce que d’autres personnes reçoivent du service
preview-about = Le service l’écrit dans la langue du destinataire, avec un lien ; ses mots peuvent différer.
preview-nobody-yet = son adresse, dès qu’elle est donnée
preview-handover-title = Voici ce que cette personne reçoit
preview-handover-closes = La commande se clôt { $date }, pour elle aussi.
preview-handover-ends = Votre travail s’arrête ici : la commande quitte « À faire » et reste sous « Toutes ».
preview-review-title = Voici ce que votre collègue reçoit
preview-review-link = Son lien, « { $link } », mène à votre proposition.
preview-review-final = Sa réponse ne rend rien définitif : vous confirmez, ou modifiez votre proposition.
preview-sets-up-title = Voici ce que le client reçoit
preview-sets-up-administrator = un administrateur de { $name }
preview-sets-up-approval = Son accord est d’abord demandé, dans un e-mail à part.
preview-sets-up-keeps = Votre organisation garde son accès à la sienne.
preview-sets-up-ends = Avec la confirmation, les organisations sont définitives et votre travail s’arrête : vous ne configurez aucun service.
preview-sets-up-visible = La commande reste visible ici et montre ce qu’il en advient.
