### The figures over all orders.

overview-headlines = At a glance
overview-open = Open
overview-overdue = Overdue
overview-closes-today = Close today
overview-attention = Need attention
overview-orders = Orders
overview-key-move = move along a chart
overview-key-open = show these orders
overview-empty = Nothing to count yet
overview-empty-text = Once orders are here, you see how many are open and for how long, what closes when, and where they hang. They come with the first sync, or with a provisioning e-mail.

chart-as-table = Show as table

## What closes when
overview-closing = Closing in the next four weeks
overview-closing-reading = { $week ->
    [0] Nothing closes in the coming seven days.
    [one] One order closes in the coming seven days, { $today } today.
   *[other] { $week } orders close in the coming seven days, { $today } today.
}
overview-closing-today = { $day }, today: { $count ->
    [0] nothing closes
    [one] one order closes
   *[other] { $count } orders close
}
overview-closing-day = { $day }: { $count ->
    [0] nothing closes
    [one] one order closes
   *[other] { $count } orders close
}
overview-overdue-short = late
overview-overdue-words = { $count ->
    [0] No order is overdue
    [one] One order is overdue
   *[other] { $count } orders are overdue
}
overview-closing-where = Each day on the calendar of the order’s contact.
overview-closing-later = { $count ->
    [one] One more closes later.
   *[other] { $count } more close later.
}
overview-day = Day

## Open orders
overview-open-title = Open orders by state and age
overview-open-reading = { $count ->
    [0] No order is open.
    [one] One order is open; { $old } for { $days } days or longer.
   *[other] { $count } orders are open; { $old } for { $days } days or longer.
}
overview-age = { $from }–{ $to } days
overview-age-from = { $from }+ days
overview-age-unknown = Age unknown
overview-age-unknown-count = { $count ->
    [one] Of one, the service does not say when its e-mail was sent; it counts in the totals only.
   *[other] Of { $count }, the service does not say when their e-mail was sent; they count in the totals only.
}
overview-age-meant = Age since the provisioning e-mail was sent.
overview-all-ages = All
overview-all-states = All states
overview-open-cell = { $state }, { $from } to { $to } days: { $count ->
    [one] one open order
   *[other] { $count } open orders
}
overview-open-cell-from = { $state }, { $from } days or longer: { $count ->
    [one] one open order
   *[other] { $count } open orders
}
overview-open-state = { $state }: { $count ->
    [one] one open order
   *[other] { $count } open orders
}
overview-open-age = { $age }: { $count ->
    [one] one open order
   *[other] { $count } open orders
}
overview-open-all = { $count ->
    [one] One open order
   *[other] { $count } open orders
}

## Where they hang
overview-waiting = Where orders hang
overview-waiting-reading = Longest: { $state }, { $since }.
overview-waiting-none = Nothing waits with a known date.
overview-longest = Longest
overview-draft-step = { $step }: { $count }
overview-since-awaiting-details = e-mail sent { $ago }
overview-since-awaiting-approval = approval asked { $ago }
overview-since-mapped = organizations confirmed { $ago }
overview-since-deferred = organizations confirmed { $ago }
overview-since-customer-sets-up = left to the customer { $ago }
overview-since-provisioning = set-up begun { $ago }
overview-since-failed = failed { $ago }
overview-since-draft = last changed { $ago }
overview-since-queued = confirmed here { $ago }
overview-since-sending = confirmed here { $ago }
overview-since-needs-attention = confirmed here { $ago }

## What was provisioned
overview-provisioned = Provisioned per week
overview-provisioned-reading = { $count ->
    [0] Nothing was provisioned in the last twelve weeks.
    [one] One order in the last twelve weeks, { $week } of them this week.
   *[other] { $count } orders in the last twelve weeks, { $week } of them this week.
}
overview-provisioned-week = { $week }: { $count ->
    [0] none provisioned
    [one] one provisioned
   *[other] { $count } provisioned
}{ $errors ->
    [0] { "" }
   *[other] , { $errors } with errors
}
overview-with-errors = With errors
overview-provisioned-when = By the time at which the service ended its work, weeks from Monday.
overview-provisioned-undated = { $count ->
    [one] One provisioned order carries no such time and is not in here.
   *[other] { $count } provisioned orders carry no such time and are not in here.
}
overview-provisioned-show = Show all provisioned
overview-week = Week

## What failed
overview-failures = Failures by cause
overview-failures-none = Nothing was refused, and nothing has failed.
overview-failures-reading = { $acts ->
    [0] No act was refused
    [one] One act was refused
   *[other] { $acts } acts were refused
}; { $orders ->
    [0] no order failed.
    [one] one order failed, wholly or in part.
   *[other] { $orders } orders failed, wholly or in part.
}
overview-refused = Refused by the service
overview-failed = Failed at the first of these steps
overview-cause-acts = { $cause } { $count ->
    [one] One act waits for a decision.
   *[other] { $count } acts wait for a decision.
}
overview-cause-orders = { $cause } { $count ->
    [one] One order.
   *[other] { $count } orders.
}
overview-cause-unknown = The service names no reason.
overview-cause = Reason
overview-step = Step
overview-count = How many
overview-show-queue = Show the queue
overview-show-failed = Show failed orders
overview-show-with-errors = Show orders with errors
overview-step-create-organization = Create the organization
overview-step-create-site = Create the site
overview-step-assign-licenses = Share out licenses
overview-step-create-location = Create the location
overview-step-register-sip = Register the SIP name
overview-step-create-tenant = Create the tenant
overview-step-transfer-site = Transfer the site
overview-step-activate = Start the service
overview-step-activate-service = Switch on the service
overview-step-notify = Send the e-mail
# Shorter than on one order, and for those whose sentence needs values of that one order.
overview-cause-provisioning-step-failed = It failed at the service.
overview-cause-too-long = A text is too long.
overview-cause-too-short = A text is too short.
overview-cause-licenses-left-over = Licenses are left without a site.
overview-cause-licenses-too-many = More licenses are given out than were ordered.
overview-cause-too-many-sites = There are too many sites.
overview-cause-looks-like = A name looks like another one.
overview-cause-better-candidate = Another organization looks more likely now.
overview-cause-new-flag = The chosen organization shows something new to mind.
