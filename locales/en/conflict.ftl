### Words of the card on which two people's changes to one order are settled.

conflict-title = Somebody else changed this order
conflict-by = { $who } changed it { $when }. Your answers are kept; nothing is sent before you decide.
conflict-by-nobody = It changed at the service after you answered. Your answers are kept; nothing is sent before you decide.
conflict-ended-order-closed = The order closed before this was sent
conflict-ended-order-cancelled = The seller cancelled the order before this was sent
conflict-ended-order-handed-over = The order was handed over before this was sent
conflict-ended-text = Nothing can be asked for it any more. Your answers can stay here as a copy: they can be read and printed, and they are never sent.
conflict-mine = Keep mine
conflict-theirs = Take what the service has
conflict-nothing = nothing
conflict-final = This is final at the service; yours cannot be asked for any more.
conflict-was = Before both changes: { $value }
conflict-rests-on = Your answer rests on it: { $answer } ({ $value })
conflict-theirs-partner = Choose the partner’s organization again
conflict-theirs-customer = Choose the customer’s organization again
conflict-theirs-licenses = Distribute the licences again
conflict-theirs-handover = Name somebody else
conflict-about-partner = Partner’s organization
conflict-about-customer = Customer’s organization
conflict-about-customer-sets-up = Who sets up the services
conflict-about-company = End customer
conflict-about-email = End customer’s e-mail
conflict-about-country = End customer’s country
conflict-about-contact = Provisioning contact
conflict-about-handover = Hand-over to
conflict-about-note = Shared note
conflict-about-line = Licences: { $line }
conflict-about-other = Answer
conflict-customer-sets-up = The customer
conflict-settle = Settle
conflict-settle-first = { $count ->
    [one] Decide first which one stands
   *[other] Decide each of them first
}
conflict-settled = Settled
conflict-keep-copy = Keep my answers as a copy
conflict-copy-kept = Kept as a copy
conflict-yours = Yours: { $value }
conflict-look = See what changed and decide
