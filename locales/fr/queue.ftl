### La file d’attente : ce que le service n’a pas encore accepté, où cela en est, et que faire.

queue-list = Ce qui attend d’être envoyé
queue-count-waiting = { $count } en attente d’envoi
queue-count-decide = { $count } à décider
queue-column-order = Commande
queue-column-customer = Client
queue-column-act = Quoi
queue-column-since = Depuis
queue-column-standing = Où cela en est
queue-safe = { $count ->
    [one] Rien n’en est perdu sur cet ordinateur, même si Turnup est fermé ; l’envoi part quand il tourne à nouveau.
   *[other] Rien n’en est perdu sur cet ordinateur, même si Turnup est fermé ; les envois partent quand il tourne à nouveau.
}
queue-safe-decide = { $count ->
    [one] Rien n’en est perdu sur cet ordinateur, même si Turnup est fermé ; rien ne part avant votre décision.
   *[other] Rien n’en est perdu sur cet ordinateur, même si Turnup est fermé ; rien ne part avant vos décisions.
}
queue-offline-since = Hors ligne depuis { $time }. Tout partira d’ici tout seul dès que le service sera joignable.
queue-elsewhere = turnupctl envoie pour ce compte en ce moment. Ce qu’il n’envoie pas partira d’ici quand il aura terminé.
queue-offline = Hors ligne. Tout partira d’ici tout seul dès que le service sera joignable.
queue-signed-out = Vous êtes déconnecté. Tout est gardé ici et partira quand vous serez connecté.

## Rien n’attend
empty-queue = Rien n’attend d’être envoyé
empty-queue-text = Ce que vous confirmez reste ici jusqu’à ce que le service l’ait accepté. Hors ligne, cela attend ici sans risque et part tout seul.
empty-queue-activity = Voir ce qui a été accepté

## Où un acte en est, en quelques mots
queue-at-turn = en file ici
queue-at-time = en file ici · prochain essai { $when }
queue-at-predecessor = en file ici · derrière un autre
queue-at-approval = en file ici · accord attendu
queue-at-decision = à décider
queue-at-answer = envoi fait, réponse attendue
queue-at-unknown = arrivée incertaine

## Pourquoi
queue-why-turn = En file ici ; l’envoi part à la prochaine synchronisation.
queue-why-turn-offline = En file ici ; l’envoi part tout seul dès que le service sera joignable.
queue-why-turn-elsewhere = C’est en file d’attente ici. turnupctl envoie pour ce compte en ce moment ; ce qu’il n’envoie pas partira d’ici quand il aura terminé.
queue-why-turn-signed-out = En file ici ; l’envoi part quand vous serez connecté.
queue-why-time = En file ici ; un autre essai suit tout seul.
queue-why-predecessor = En file ici ; l’envoi part tout seul quand ce qui précède est accepté.
queue-why-approval = En file ici ; l’envoi part tout seul quand l’administrateur du client a donné son accord.
queue-why-decision = Le service ne l’a pas accepté. Rien n’a pris effet ; quelqu’un ici doit décider.
queue-why-gone = Le service ne connaît plus cette commande. Tout reste ici jusqu’à ce que vous le repreniez.
queue-why-answer = L’envoi est fait. Le service n’a pas encore répondu.
queue-why-unknown = L’envoi est peut-être arrivé. Turnup relit la commande avant de renvoyer quoi que ce soit.

## Que faire
queue-edit = Modifier
queue-decide = Comparer et décider
queue-retry = Réessayer maintenant
queue-ask = Demander au service
queue-take-back = Reprendre
queue-open = Ouvrir la commande
queue-retried = Un nouvel essai est fait
queue-taken-back = Reprise faite. Rien n’est envoyé.
queue-taken-back-draft = Reprise faite. Vos réponses peuvent de nouveau changer.
queue-undo = Annuler

## L’acte sur le côté
queue-detail-label = { $act }, commande { $number }
queue-service-says = Le service dit
queue-fact-order = Commande
queue-fact-actor = Demandé par
queue-fact-since = En file depuis
queue-fact-attempts = Essais
queue-fact-attempts-none = aucun
queue-fact-attempts-count = { $count }
queue-fact-next = Prochain essai
