### Les mots de la page d’une commande : faits, état, file d’attente, activation, historique.

order-number = Commande { $number }
order-closes-days = { $days ->
    [0] dernier jour
    [one] reste { $days } jour
   *[other] reste { $days } jours
}
order-closed-days = close
order-closes-on = Clôture { $date }
order-closed-on = Close { $date }
order-not-opened = Cette commande n’a pas pu être ouverte
order-try-again = Réessayer
order-copy = Copier { $what }
order-copied = { $what } copié
order-summary-pdf = Récapitulatif PDF
order-summary-saved = { $pages ->
    [one] Récapitulatif enregistré, { $pages } page
   *[other] Récapitulatif enregistré, { $pages } pages
}
order-summary-open = Ouvrir
order-summary-show = Voir dans le dossier
order-drop-draft = Supprimer ce brouillon
order-draft-dropped = Brouillon supprimé
order-undo = Annuler

## L’état
order-next-who = À suivre : dire qui la termine
order-next-partner = À suivre : choisir l’organisation du partenaire
order-next-customer = À suivre : choisir l’organisation du client
order-next-own = À suivre : choisir votre organisation
order-next-subscription = À suivre : dire quels services commencent
order-next-meetings = À suivre : configurer Meetings
order-next-calling = À suivre : configurer Calling
order-next-contact-center = À suivre : configurer Contact Center
order-next-review = À suivre : tout vérifier
order-continue = Continuer
order-start = Commencer
order-saved-at = enregistré { $ago }
order-nothing-final = Rien n’est définitif avant la confirmation.
order-mapped-only = Les organisations sont définitives. Les services vous attendent.

order-state-queued = Attend d’être envoyée
order-state-queued-text = Elle partira toute seule dès que le service sera joignable.
order-state-sending = Envoi en cours
order-state-sending-text = Le service est interrogé. Cela prend un instant.
order-state-needs-attention = À traiter
order-state-conflict = Les organisations ou champs ci-dessous attendent une décision. Rien n’est perdu.
order-state-awaiting-approval = L’accord du client est demandé
order-state-awaiting-approval-text = La configuration s’ouvrira quand l’administrateur du client aura donné son accord.
order-state-provisioning = En cours d’activation
order-state-provisioning-text = Le service travaille. Vous pouvez quitter la page ; tout continue seul.
order-state-provisioned = Activée
order-state-provisioned-text = Tout fonctionne sur cette commande.
order-state-provisioned-with-errors = Activée avec des erreurs
order-state-provisioned-with-errors-text = Une partie fonctionne. Relancez ce qui a échoué, ou lisez ce que dit le service.
order-state-failed = Échec de l’activation
order-state-failed-text = Relancez ce qui a échoué, ou lisez ce que dit le service.
order-state-customer-sets-up = Le client configure
order-state-customer-sets-up-text = L’administrateur du client a reçu un e-mail. Il ne vous reste rien à faire.
order-state-handed-over = Transmise
order-state-handed-over-text = Le nouveau contact termine cette commande.
order-state-closed = Close
order-state-closed-text = Le délai de cette commande est passé. Demandez-en une nouvelle à son vendeur.
order-state-cancelled = Annulée
order-state-cancelled-text = Le vendeur a annulé cette commande.
order-state-other = { $status }
order-take-back = Reprendre
order-edit-and-send = Modifier et renvoyer
order-try-entry = Réessayer
order-retry-failed = Relancer ce qui a échoué
order-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}

order-queue = Ce qui attend d’être envoyé
order-queue-mapping = Confirmer les organisations
order-queue-setup = Configurer les services
order-queue-handover = Transmettre la commande
order-queue-resend = Renvoyer l’e-mail
order-queue-note = Modifier la note
order-queue-review = Demander une relecture à un collègue
order-queue-verdict = Répondre à la relecture d’un collègue
order-queue-retry = Relancer ce qui a échoué
order-queue-other = Autre chose

## Activation
order-operation = Ce que fait le service
order-operation-create-organization = Organisation { $subject }
order-operation-create-site = Site { $subject }
order-operation-assign-licenses = Licences de { $subject }
order-operation-create-location = Emplacement { $subject }
order-operation-register-sip = Nom SIP { $subject }
order-operation-create-tenant = Espace { $subject }
order-operation-transfer-site = Transfert de { $subject }
order-operation-activate = Démarrage de { $subject }
order-operation-activate-service = Activation de { $subject }
order-operation-notify = E-mail à { $subject }
order-operation-other = { $code } { $subject }
order-step-pending = en attente
order-step-running = en cours
order-step-succeeded = fait
order-step-failed = échec
order-operation-progress = { $done } sur { $total }

## Faits
order-lines = Ce qui a été commandé
order-organizations = Organisations
order-partner = Partenaire
order-customer = Client
order-own = Votre entreprise
order-matched-by-email = trouvée par l’e-mail
order-created-new = créée pour cette commande
order-will-be-created = sera créée
order-not-chosen = pas encore choisie
order-approval-required = accord demandé
order-approval-granted = accord donné
order-approval-declined = accord refusé
order-provisioning-admin = Vous êtes Provisioning Admin de cette organisation : vous configurez ses services, mais n’en voyez qu’une partie. Son administrateur peut vous donner tous les droits.
order-mapped-by = Confirmé par { $by }, { $when }
order-customer-sets-up = Le client configure lui-même les services
order-facts = Faits
order-fact-kind = Nature
order-fact-requested-start = Début souhaité
order-fact-mail-sent = E-mail envoyé
order-fact-closes = Clôture
order-fact-contact = Contact
order-fact-contact-frozen = définitif
order-fact-seller = Vendeur
order-fact-assignee = Collègue chargé
order-fact-end-customer = Client final
order-fact-nobody = personne
order-kind-new = Nouvel abonnement
order-kind-transfer = Transfert
order-kind-update = Changement de quantités
order-kind-trial-conversion = Essai devenu payant
order-kind-other = { $kind }
order-service-state-not-set-up = pas encore configuré
order-service-state-automatic = commence tout seul
order-service-state-deferred = remis à plus tard
order-service-state-provisioning = en cours
order-service-state-provisioned = activé
order-service-state-failed = échec
order-resend = Renvoyer l’e-mail
order-resend-hint = L’e-mail d’activation repart à { $email }.
order-resend-queued = Le service est prié de renvoyer l’e-mail.
order-ask-seller = Si l’e-mail n’est jamais arrivé, demandez à { $seller } de le renvoyer.

## Note
order-note = Note
order-note-hint = Les collègues qui voient cette commande la lisent aussi.
order-note-save = Enregistrer la note
order-note-saved = Note enregistrée ; elle part à la prochaine synchronisation.
order-note-queued = attend d’être envoyée
order-note-left = La note de la commande { $number } reste ici ; les collègues ne la voient pas encore
order-note-discard = Annuler les changements
order-note-too-long = La note dépasse { $max } caractères.

## Historique
order-activity = Historique
order-activity-all = Fait sur cet ordinateur
order-activity-empty = Il ne s’est encore rien passé.
order-activity-service = le service
order-activity-here = sur cet ordinateur
order-activity-by = par { $actor }
order-timeline-order-received = Commande reçue
order-timeline-mail-sent = E-mail d’activation envoyé
order-timeline-mail-resent = E-mail d’activation renvoyé
order-timeline-email-opened = E-mail d’activation ouvert
order-timeline-mapped = Organisations confirmées
order-timeline-approval-asked = Accord demandé au client
order-timeline-approved = Accord donné par le client
order-timeline-declined = Accord refusé par le client
order-timeline-setup-accepted = Configuration acceptée
order-timeline-deferred = Services remis à plus tard
order-timeline-handed-over = Commande transmise
order-timeline-note-changed = Note modifiée
order-timeline-assignee-changed = Collègue changé
order-timeline-review-asked = Relecture demandée à { $reviewer }
order-timeline-review-approved = Proposition approuvée par { $reviewer }
order-timeline-review-declined = Proposition refusée par { $reviewer }
order-timeline-review-withdrawn = Relecture par { $reviewer } retirée
order-timeline-provisioned = Activée
order-timeline-provisioned-with-errors = Activée avec des erreurs
order-timeline-failed = Échec de l’activation
order-timeline-retried = Relance commencée
order-timeline-closed = Commande close
order-timeline-cancelled = Commande annulée par le vendeur
order-timeline-draft-started = Brouillon commencé
order-timeline-draft-dropped = Brouillon supprimé
order-timeline-partner-chosen = Organisation du partenaire choisie
order-timeline-customer-chosen = Organisation du client choisie
order-timeline-organization-chosen = Organisation choisie
order-timeline-queued = Mise en file
order-timeline-queued-mapping = Organisations mises en file
order-timeline-queued-setup = Configuration mise en file
order-timeline-queued-handover = Transmission mise en file
order-timeline-queued-resend = Renvoi de l’e-mail mis en file
order-timeline-queued-note = Note mise en file
order-timeline-queued-review = Demande de relecture mise en file
order-timeline-queued-verdict = Réponse à une relecture mise en file
order-timeline-queued-retry = Relance mise en file
order-timeline-sent = Envoyé
order-timeline-sent-mapping = Organisations envoyées
order-timeline-sent-setup = Configuration envoyée
order-timeline-sent-handover = Transmission envoyée
order-timeline-sent-resend = Renvoi de l’e-mail demandé
order-timeline-sent-note = Note envoyée
order-timeline-sent-review = Demande de relecture envoyée
order-timeline-sent-verdict = Réponse à une relecture envoyée
order-timeline-sent-retry = Relance envoyée
order-timeline-unanswered = Sans réponse : arrivée incertaine
order-timeline-unanswered-mapping = Organisations : sans réponse, arrivée incertaine
order-timeline-unanswered-setup = Configuration : sans réponse, arrivée incertaine
order-timeline-unanswered-handover = Transmission : sans réponse, arrivée incertaine
order-timeline-unanswered-resend = Demande de l’e-mail : sans réponse, arrivée incertaine
order-timeline-unanswered-note = Note : sans réponse, arrivée incertaine
order-timeline-unanswered-review = Demande de relecture : sans réponse, arrivée incertaine
order-timeline-unanswered-verdict = Réponse à une relecture : sans réponse, arrivée incertaine
order-timeline-unanswered-retry = Relance : sans réponse, arrivée incertaine
order-timeline-accepted = Accepté par le service
order-timeline-accepted-mapping = Organisations acceptées par le service
order-timeline-accepted-setup = Configuration acceptée par le service
order-timeline-accepted-handover = Transmission acceptée par le service
order-timeline-accepted-resend = E-mail renvoyé par le service
order-timeline-accepted-note = Note acceptée par le service
order-timeline-accepted-review = Demande de relecture acceptée par le service
order-timeline-accepted-verdict = Réponse à une relecture acceptée par le service
order-timeline-accepted-retry = Relance acceptée par le service
order-timeline-refused = Refusé par le service
order-timeline-parked = Demande votre attention
order-timeline-parked-mapping = Organisations non acceptées
order-timeline-parked-setup = Configuration non acceptée
order-timeline-parked-handover = Transmission non acceptée
order-timeline-parked-resend = Demande de l’e-mail non acceptée
order-timeline-parked-note = Note non acceptée
order-timeline-parked-review = Demande de relecture non acceptée
order-timeline-parked-verdict = Réponse à une relecture non acceptée
order-timeline-parked-retry = Relance non acceptée
order-timeline-retry-later = Essai fait, un autre suivra
order-timeline-unparked = De nouveau en file
order-timeline-unparked-mapping = Organisations de nouveau en file
order-timeline-unparked-setup = Configuration de nouveau en file
order-timeline-unparked-handover = Transmission de nouveau en file
order-timeline-unparked-resend = Demande de l’e-mail de nouveau en file
order-timeline-unparked-note = Note de nouveau en file
order-timeline-unparked-review = Demande de relecture de nouveau en file
order-timeline-unparked-verdict = Réponse à une relecture de nouveau en file
order-timeline-unparked-retry = Relance de nouveau en file
order-timeline-restored = Rapporté d’une sauvegarde
order-timeline-taken-back = Reprise
order-timeline-taken-back-mapping = Organisations : reprise faite
order-timeline-taken-back-setup = Configuration : reprise faite
order-timeline-taken-back-handover = Transmission : reprise faite
order-timeline-taken-back-resend = Demande de l’e-mail : reprise faite
order-timeline-taken-back-note = Note : reprise faite
order-timeline-taken-back-review = Demande de relecture : reprise faite
order-timeline-taken-back-verdict = Réponse à une relecture : reprise faite
order-timeline-taken-back-retry = Relance : reprise faite
order-timeline-merged = Modifiée ailleurs ; vos réponses conviennent
order-timeline-clashed = Modifiée ailleurs ; à vous de décider
order-timeline-kept-mine = Réglé : vos réponses restent
order-timeline-took-theirs = Réglé : la version du service reste
order-timeline-summary-saved = Récapitulatif enregistré
order-timeline-other = { $code }

## Un rappel
reminder-title = Rappel
reminder-label = Me rappeler cette commande
reminder-hint = Vous seul le voyez. Ce jour-là, la commande se trouve au-dessus de votre liste.
reminder-none = Aucun
reminder-choice = { $ago } – { $day }
reminder-on = { $day } : cette commande vous sera rappelée.
reminder-change = Un autre jour
reminder-drop = L’oublier
reminder-set = Rappel prévu { $day }
reminder-dropped = Rappel oublié
order-timeline-reminder-set = Rappel prévu
order-timeline-reminder-dropped = Rappel oublié

## Avis remis à plus tard
snooze-title = Avis
snooze-label = Ne rien dire de cette commande avant
snooze-hint = Aucun avis du système d’ici là. Elle reste dans ses listes.
snooze-none = Pas de pause
snooze-later = Plus tard aujourd’hui (dans 3 heures)
snooze-tomorrow = Demain matin
snooze-on = Aucun avis avant : { $until }
snooze-drop = Les afficher de nouveau
snooze-dropped = Les avis s’affichent de nouveau
order-timeline-snoozed = Avis remis à plus tard
order-timeline-snooze-dropped = Avis affichés de nouveau

## Le client n’a pas donné son accord
declined-title = { $customer } n’a pas donné son accord
declined-customer = Le client
declined-reason-declined-by-customer = Son administrateur a refusé votre demande.
declined-said = La raison donnée : { $reason }.
declined-next = C’était le { $day }. Rien n’est rattaché ; choisissez une autre organisation, ou mettez-vous d’accord avec le client et confirmez la même.
declined-choose = Revoir les candidates
