### Words of the order summary, the document that is handed out.

summary-title = Order summary
summary-document-title = Order { $number }, { $customer }
summary-subject = Summary of the Webex order { $number }
summary-page = Page { $page } of { $pages }
summary-printed = Printed { $when }; times without a zone are in this one
summary-running = Order { $number }
summary-none = none
summary-not-answered = not answered yet
summary-nobody = nobody
summary-yes = yes
summary-no = no
summary-untitled = unnamed
summary-list-separator = {", "}
summary-colon = { $label }: { $value }
summary-glyphs = Characters written as their code
summary-glyphs-text = No font of this document can draw these characters, or they are invisible control characters. Where they stood, their code is written: { $list }
summary-glyph-count = { $code } ({ $count } ×)

## Stamps

summary-stamp-draft = Draft
summary-stamp-queued = Queued
summary-stamp-submitted = Submitted
summary-stamp-confirmed = Confirmed
summary-stamp-confirmed-with-errors = Confirmed with errors
summary-stamp-failed = Failed
summary-stamp-draft-text = Nothing of this was sent. Every answer can still change.
summary-stamp-queued-text = Confirmed by the operator, not answered by the provisioning service yet.
summary-stamp-submitted-text = Accepted by the provisioning service.
summary-stamp-confirmed-text = Everything that was asked for is provisioned.
summary-stamp-confirmed-with-errors-text = Only a part of what was asked for is provisioned.
summary-stamp-failed-text = Provisioning what was asked for failed.

## Dates and numbers

summary-date = { $day } { $month } { $year }
summary-date-time = { $date }, { $time }
summary-date-time-zone = { $date }, { $time } ({ $zone })
summary-zone = { $name }, UTC{ $offset }
summary-thousands = {","}
summary-month-1 = January
summary-month-2 = February
summary-month-3 = March
summary-month-4 = April
summary-month-5 = May
summary-month-6 = June
summary-month-7 = July
summary-month-8 = August
summary-month-9 = September
summary-month-10 = October
summary-month-11 = November
summary-month-12 = December

## The order and its people

summary-order = The order
summary-subscription = Subscription
summary-kind = Kind
summary-offer = Offer
summary-status = State
summary-closes = Closes
summary-no-deadline = no deadline
summary-requested-start = Requested start
summary-mail-sent = Provisioning e-mail sent
summary-assignee = Colleague on it
summary-people = People
summary-contact = Provisioning contact
summary-contact-final = final
summary-contact-zone = Time zone { $zone }
summary-seller = Seller
summary-end-customer = End customer
summary-completed-by = Completed by
summary-completed-by-for-customer = the partner, for a customer
summary-completed-by-own-company = the company itself
summary-completed-by-someone-else = somebody else
summary-handover = Handed over to
summary-handover-note = Note to them

## Organizations

summary-organizations = Organizations
summary-partner = Partner organization
summary-customer = Customer organization
summary-own = Own organization
summary-organization = Organization
summary-choice = Choice
summary-choice-undecided = Not chosen yet.
summary-choice-existing = existing organization
summary-choice-create = new organization, will be created
summary-choice-created = new organization, created with the mapping
summary-choice-create-anyway = although a similar organization exists
summary-country = Country or region
summary-vertical = Business vertical
summary-admin = Administrator
summary-domains = Domains
summary-users = Active users
summary-users-of = { $active } of { $users }
summary-last-activity = last active { $day }
summary-created-on = Created
summary-subscriptions = Active subscriptions
summary-licenses = { $count } licenses
summary-managed-by = Managed by
summary-trial-active = trial running
summary-trial-expired = trial expired
summary-consumer = consumer organization
summary-approval = Customer’s approval
summary-approval-not-required = not needed
summary-approval-required = asked for
summary-approval-granted = granted
summary-approval-declined = declined
summary-role = partner becomes { $role }
summary-role-provisioning-admin = Provisioning Admin
summary-outcome-matched = by its administrator’s or user’s e-mail
summary-outcome-candidates = as one of several candidates
summary-outcome-none = by the operator’s search
summary-evidence = Why this one
summary-score = Score { $score } of 100
summary-recommended = recommended
summary-points = { $reason } ({ $points } points)
summary-flag-red = Warning: { $text }
summary-flag-amber = Look twice: { $text }
summary-flag-info = Good to know: { $text }
summary-no-evidence = No evidence is kept on this computer for this choice.
summary-as-of-service = Evidence from the service as of { $when }; chosen { $chosen }
summary-as-of-cache = Evidence from the directory on this computer as of { $when }; chosen { $chosen }
summary-mapped = Mapping made final
summary-mapped-by = by { $by }, { $when }
summary-customer-sets-up = The customer’s administrator sets up the services.

## Services

summary-lines = What was ordered
summary-line = Line
summary-service = Service
summary-line-name = Name
summary-quantity = Quantity
summary-pending = Pending
summary-term = Term
summary-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
summary-state = State
summary-set-up-now = set up now
summary-set-up-later = set up later
summary-total = Total
summary-service-state-not-set-up = not set up yet
summary-service-state-automatic = starts by itself
summary-service-state-deferred = set up later
summary-service-state-provisioning = at work
summary-service-state-provisioned = works
summary-service-state-failed = failed
summary-status-awaiting-details = Awaiting details
summary-status-awaiting-approval = Awaiting the customer’s approval
summary-status-mapped = Organizations confirmed
summary-status-deferred = Set up later
summary-status-customer-sets-up = The customer sets up
summary-status-provisioning = Provisioning
summary-status-provisioned = Provisioned
summary-status-provisioned-with-errors = Provisioned with errors
summary-status-failed = Provisioning failed
summary-status-handed-over = Handed over
summary-status-closed = Closed
summary-status-cancelled = Cancelled

summary-meetings-sites = Webex Meetings: sites
summary-site = Site
summary-time-zone = Time zone
summary-early-release = Early release
summary-managed-in = Managed in
summary-managed-in-control-hub = Control Hub
summary-managed-in-site-administration = Site administration
summary-distribution = Licenses by site
summary-distribution-part = Licenses by site ({ $part } of { $parts })
summary-given-out = Given out
summary-ordered = Ordered
summary-left-over = Left over
summary-calling-location = Webex Calling: head office
summary-location = Location
summary-address = Address
summary-announcements = Announcement language
summary-emails = E-mail language
summary-sip = SIP name
summary-contact-center-country = Webex Contact Center
summary-country-of-operation = Country of operation
summary-later = Services put off
summary-later-text = Not set up with this confirmation; the order stays open for them: { $services }
summary-transfer = Transfer
summary-transfer-code = Transfer code
summary-transfer-site = Current site

## What happened

summary-provisioning = Provisioning
summary-provisioning-text = Begun { $start }
summary-provisioning-ended = Begun { $start }, ended { $end }
summary-step = Step
summary-said = What the service says
summary-problems = Problems
summary-note = Note
summary-timeline = Who did what when
summary-when = When
summary-who = Who
summary-what = What
summary-the-service = the service
