### A colleague’s review: somebody else looks at what is proposed before it becomes final.

## Asking for it, before the point of no return
review-title = A colleague’s review
review-offer = Ask a colleague to look first
review-offer-text = They approve or decline what you chose; it is still you who confirms.
review-not-ready = Choose the organizations first; then there is something to look at.
review-ask = Ask a colleague…
review-ask-again = Ask again…
review-reviewer = Your colleague’s e-mail address
review-send = Ask for a review
review-not-now = Not now
review-asked = { $reviewer } is asked to look at it.
review-withdraw = Withdraw the question
review-withdrawn = The question is withdrawn.
review-look = Look at it
review-to-confirm = Open the confirmation

## Where it stands
review-is-pending = { $part ->
    [asked_of_me] { $asked_by } asks you to look at what they propose
    [asked_by_me] You asked { $reviewer } to look at this
   *[other] { $asked_by } asked { $reviewer } to look at what they propose
}
review-is-approved = { $part ->
    [asked_of_me] You approved what { $asked_by } proposes
    [asked_by_me] { $reviewer } approved this
   *[other] { $reviewer } approved what { $asked_by } proposes
}
review-is-approved-earlier = { $reviewer } approved earlier answers
review-is-declined = { $part ->
    [asked_of_me] You declined what { $asked_by } proposes
    [asked_by_me] { $reviewer } declined this
   *[other] { $reviewer } declined what { $asked_by } proposes
}
review-is-other = The review by { $reviewer } is at a point that this Turnup does not know ({ $state })
review-on = On { $date }
review-said = “{ $note }”
review-waits = It waits for their answer.
review-question-goes-out = The question goes out when the service answers.
review-answer-goes-out = Your answer goes out when the service answers.
review-changed = Your answers changed since: ask again.
review-not-comparable = It was written by another program or version and cannot be compared with your answers: ask again.
review-differs = It is about other answers than yours.
review-change-first = Change what they mind, then ask again.

## Why the confirmation is closed
review-missing = A setting asks for a colleague’s approval before anything becomes final. { $standing ->
    [waits] The button opens once { $reviewer } approves.
    [approved] The button opens once the service has the approval.
    [declined] { $reviewer } declined: change what they mind, then ask again above.
    [changed] Your answers changed since { $reviewer } was asked: ask again above.
   *[other] Ask a colleague above; the button opens once they approve.
}

## Whoever is asked, on the order’s own page
review-card-title = { $colleague } asks you to look at this before it becomes final
review-card-text = Would you confirm the same? Your answer changes nothing on the order; your colleague confirms it.
review-card-comparison = The order against what your colleague chose
review-card-chosen = Your colleague chose
review-card-unreadable = This was proposed with another program or version, and cannot be shown here. Ask { $colleague } what it says before you answer.
review-note = Note to your colleague
review-note-hint = It goes with your answer.
review-note-why = Say in a few words what should change, or decline without a note.
review-approve = Approve
review-decline = Decline
review-decline-silently = Decline without a note
review-approved = You approved it.
review-declined = You declined it.
review-take-back = Take my answer back
