### The list of orders and the order at its side.

inbox-match = { $count } of { $all } match
inbox-match-more = more than { $count } match
inbox-match-similar = { $count } match, { $similar } similar
inbox-at-least = { $count }+
inbox-misunderstood = Not understood, and left out: { $words }
inbox-indexing = The search is still taking in orders: it may find more in a moment.
inbox-count = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
inbox-list = Orders
inbox-column-order = Order
inbox-column-customer = Customer
inbox-column-services = Services
inbox-column-closes = Closes
inbox-column-state = State
inbox-column-country = Country
inbox-column-assignee = Assigned to
inbox-column-mailed = E-mail sent
inbox-column-kind = Kind
inbox-column-subscription = Subscription
inbox-column-start = Requested start
inbox-column-contact = Contact
inbox-column-partner = Partner organization
inbox-column-organization = Customer’s organization
inbox-column-note = Note
columns = Columns
columns-up = Move { $name } up
columns-down = Move { $name } down
columns-moved = { $name }, { $at } of { $count }
columns-unsorted = not sortable
columns-unsorted-title = { $name }: the list cannot be sorted by this
columns-width = Width of { $name }
columns-width-keys = Left and right change the width, Enter sets it back, up and down go to another column.
columns-hint = Drag heads to move columns, and their borders to resize them.
columns-reset = Reset
columns-were-reset = The columns are as the program came.
inbox-group-by-none = No groups
inbox-group-by-customer = Group by customer
inbox-group-by-deadline = Group by deadline
inbox-group-overdue = Overdue
inbox-group-today = Today
inbox-group-tomorrow = Tomorrow
inbox-group-this-week = This week
inbox-group-next-week = Next week
inbox-group-later = Later
inbox-group-none = No deadline
inbox-group-similar = Similar: { $name }
inbox-group-count = { $name } · { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
inbox-filter-state = State
inbox-filter-services = Services
inbox-filter-clear = Clear the filters
inbox-filter-remove = Remove the filter { $name }
inbox-filters = Filters
inbox-sort = Sort by { $name }
inbox-sort-deadline = Deadline
inbox-sort-number = Order number
inbox-sort-customer = Customer
inbox-sort-state = State
inbox-sort-country = Country
inbox-sort-assignee = Assigned to
inbox-sort-mailed = E-mail sent
inbox-sort-ascending = Ascending
inbox-sort-descending = Descending
inbox-row-menu = What can be done with order { $number }
inbox-key-move = move
inbox-key-open = open
inbox-key-choose = choose
inbox-key-search = search
inbox-choose-row = Choose order { $number }
inbox-choose-all = Choose all orders, or none
inbox-key-palette = anything
inbox-key-all = all keys
inbox-back-to-list = Back to the list
inbox-failed-again = Try again
inbox-no-deadline = no deadline
inbox-loading-row = being read

## Nothing here
empty-inbox = Nothing waits for you
empty-inbox-text = New orders appear here by themselves. Got a provisioning e-mail for one that is missing? Open it.
empty-due-soon = Nothing closes in the next three days
empty-due-soon-text = Orders appear here when three days or fewer are left to complete them.
empty-overdue = Nothing is overdue
empty-overdue-text = Orders appear here when their deadline passes before they are confirmed. Ask their seller whether they can be opened again.
empty-drafts = No drafts
empty-drafts-text = Everything you type on an order is kept as a draft at once. You can leave any time and go on later.
empty-needs-attention = Nothing needs your attention
empty-needs-attention-text = When the service refuses something, or somebody else changed an order, it stands here with the reason.
empty-to-review = Nobody asks you to look at anything
empty-to-review-text = When a colleague asks you to look at an order before it becomes final, it stands here.
empty-provisioned = Nothing is provisioned yet
empty-provisioned-text = Orders appear here when their services work.
empty-all = No orders yet
empty-all-text = They come with the first sync.
empty-search = No order matches “{ $text }”
empty-search-text = Numbers, customers, cities and e-mail addresses are searched. To narrow a search, type for example state:, due:<3d or -country:ES.
empty-filter = No order matches these filters
empty-search-all = Search all orders
empty-search-clear = Clear the search

## The first sync
sync-first = Your orders are coming
sync-first-text = They appear here as they arrive, and you can work with them at once. Stopped or closed, it goes on later where it was.
sync-first-stop = Stop for now
sync-first-stopped = Your orders are not here yet
sync-first-stopped-text = The first sync has not ended. It goes on where it was.
sync-first-offline = They come by themselves when the service can be reached.
sync-first-signed-out = They come once you are signed in.
sync-first-go-on = Go on
sync-first-done = Your orders are all here.
sync-stopped = The sync has stopped.

## The order at the side
detail-label = Order { $number }
detail-number = Order { $number } · { $subscription }
detail-number-only = Order { $number }
detail-copy = Copy the order number
detail-copied = Order number { $number } copied
detail-saved = saved { $ago }
detail-continue = Continue set-up
detail-start = Start set-up
detail-finish-set-up = Set up services
detail-open = Open the order
detail-decide = See what to decide
detail-summary = Summary PDF
detail-more = More for this order
detail-chosen = Both organizations are chosen, nothing is final before you confirm.
detail-organizations-final = The organizations are final; the services wait for you.
detail-unsaved-nothing = Nothing is final before you confirm.
detail-outdated = Somebody changed this order after your draft began. Your answers are kept; look them through.
detail-closes = Closes { $date }
detail-closed = Closed { $date }
detail-claimed-domain = claimed domain { $domain }
detail-verified-domain = verified domain { $domain }
detail-active = active { $when }
detail-pending = { $count } from now on
detail-resent = The e-mail is asked for again
detail-retried = It is tried again
detail-draft-dropped = The draft is dropped
detail-drop-title = Drop the draft of order { $number }?
detail-drop-text = Everything answered on it is deleted from this computer. The order itself stays.
detail-drop-yes = Drop the draft
detail-drop-no = Keep it
detail-summary-saved = Summary saved
detail-summary-open = Open it
detail-summary-folder = Show in folder
detail-note = Note

## Reminders
reminders-title = { $count ->
    [one] To be remembered today
   *[other] To be remembered today: { $count }
}
reminders-tomorrow = Tomorrow
reminders-tomorrow-of = Remind me of { $number } tomorrow
reminders-done = Done
reminders-done-of = Forget the reminder of { $number }
reminders-all = Show all { $count }
