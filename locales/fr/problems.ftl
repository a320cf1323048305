### Les mots pour ce qui ne va pas dans un champ, dans une action ou dans une commande.
### Un message par code : ce qui ne va pas et que faire ensuite.

## Champs

problem-required = Il faut remplir ce champ.
problem-too-long = Pas plus de { $max } caractères ici.
problem-too-short = Il faut au moins { $min } caractères.
problem-invalid-characters = Uniquement des minuscules de a à z, des chiffres et des traits d’union à l’intérieur du nom.
problem-control-characters = Ce texte contient des caractères invisibles. Ressaisissez-le ou collez-le sans mise en forme.
problem-invalid-email = Cette adresse e-mail n’est pas complète. Exemple : nom@entreprise.fr.
problem-same-as-contact = C’est déjà le contact de la commande. Indiquez quelqu’un d’autre.
problem-same-as-asker = C’est vous. Indiquez un collègue.
problem-percent-sign = Un nom d’entreprise ne peut pas contenir de signe pour cent.
problem-unknown-value = Le service ne connaît pas cette valeur. Choisissez-en une dans la liste.
problem-hyphen-at-end = Un trait d’union peut se trouver à l’intérieur du nom, pas au début ni à la fin.
problem-reserved = Ce nom est réservé. Choisissez-en un autre.
problem-invalid = La saisie semble incorrecte. Vérifiez-la.
problem-number = Il faut ici un nombre entier.
problem-licenses-left-over = { $left ->
    [one] { $left } licence n’a pas encore de site.
   *[other] { $left } licences n’ont pas encore de site.
}
problem-licenses-too-many = { $over ->
    [one] { $over } licence de plus que la commande.
   *[other] { $over } licences de plus que la commande.
}
problem-too-many-sites = Plus de { $max } sites, c’est trop. Retirez-en.
problem-duplicate-site = Un autre site de cette commande porte le même nom.
problem-looks-like = Vouliez-vous dire « { $meant } » ? Ce nom ressemble à celui du client sans l’être. Vous pouvez continuer.
problem-postal-code-unusual = Ce code postal est inhabituel pour le pays. Vérifiez-le ; vous pouvez continuer.
problem-same-as-partner = C’est l’organisation choisie comme partenaire. Celle du client est une autre.
problem-site-name-taken = Ce nom de site est déjà pris. Choisissez-en un autre.
problem-sip-name-taken = Ce nom SIP est déjà pris. Choisissez-en un autre.
problem-name-taken = Ce nom est déjà pris. Choisissez-en un autre.
problem-location-name-taken = Un emplacement porte déjà ce nom. Choisissez-en un autre.
problem-site-not-found = Aucun site de ce nom n’a été trouvé. Vérifiez son adresse dans le Control Hub du client.
problem-transfer-not-found = Le service ne connaît pas ce code de transfert. Demandez à la personne qui vous l’a donné.
problem-site-not-on-transfer = Ce site ne fait pas partie de ce code de transfert. Vérifiez les deux.
problem-unknown-organization = Cette organisation est introuvable désormais. Cherchez-la de nouveau.
problem-user-in-other-organization = Cette personne appartient à une autre organisation. Indiquez un autre administrateur.
problem-confirmation-mismatch = Ce n’est pas le numéro de la commande.
problem-approval-required = L’administrateur du client devra donner son accord.
problem-better-candidate = { $name } semble désormais plus probable ({ $score } points). Comparez les deux, puis confirmez encore une fois.
problem-new-flag = Nouveau depuis votre choix : { $flag }
problem-provisioning-step-failed = Échec côté service. Relancez cette étape ; ce qui fonctionne ne change pas.
problem-earlier-step-failed = L’étape précédente a échoué.
problem-whole-page = Quelque chose ne va pas encore sur cette page.
problem-unknown = Le service n’a pas accepté cette valeur ({ $code }). Vérifiez-la ou adressez-vous à l’assistance du service.

## Actions refusées par le service

problem-malformed-request = Le service n’a pas pu lire l’envoi. Mettez Turnup à jour, puis réessayez.
problem-unauthenticated = Vous êtes déconnecté. Reconnectez-vous ; ce qui attend partira alors.
problem-forbidden = Vous n’avez pas ce droit pour cette commande. Adressez-vous à l’administrateur de votre service.
problem-not-the-reviewer = Seul le collègue sollicité peut donner son avis.
problem-not-found = Le service ne connaît plus cette commande, ou vous ne pouvez plus la voir.
problem-method-not-allowed = Le service ne propose pas cette action.
problem-after-point-of-no-return = Les organisations de cette commande sont définitives. Seule la configuration des services peut encore être demandée.
problem-before-point-of-no-return = Les organisations de cette commande ne sont pas encore confirmées.
problem-awaiting-approval = Le client n’a pas encore donné son accord. La configuration pourra partir ensuite.
problem-order-closed = La commande est close. Demandez-en une nouvelle à son vendeur.
problem-order-cancelled = Le vendeur a annulé la commande.
problem-order-handed-over = La commande a été transmise. Son nouveau contact la termine.
problem-operation-in-progress = Le service travaille encore sur cette commande. Réessayez quand il aura fini.
problem-nothing-to-retry = Il ne reste rien qui ait échoué.
problem-cannot-resend = L’e-mail de cette commande ne peut pas être renvoyé d’ici. Adressez-vous au vendeur.
problem-review-decided = Cette relecture est déjà terminée. Demandez-en une nouvelle.
problem-organization-changed = L’organisation choisie a changé depuis que vous l’avez examinée. Examinez-la de nouveau, puis confirmez encore une fois.
problem-similar-organization-exists = Une organisation très semblable existe déjà. Cherchez-la, ou choisissez d’en créer une malgré tout.
problem-request-in-progress = Le service traite encore la même demande.
problem-cursor-expired = Le service demande une synchronisation complète. Elle se fait toute seule.
problem-revision-conflict = Quelqu’un d’autre a modifié cette commande entre-temps. Comparez son état actuel avec vos réponses et décidez ce qui vaut.
problem-rescued = Ceci a été lu dans un fichier endommagé. Regardez ce qui est demandé, puis réessayez ou reprenez-le ; le service est d’abord interrogé pour savoir s’il l’a déjà.
problem-body-too-large = L’envoi est trop volumineux pour le service. Raccourcissez les textes les plus longs.
problem-validation-failed = Le service n’a pas accepté certains champs.
problem-idempotency-key-reused = Le service a déjà une autre demande sous la même clé. Modifiez et renvoyez.
problem-precondition-required = Le service demande une version plus récente de Turnup.
problem-rate-limited = Le service demande de ralentir. Un nouvel essai se fera tout seul.
problem-internal = Le service a échoué. Un nouvel essai se fera tout seul.
problem-unavailable = Le service est indisponible pour l’instant. Un nouvel essai se fera tout seul.
problem-evidence-changed = Les informations sur l’organisation ont changé depuis votre confirmation hors ligne. Rien n’a été envoyé. Examinez-la de nouveau, puis confirmez encore une fois.
problem-order-gone = Le service ne liste plus cette commande. Votre saisie est toujours là.
problem-unknown-outcome = La réponse s’est perdue en route. Turnup relit la commande avant de renvoyer quoi que ce soit.
problem-unreachable = Le service est injoignable. Un nouvel essai se fera tout seul.
problem-not-this-protocol = La réponse ne venait pas d’un service d’activation. Vérifiez le réseau, par exemple la page de connexion d’un hôtel.
problem-certificate = Le certificat du service n’a pas été accepté.
problem-not-chosen = Choisissez d’abord une organisation.
problem-mapping-without-setup = Seules les organisations sont confirmées ; les services seront configurés ensuite.

## Pourquoi les réponses ne peuvent pas changer

problem-frozen-queued = Cette commande attend d’être envoyée. Reprenez-la pour changer une réponse.
problem-frozen-sending = Cette commande est en cours d’envoi. Ses réponses sont figées jusqu’à la réponse du service.
problem-frozen-needs-attention = Le service n’a pas accepté votre envoi. Choisissez « Modifier et renvoyer » pour changer une réponse.
problem-frozen-awaiting-approval = Le client doit d’abord donner son accord. La configuration s’ouvrira ensuite.
problem-frozen-order-closed = La commande est close.
problem-frozen-order-cancelled = Le vendeur a annulé la commande.
problem-frozen-customer-sets-up = L’administrateur du client configure lui-même les services.
problem-frozen-provisioned = Tout est activé sur cette commande.
problem-frozen-order-gone = Le service ne liste plus cette commande. Votre saisie est gardée.
problem-frozen-provisioning = Le service travaille sur cette commande.
problem-frozen-failed = L’activation a échoué. Relancez ce qui a échoué depuis la page de la commande.
problem-frozen-handed-over = La commande a été transmise à quelqu’un d’autre.
problem-frozen-unknown-status = Cette version de Turnup ne connaît pas l’état de cette commande.
problem-frozen-mapped = Confirmé : les organisations de cette commande sont définitives.
problem-frozen-other = Les réponses de cette commande ne peuvent pas changer.
