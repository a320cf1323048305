### Words of the wizard: its steps, their fields, the review and the point of no return.

## Stepper
wizard-steps = Steps of this order
wizard-step-who = Who completes it
wizard-step-partner = Partner organization
wizard-step-customer = Customer organization
wizard-step-own = Your organization
wizard-step-subscription = Subscription
wizard-step-meetings = Webex Meetings
wizard-step-calling = Webex Calling
wizard-step-contact-center = Webex Contact Center
wizard-step-review = Review
wizard-wall = Confirm: point of no return
wizard-details = Order details
wizard-progress-done = done
wizard-progress-current = next
wizard-progress-todo = open
wizard-progress-frozen = cannot be changed
wizard-step-position = Step { $step } of { $steps }
wizard-problem-count = { $count ->
    [one] { $count } thing to mend
   *[other] { $count } things to mend
}

## What was answered, under a step
wizard-answer-for-customer = For a customer
wizard-answer-own-company = For my company
wizard-answer-someone-else = Handed to { $email }
wizard-answer-someone-else-open = Someone else
wizard-answer-name = { $name }
wizard-answer-create = New: { $name }
wizard-answer-create-open = New organization
wizard-answer-customer-sets-up = { $name }, sets up alone
wizard-answer-services = { $list }
wizard-answer-now = { $service } now
wizard-answer-later = { $service } later
wizard-answer-site = { $name }
wizard-answer-sites = { $name } and { $more } more
wizard-answer-location = { $place }
wizard-answer-country = { $country }

## Foot of the page
wizard-back = Back
wizard-continue = Continue
wizard-to-confirmation = To the confirmation
wizard-saving = Saving…
wizard-saved = Draft saved
wizard-saved-nothing-final = Draft saved · nothing is final before you confirm
wizard-nothing-final = Nothing is final before you confirm
wizard-not-saved = Not saved yet: { $reason }
wizard-save-retry = Save again
wizard-frozen = These answers cannot be changed
wizard-outdated = This order changed at the service after you began the draft. Your answers are kept; look them through before you confirm.
wizard-final-mark = Cannot be changed later
wizard-costly-mark = Costly to change later
guide-link = Cisco’s guide
guide-link-about = Cisco’s guide: { $topic }
guide-topic-guide = provisioning an order
guide-topic-organizations = partner and customer organizations
guide-topic-rights = rights in a customer’s organization
guide-topic-sites = Meetings sites
guide-topic-locations = Calling locations
guide-topic-contact-center = Contact Center

## Who
wizard-who-title = Who completes this order?
wizard-who-intro = The order was sent to { $contact }.
wizard-who-for-customer = This order is for a customer
wizard-who-for-customer-hint = You choose your organization and the customer’s, and set the services up. You can go on helping the customer afterwards.
wizard-who-recommended = Recommended for partners
wizard-who-own-company = This order is for my company
wizard-who-own-company-hint = One organization only: your own. There is no customer to help.
wizard-who-someone-else = Someone else will complete it
wizard-who-someone-else-hint = The order goes to another person, with a note. Your work on it ends here.
wizard-handover-email = Their e-mail address
wizard-handover-note = Note to them
wizard-handover-note-hint = What they should know. They read it in their e-mail.
wizard-handover-final = Once handed over, only they can complete the order.
wizard-handover-button = Hand over
wizard-handover-queue = Hand over when online

## Subscription
wizard-subscription-title = When do the services start?
wizard-subscription-intro = { $subscription }. A service that starts later stays on the order, and the order stays in your inbox.
wizard-lines = Lines of the subscription
wizard-line-name = What was ordered
wizard-line-quantity = Quantity
wizard-line-term = Term
wizard-line-pending = changes to { $quantity }
wizard-term-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
wizard-when = When { $service } starts
wizard-when-now = Set up now
wizard-when-later = Set up later
wizard-when-all-now = Set all of them up now
wizard-when-all-later = All later
wizard-when-automatic = Starts by itself when you confirm
wizard-when-not-open = { $service } is past this choice: { $state }
wizard-when-now-hint-meetings = A step asks for its sites.
wizard-when-now-hint-calling = A step asks for the head office.
wizard-when-now-hint-contact-center = A step asks for its country.
wizard-when-later-hint = Nothing of it is set up yet; the order stays in your inbox and offers it again.
wizard-all-later = Every service starts later: only the organizations are confirmed.
wizard-transfer-title = Transfer
wizard-transfer-intro = An existing site moves to this subscription. Further sites on the same code follow by themselves.
wizard-transfer-code = Transfer code
wizard-transfer-site = One current site
wizard-transfer-site-hint = The address of one site that moves, such as { $example }
wizard-transfer-asking = Looking what lies on this code…
wizard-transfer-found = { $count ->
    [one] One site lies on this code.
   *[other] { $count } sites lie on this code.
}
wizard-transfer-unasked = The service could not be asked about this code. It is looked at again before anything is sent.
wizard-transfer-use = Take { $site }
wizard-transfer-sheet = On the sites, beside what was ordered
wizard-transfer-service = Service
wizard-transfer-ordered = Ordered
wizard-transfer-in-use = In use
wizard-transfer-means = What that means
wizard-transfer-same = As ordered
wizard-transfer-fewer = { $count ->
    [one] One more is free afterwards
   *[other] { $count } more are free afterwards
}
wizard-transfer-missing = New on the sites
wizard-transfer-more = { $count ->
    [one] One person more uses it than was ordered
   *[other] { $count } people more use it than was ordered
}
wizard-transfer-not-ordered = Not ordered: it ends with the transfer
wizard-transfer-compare = Compare the services on the sites with this order yourself: services that are not on the order are not carried over.

## Meetings
wizard-meetings-title = Which sites for Webex Meetings?
wizard-meetings-intro = A site is the address people meet at. One is enough for most customers.
wizard-site = Site { $number }
wizard-site-named = Site { $number }: { $name }
wizard-site-name = Site name
wizard-site-name-hint = Lower-case letters, digits, hyphens inside
wizard-site-name-later = Changing it later takes up to 24 hours; the old address can lead to the new one for 90 days.
wizard-site-time-zone = Time zone
wizard-site-time-zone-hint = Where most users of the site are
wizard-site-early = Early release schedule
wizard-site-early-yes = Yes, early
wizard-site-early-yes-hint = New features come before the normal roll-out.
wizard-site-early-no-hint = New features come with the normal roll-out.
wizard-site-early-no = No, with everybody
wizard-site-managed = Managed in
wizard-site-managed-control-hub = Control Hub
wizard-site-managed-site-administration = Site administration
wizard-site-managed-control-hub-hint = Recommended: users, sites and services in one place.
wizard-site-managed-site-administration-hint = A site apart, with its own administrators.
wizard-site-add = Add another site
wizard-site-remove = Remove
wizard-site-remove-named = Remove { $name }
wizard-site-removed = { $name } removed
wizard-site-undo = Undo
wizard-site-most = At most { $max } sites
wizard-site-none-transfer = No extra site: the transferred one is enough.

## Availability
wizard-name-checking = Asking whether { $name } is free…
wizard-name-available = { $name } is free
wizard-name-taken = { $name } is taken
wizard-name-invalid = { $name } cannot be used as a name
wizard-name-unknown = Offline: whether { $name } is free is asked before it is sent
wizard-name-suggestions = These are free:
wizard-name-use = Use { $name }

## Licences
wizard-licenses-title = Licenses per site
wizard-licenses-intro = Every license of every line goes to a site; none may be left over.
wizard-licenses-line = Line
wizard-licenses-ordered = Ordered
wizard-licenses-left = Left
wizard-licenses-for = { $line } at { $site }
wizard-licenses-left-none = all given out
wizard-licenses-left-count = { $left } left
wizard-licenses-over-count = { $over } too many
wizard-licenses-split = Split equally
wizard-licenses-all-here = All to this site
wizard-licenses-all-to = All to this site: { $site }
wizard-licenses-clear = Clear
wizard-licenses-one-site = All licenses go to this site: { $lines }.
wizard-licenses-done = Every license has its site
wizard-licenses-status = { $count ->
    [one] { $count } line is not given out yet
   *[other] { $count } lines are not given out yet
}

## Calling
wizard-calling-title = Where is the head office?
wizard-calling-intro = The first location of Webex Calling. More locations can be added later in Control Hub.
wizard-calling-location = Location name
wizard-calling-location-hint = The first location is the default one and cannot be deleted.
wizard-calling-country = Country or region
wizard-calling-country-hint = Where most users are. It is final for the first location.
wizard-calling-address = Address
wizard-address-street1 = Street and number
wizard-address-street2 = Building, floor
wizard-address-city = City
wizard-address-state = { $label ->
    [province] Province
    [prefecture] Prefecture
    [county] County
    [emirate] Emirate
    [department] Department
    [island] Island
    [oblast] Oblast
    [parish] Parish
    [area] Area
    [district] District
    [do_si] Province or city
   *[state] State
}
wizard-address-postal = { $label ->
    [zip] ZIP code
    [eircode] Eircode
    [pin] PIN code
   *[postal] Postal code
}
wizard-address-postal-hint = Such as { $example }
wizard-calling-time-zone = Time zone
wizard-calling-time-zone-hint = Of the head office
wizard-calling-announcement = Announcement language
wizard-calling-announcement-hint = What callers hear
wizard-calling-email = E-mail language
wizard-calling-email-hint = What users read
wizard-calling-sip = SIP name
wizard-calling-sip-hint = Letters and digits
wizard-calling-sip-later = The organization’s own address for calls by SIP, proposed from the company’s name.

## Contact Center
wizard-contact-center-title = Where does the contact center operate?
wizard-contact-center-intro = The country decides in which data center the contact center lives. It cannot be moved later.
wizard-contact-center-country = Country of operation

## Review
wizard-review-title = Is everything right?
wizard-review-intro = Everything on one page. Nothing is final before you confirm.
wizard-review-ready = Nothing stands in the way.
wizard-review-checking = The service checks it…
wizard-review-offline = You are offline: the service checks it before anything is sent.
wizard-review-refused = { $count ->
    [one] The service would not take this
   *[other] The service would not take this, for { $count } reasons
}
wizard-review-problems = { $count ->
    [one] { $count } thing stands in the way
   *[other] { $count } things stand in the way
}
wizard-review-told = The service said this about what you sent
wizard-review-change = Change
wizard-review-change-step = Change { $step }
wizard-review-open = Not answered
wizard-review-who = This order is
wizard-review-new = new organization
wizard-review-vertical = Business vertical
wizard-review-country = Country
wizard-review-admin = Administrator
wizard-review-set-up-by = Set-up by
wizard-review-set-up-by-customer = the customer’s administrator
wizard-review-set-up-by-you = you
wizard-review-site = Site
wizard-review-location = Location
wizard-review-languages = Languages
wizard-review-announcement = announcements: { $language }
wizard-review-emails = e-mails: { $language }
wizard-review-address = Address
wizard-review-transfer = Transfer
wizard-review-transfer-value = { $code } · { $site }
wizard-review-early = early release
wizard-review-not-early = normal release
wizard-choose = Choose…

## Confirmation
wizard-confirm-title-map-and-set-up = Confirm for good
wizard-confirm-title-map = Confirm for good
wizard-confirm-title-set-up = Confirm the set-up
wizard-confirm-title-hand-over = Hand over for good
wizard-confirm-sentence-map-and-set-up = Once sent, neither the organizations nor the contact of this order can be changed; undoing it is a support case. Then { $services } { $count ->
    [one] is
   *[other] are
} set up.
wizard-confirm-sentence-map = Once sent, neither the organizations nor the contact of this order can be changed; undoing it is a support case. No service is set up yet.
wizard-confirm-sentence-map-customer = Once sent, neither the organizations nor the contact of this order can be changed; undoing it is a support case. Then the customer’s administrator is asked to set up the services.
wizard-confirm-sentence-set-up = The organizations are final already. Once sent, { $services } { $count ->
    [one] is
   *[other] are
} set up; the marks on the review say what cannot be changed later.
wizard-confirm-sentence-set-up-later = The organizations are final already. Every service stays put off; the order stays in your inbox.
wizard-confirm-sentence-hand-over = Once sent, only the new contact can complete this order.
wizard-confirm-order-says = The order says
wizard-confirm-you-chose = You chose
wizard-confirm-verdict = Verdict
wizard-confirm-comparison = The order against your choice
wizard-confirm-verdict-same = Same
wizard-confirm-verdict-mind = Look at this
wizard-confirm-verdict-different = Different
wizard-confirm-type = Type the order number to confirm
wizard-confirm-phrase = To type: { $phrase }
wizard-confirm-matches = The number matches. Enter confirms.
wizard-confirm-offline = You are offline. The confirmation is kept in the queue; before it is sent, the service checks the organizations again. Until then you can still take it back.
wizard-confirm-not-checked = The service has not checked this yet. It does so before anything is sent.
wizard-confirm-checked = The service has checked this: it would be accepted.
wizard-confirm-warnings = Note before you confirm
wizard-confirm-problems = This stands in the way
wizard-confirm-back = Back to the review
wizard-confirm-send = Confirm and send
wizard-confirm-queue = Confirm and queue
wizard-confirm-preparing = The service checks your answers…
wizard-confirm-early = To confirm the organizations first, such as to start an approval early, put the services off: they can be set up afterwards.

wizard-row-partner = Partner
wizard-row-customer = Customer
wizard-row-own = Organization
wizard-row-country = Country
wizard-row-domain = Domain
wizard-row-rights = Your rights
wizard-row-set-up-now = Set up now
wizard-row-contact = Contact
wizard-row-other = Other

## What the order says and what was chosen
wizard-said-none = —
wizard-said-domain-claimed = { $domain }, claimed
wizard-said-domain-verified = { $domain }, verified
wizard-said-provisioning-admin = { $approval ->
    [required] Provisioning Admin, full rights after approval
   *[other] Provisioning Admin
}
wizard-said-full-rights = { $approval ->
    [required] Full rights after approval
   *[other] Full rights
}
wizard-said-customer-sets-up = The customer’s administrator sets up
wizard-said-later = Nothing now, everything later
wizard-said-data-eu = data stays in the EU
wizard-said-data-us = data stays in the US
wizard-said-data-uk = data stays in the UK
wizard-said-data-ca = data stays in Canada
wizard-said-data-au = data stays in Australia
wizard-said-data-in = data stays in India
wizard-said-data-jp = data stays in Japan
wizard-said-data-sg = data stays in Singapore
wizard-said-data-sa = data stays in Saudi Arabia
