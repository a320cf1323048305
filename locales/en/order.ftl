### Words of the order page: facts, state, queue, provisioning, timeline.

order-number = Order { $number }
order-closes-days = { $days ->
    [0] closes today
    [one] closes in { $days } day
   *[other] closes in { $days } days
}
order-closed-days = closed
order-closes-on = Closes { $date }
order-closed-on = Closed { $date }
order-not-opened = This order could not be opened
order-try-again = Try again
order-copy = Copy { $what }
order-copied = { $what } copied
order-summary-pdf = Summary PDF
order-summary-saved = { $pages ->
    [one] Summary saved, { $pages } page
   *[other] Summary saved, { $pages } pages
}
order-summary-open = Open
order-summary-show = Show in folder
order-drop-draft = Drop this draft
order-draft-dropped = Draft dropped
order-undo = Undo

## The state card
order-next-who = Next: say who completes it
order-next-partner = Next: choose the partner’s organization
order-next-customer = Next: choose the customer’s organization
order-next-own = Next: choose your organization
order-next-subscription = Next: say which services start now
order-next-meetings = Next: set up Meetings
order-next-calling = Next: set up Calling
order-next-contact-center = Next: set up Contact Center
order-next-review = Next: look everything through
order-continue = Continue set-up
order-start = Start set-up
order-saved-at = saved { $ago }
order-nothing-final = Nothing is final before you confirm.
order-mapped-only = The organizations are final. The services wait for you.

order-state-queued = Waits to be sent
order-state-queued-text = It goes out by itself when the service can be reached.
order-state-sending = Being sent
order-state-sending-text = The service is being asked. This takes a moment.
order-state-needs-attention = Needs your attention
order-state-conflict = The organizations or fields below need a decision. Nothing is lost.
order-state-awaiting-approval = The customer is asked to approve
order-state-awaiting-approval-text = Set-up opens when the customer’s administrator has approved.
order-state-provisioning = Provisioning
order-state-provisioning-text = The service is at work. You can leave; it goes on by itself.
order-state-provisioned = Provisioned
order-state-provisioned-text = Everything on this order works.
order-state-provisioned-with-errors = Provisioned with errors
order-state-provisioned-with-errors-text = Some of it works. Retry what failed, or read what the service says.
order-state-failed = Provisioning failed
order-state-failed-text = Retry what failed, or read what the service says.
order-state-customer-sets-up = The customer sets up
order-state-customer-sets-up-text = The customer’s administrator got an e-mail. There is nothing left for you to do.
order-state-handed-over = Handed over
order-state-handed-over-text = The new contact completes this order.
order-state-closed = Closed
order-state-closed-text = The time to complete this order ran out. Ask its seller for a new one.
order-state-cancelled = Cancelled
order-state-cancelled-text = The seller cancelled this order.
order-state-other = { $status }
order-take-back = Take back
order-edit-and-send = Edit and send again
order-try-entry = Try again
order-retry-failed = Retry what failed
order-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}

order-queue = What waits to be sent
order-queue-mapping = Confirm the organizations
order-queue-setup = Set up the services
order-queue-handover = Hand the order over
order-queue-resend = Send the e-mail again
order-queue-note = Change the note
order-queue-review = Ask a colleague for a review
order-queue-verdict = Answer a colleague’s review
order-queue-retry = Retry what failed
order-queue-other = Something else

## Provisioning
order-operation = What the service does
order-operation-create-organization = Organization { $subject }
order-operation-create-site = Site { $subject }
order-operation-assign-licenses = Licenses for { $subject }
order-operation-create-location = Location { $subject }
order-operation-register-sip = SIP name { $subject }
order-operation-create-tenant = Tenant { $subject }
order-operation-transfer-site = Transfer of { $subject }
order-operation-activate = Start of { $subject }
order-operation-activate-service = { $subject } switched on
order-operation-notify = E-mail to { $subject }
order-operation-other = { $code } { $subject }
order-step-pending = waits
order-step-running = at work
order-step-succeeded = done
order-step-failed = failed
order-operation-progress = { $done } of { $total } done

## Facts
order-lines = What was ordered
order-organizations = Organizations
order-partner = Partner
order-customer = Customer
order-own = Your company
order-matched-by-email = matched by e-mail
order-created-new = newly created
order-will-be-created = will be created
order-not-chosen = not chosen yet
order-approval-required = approval asked
order-approval-granted = approved
order-approval-declined = declined
order-provisioning-admin = You are Provisioning Admin of this organization: you set its services up, but see only a part of it. Its administrator can give you full rights.
order-mapped-by = Confirmed by { $by }, { $when }
order-customer-sets-up = The customer sets up the services
order-facts = Facts
order-fact-kind = Kind
order-fact-requested-start = Requested start
order-fact-mail-sent = E-mail sent
order-fact-closes = Closes
order-fact-contact = Contact
order-fact-contact-frozen = final
order-fact-seller = Seller
order-fact-assignee = Colleague on it
order-fact-end-customer = End customer
order-fact-nobody = nobody
order-kind-new = New subscription
order-kind-transfer = Transfer
order-kind-update = Change of quantities
order-kind-trial-conversion = Trial becomes paid
order-kind-other = { $kind }
order-service-state-not-set-up = not set up yet
order-service-state-automatic = starts by itself
order-service-state-deferred = set up later
order-service-state-provisioning = at work
order-service-state-provisioned = works
order-service-state-failed = failed
order-resend = Send the e-mail again
order-resend-hint = The provisioning e-mail goes to { $email } once more.
order-resend-queued = The service is asked to send the e-mail again.
order-ask-seller = If the e-mail never came, ask { $seller } to send it again.

## Note
order-note = Note
order-note-hint = Colleagues who see this order read it too.
order-note-save = Save note
order-note-saved = Note saved; it is sent with the next sync.
order-note-queued = waits to be sent
order-note-left = The note on order { $number } is kept here; colleagues do not see it yet
order-note-discard = Undo changes
order-note-too-long = The note is longer than { $max } characters.

## Activity
order-activity = Activity
order-activity-all = Done on this computer
order-activity-empty = Nothing has happened yet.
order-activity-service = the service
order-activity-here = on this computer
order-activity-by = by { $actor }
order-timeline-order-received = Order received
order-timeline-mail-sent = Provisioning e-mail sent
order-timeline-mail-resent = Provisioning e-mail sent again
order-timeline-email-opened = Provisioning e-mail opened
order-timeline-mapped = Organizations confirmed
order-timeline-approval-asked = Customer asked to approve
order-timeline-approved = Customer approved
order-timeline-declined = Customer declined
order-timeline-setup-accepted = Set-up accepted
order-timeline-deferred = Services put off
order-timeline-handed-over = Handed over
order-timeline-note-changed = Note changed
order-timeline-assignee-changed = Colleague changed
order-timeline-review-asked = Review asked of { $reviewer }
order-timeline-review-approved = { $reviewer } approved what is proposed
order-timeline-review-declined = { $reviewer } declined what is proposed
order-timeline-review-withdrawn = Review by { $reviewer } not asked any more
order-timeline-provisioned = Provisioned
order-timeline-provisioned-with-errors = Provisioned with errors
order-timeline-failed = Provisioning failed
order-timeline-retried = Retry begun
order-timeline-closed = Order closed
order-timeline-cancelled = Order cancelled by the seller
order-timeline-draft-started = Draft begun
order-timeline-draft-dropped = Draft dropped
order-timeline-partner-chosen = Partner’s organization chosen
order-timeline-customer-chosen = Customer’s organization chosen
order-timeline-organization-chosen = Organization chosen
order-timeline-queued = Queued
order-timeline-queued-mapping = Organizations queued
order-timeline-queued-setup = Set-up queued
order-timeline-queued-handover = Handing over queued
order-timeline-queued-resend = Request for the e-mail queued
order-timeline-queued-note = Note queued
order-timeline-queued-review = Question to a colleague queued
order-timeline-queued-verdict = Answer to a colleague queued
order-timeline-queued-retry = Retry queued
order-timeline-sent = Sent
order-timeline-sent-mapping = Organizations sent
order-timeline-sent-setup = Set-up sent
order-timeline-sent-handover = Handing over sent
order-timeline-sent-resend = Request for the e-mail sent
order-timeline-sent-note = Note sent
order-timeline-sent-review = Question to a colleague sent
order-timeline-sent-verdict = Answer to a colleague sent
order-timeline-sent-retry = Retry sent
order-timeline-unanswered = No answer came: it may have arrived
order-timeline-unanswered-mapping = Organizations: no answer came, it may have arrived
order-timeline-unanswered-setup = Set-up: no answer came, it may have arrived
order-timeline-unanswered-handover = Handing over: no answer came, it may have arrived
order-timeline-unanswered-resend = Request for the e-mail: no answer came, it may have arrived
order-timeline-unanswered-note = Note: no answer came, it may have arrived
order-timeline-unanswered-review = Question to a colleague: no answer came, it may have arrived
order-timeline-unanswered-verdict = Answer to a colleague: no answer came, it may have arrived
order-timeline-unanswered-retry = Retry: no answer came, it may have arrived
order-timeline-accepted = Accepted by the service
order-timeline-accepted-mapping = Organizations accepted by the service
order-timeline-accepted-setup = Set-up accepted by the service
order-timeline-accepted-handover = Handing over accepted by the service
order-timeline-accepted-resend = E-mail sent again by the service
order-timeline-accepted-note = Note accepted by the service
order-timeline-accepted-review = Question to a colleague accepted by the service
order-timeline-accepted-verdict = Answer to a colleague accepted by the service
order-timeline-accepted-retry = Retry accepted by the service
order-timeline-refused = Not accepted by the service
order-timeline-parked = Needs attention
order-timeline-parked-mapping = Organizations not accepted
order-timeline-parked-setup = Set-up not accepted
order-timeline-parked-handover = Handing over not accepted
order-timeline-parked-resend = Request for the e-mail not accepted
order-timeline-parked-note = Note not accepted
order-timeline-parked-review = Question to a colleague not accepted
order-timeline-parked-verdict = Answer to a colleague not accepted
order-timeline-parked-retry = Retry not accepted
order-timeline-retry-later = Tried; tried again later
order-timeline-unparked = Queued again
order-timeline-unparked-mapping = Organizations queued again
order-timeline-unparked-setup = Set-up queued again
order-timeline-unparked-handover = Handing over queued again
order-timeline-unparked-resend = Request for the e-mail queued again
order-timeline-unparked-note = Note queued again
order-timeline-unparked-review = Question to a colleague queued again
order-timeline-unparked-verdict = Answer to a colleague queued again
order-timeline-unparked-retry = Retry queued again
order-timeline-restored = Brought back from a backup
order-timeline-taken-back = Taken back
order-timeline-taken-back-mapping = Organizations taken back
order-timeline-taken-back-setup = Set-up taken back
order-timeline-taken-back-handover = Handing over taken back
order-timeline-taken-back-resend = Request for the e-mail taken back
order-timeline-taken-back-note = Note taken back
order-timeline-taken-back-review = Question to a colleague taken back
order-timeline-taken-back-verdict = Answer to a colleague taken back
order-timeline-taken-back-retry = Retry taken back
order-timeline-merged = Changed elsewhere; your answers fit
order-timeline-clashed = Changed elsewhere; it needs your decision
order-timeline-kept-mine = Settled: your answers stand
order-timeline-took-theirs = Settled: the service’s word stands
order-timeline-summary-saved = Summary saved
order-timeline-other = { $code }

## A reminder
reminder-title = Reminder
reminder-label = Remind me of this order
reminder-hint = Only you see it. The order stands above your list on that day.
reminder-none = Not set
reminder-choice = { $ago } – { $day }
reminder-on = { $day }: you are reminded of this order.
reminder-change = Another day
reminder-drop = Forget it
reminder-set = You are reminded on { $day }
reminder-dropped = Reminder forgotten
order-timeline-reminder-set = Reminder set
order-timeline-reminder-dropped = Reminder forgotten

## Notices put off
snooze-title = Notices
snooze-label = Say nothing of this order until
snooze-hint = No notice of the system until then. It stays in its lists.
snooze-none = Not put off
snooze-later = Later today (in 3 hours)
snooze-tomorrow = Tomorrow morning
snooze-on = No notices until { $until }
snooze-drop = Show them again
snooze-dropped = Notices are shown again
order-timeline-snoozed = Notices put off
order-timeline-snooze-dropped = Notices shown again

## The customer did not agree
declined-title = { $customer } did not agree
declined-customer = The customer
declined-reason-declined-by-customer = Its administrator declined your request.
declined-said = The reason it gave: { $reason }.
declined-next = That was on { $day }. Nothing was mapped: choose another organization, or agree with the customer and confirm the same one again.
declined-choose = Look at the candidates again
