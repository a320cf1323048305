### La relecture d’un collègue : quelqu’un d’autre regarde la proposition avant qu’elle soit définitive.

## La demander, avant le point de non-retour
review-title = La relecture d’un collègue
review-offer = Demander d’abord une relecture à un collègue
review-offer-text = Cette personne approuve ou refuse votre choix ; c’est toujours vous qui confirmez.
review-not-ready = Choisissez d’abord les organisations ; il y aura alors quelque chose à relire.
review-ask = Demander à un collègue…
review-ask-again = Redemander…
review-reviewer = Adresse e-mail de votre collègue
review-send = Demander une relecture
review-not-now = Pas maintenant
review-asked = La relecture est demandée à { $reviewer }.
review-withdraw = Retirer la demande
review-withdrawn = La demande est retirée.
review-look = Voir la proposition
review-to-confirm = Ouvrir la confirmation

## Où elle en est
review-is-pending = { $part ->
    [asked_of_me] { $asked_by } vous demande de relire sa proposition
    [asked_by_me] Vous avez demandé une relecture à { $reviewer }
   *[other] { $asked_by } a demandé à { $reviewer } de relire sa proposition
}
review-is-approved = { $part ->
    [asked_of_me] Vous avez approuvé la proposition de { $asked_by }
    [asked_by_me] Approuvé par { $reviewer }
   *[other] Proposition de { $asked_by } approuvée par { $reviewer }
}
review-is-approved-earlier = Approbation de { $reviewer } pour des réponses antérieures
review-is-declined = { $part ->
    [asked_of_me] Vous avez refusé la proposition de { $asked_by }
    [asked_by_me] Refusé par { $reviewer }
   *[other] Proposition de { $asked_by } refusée par { $reviewer }
}
review-is-other = La relecture par { $reviewer } en est à un point que ce Turnup ne connaît pas ({ $state })
review-on = Le { $date }
review-said = « { $note } »
review-waits = La réponse est attendue.
review-question-goes-out = La demande partira quand le service répondra.
review-answer-goes-out = Votre réponse partira quand le service répondra.
review-changed = Vos réponses ont changé depuis : redemandez.
review-not-comparable = La proposition vient d’un autre programme ou d’une autre version et ne peut pas être comparée à vos réponses : redemandez.
review-differs = Il s’agit d’autres réponses que les vôtres.
review-change-first = Modifiez ce qui pose question, puis redemandez.

## Pourquoi la confirmation est fermée
review-missing = Un réglage demande l’approbation d’un collègue avant que quoi que ce soit devienne définitif. { $standing ->
    [waits] Le bouton s’ouvrira avec l’approbation de { $reviewer }.
    [approved] Le bouton s’ouvrira quand le service aura reçu l’approbation.
    [declined] Refus de { $reviewer } : modifiez ce qui pose question, puis redemandez ci-dessus.
    [changed] Vos réponses ont changé depuis la demande à { $reviewer } : redemandez ci-dessus.
   *[other] Demandez à un collègue ci-dessus ; le bouton s’ouvrira avec son approbation.
}

## La personne sollicitée, sur la page de la commande
review-card-title = { $colleague } vous demande de regarder ceci avant que ce soit définitif
review-card-text = Confirmeriez-vous la même chose ? Votre réponse ne change rien à la commande ; c’est votre collègue qui confirme.
review-card-comparison = La commande face au choix de votre collègue
review-card-chosen = Votre collègue a choisi
review-card-unreadable = Cette proposition vient d’un autre programme ou d’une autre version, et ne peut pas être montrée ici. Demandez à { $colleague } ce qu’elle contient avant de répondre.
review-note = Note à votre collègue
review-note-hint = Elle accompagne votre réponse.
review-note-why = Dites en quelques mots ce qui devrait changer, ou refusez sans note.
review-approve = Approuver
review-decline = Refuser
review-decline-silently = Refuser sans note
review-approved = Proposition approuvée.
review-declined = Proposition refusée.
review-take-back = Reprendre ma réponse
