### The activity of this computer: who did what when, sent when, answered how.

activity-list = What happened, the newest first
activity-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
activity-count-more = more than { $count } lines
activity-hint = What was done here and what came of it. What others did stands on each order’s own page.
activity-column-time = When
activity-column-what = What
activity-column-order = Order
activity-column-customer = Customer
activity-column-who = Who
activity-program = Turnup
activity-order-gone = open

## What is looked for
activity-search = Number, customer or person
activity-about = Kind of event
activity-about-all = Everything
activity-about-queue = Queued and sent
activity-about-service = Answers of the service
activity-about-decisions = Decisions
activity-about-drafts = Drafts
activity-period = Period
activity-period-any = Any time
activity-period-today = Today
activity-period-week = Last 7 days
activity-period-month = Last 30 days
activity-period-own = From … to …
activity-from = From
activity-to = To
activity-nothing = Nothing of this kind happened
activity-empty = Nothing has happened yet
activity-empty-text = Everything that is done with orders on this computer is written down here, and what the service answered.

## As a file
activity-save = Save as CSV
activity-saved = { $count ->
    [one] Activity saved, { $count } line
   *[other] Activity saved, { $count } lines
}
