### The frame around every screen: bar above, views at the side, the three truths below.

frame-name = Turnup
frame-top = Search, e-mail and settings
frame-main = Content
frame-search = Search orders
frame-search-hint = Search orders, customers, e-mails…
frame-search-clear = Clear the search
frame-open-email = Open e-mail…
frame-settings = Settings
frame-menu = Views
frame-menu-close = Close the views

## Views
views-label = Views
view-overview = Overview
view-inbox = Inbox
view-due-soon = Due soon
view-overdue = Overdue
view-drafts = Drafts
view-queue = Queue
view-needs-attention = Needs attention
view-to-review = To look over
view-provisioned = Provisioned
view-all = All orders
view-customers = Customers
view-activity = Activity
view-overview-hint = How many are open, what closes when, where orders hang
view-inbox-hint = Open work of yours or nobody’s
view-due-soon-hint = Open and closing within three days
view-overdue-hint = Open, and their deadline has passed
view-drafts-hint = Begun on this computer, nothing sent yet
view-queue-hint = Everything that the service has not accepted yet
view-needs-attention-hint = Refused or changed meanwhile: somebody must decide
view-to-review-hint = A colleague asks you to look before it becomes final
view-provisioned-hint = Works, wholly or with errors
view-activity-hint = Who did what when, on every order
view-all-hint = Every order this computer knows
view-customers-hint = Everybody whom orders are for

## The sample service
sample-label = Sample data
sample-hint = These orders are invented. Nothing you do here reaches anybody.
sample-switch = Sample service answers
sample-on = Service on
sample-off = Service off

## The three truths
status-label = State of your work
status-saved = All work saved on this computer
status-saved-short = Saved
status-saving = Saving…
status-failed = Not saved: this computer could not write
status-failed-short = Not saved
frame-read-only = You can read everything; nothing typed now is saved.
frame-read-only-next = Turnup looks again by itself.
frame-clock-ahead = This computer’s clock is { $span } ahead of the service’s.
frame-clock-ahead-text = Deadlines are shown by it and seem closer than they are.
frame-clock-behind = This computer’s clock is { $span } behind the service’s.
frame-clock-behind-text = Deadlines are shown by it and are closer than they seem.
frame-clock-next = Have the system set the time by itself.
frame-clock-close = Put this notice away
status-waiting = { $count } waiting to be sent
status-waiting-short = { $count } waiting
status-waiting-hint = { $count ->
    [one] { $count } waits here; it stays safe on this computer and goes out when Turnup runs again
   *[other] { $count } wait here; they stay safe on this computer and go out when Turnup runs again
}
status-nothing-waits = Nothing waits to be sent
status-attention = { $count ->
    [one] { $count } needs attention
   *[other] { $count } need attention
}
status-online = Online
status-offline-short = Offline
status-signed-out-short = Signed out
status-offline = Offline · everything keeps working
status-offline-since = Offline since { $time } · everything keeps working
status-signed-out = Signed out · everything is kept, nothing is sent
status-sign-in = Sign in
status-none = Not connected
status-elsewhere-short = Sent elsewhere
status-elsewhere = turnupctl sends for this account now · everything keeps working
status-last-sync = Last sync { $ago }
status-never-synced = Not synced yet
status-sync-now = Sync now
status-since = { $state } since { $time }
status-sync = Syncing
status-sync-authenticate = Signing in
status-sync-push = Sending
status-sync-pull-orders = Fetching orders
status-sync-pull-organizations = Fetching organizations
status-sync-compare = Comparing
status-sync-done = { $step }: { $done }
status-sync-of = { $step }: { $done } of { $total }
status-sync-count = { $done } of { $total }
status-sync-left = about { $span } left
status-sync-left-short = less than a minute left
status-sync-cancel = Stop the sync

## E-mails
email-drop = Drop the provisioning e-mail here
email-drop-hint = Turnup looks for the order number in it and opens that order.
email-remembered = Order { $number } is not here yet
email-remembered-detail = Its number is kept. The order appears with the next sync.
email-opened = Order { $number } opened from its e-mail
# Several e-mails at once.
emails-title = { $count ->
    [0] No orders found
    [one] One order found
   *[other] { $count } orders found
}
emails-summary = { $files ->
    [one] One e-mail was read.
   *[other] { $files } e-mails were read.
} { $again ->
    [0] { "" }
    [one] One named an order that had been named before.
   *[other] { $again } times an order was named that had been named before.
}
emails-open = Open
emails-open-order = Open order { $number }
emails-remembered = Not here yet; it appears with the next sync
emails-unknown = The service does not know this number
emails-failed = { $count ->
    [one] One could not be opened
   *[other] { $count } could not be opened
}
emails-to-list = To the list
# Links in e-mails are shown and never opened.
email-links = { $count ->
    [one] Its link leads to { $hosts }. Turnup does not open it.
   *[other] Its links lead to { $hosts }. Turnup does not open them.
}
email-link-lies = A link in it shows { $shown } but leads to { $host }. Do not follow it before you have asked the sender.

## Leaving while something waits
quit-title = Quit with { $count } waiting to be sent?
quit-text = { $count ->
    [one] It is kept on this computer and goes out the next time Turnup runs and the service can be reached. Nothing is sent while Turnup is closed.
   *[other] They are kept on this computer and go out the next time Turnup runs and the service can be reached. Nothing is sent while Turnup is closed.
}
quit-parked = { $count ->
    [one] { $count } more needs a decision of yours first. It stays in the queue as it is.
   *[other] { $count } more need a decision of yours first. They stay in the queue as they are.
}
quit-stay = Stay
quit-go = Quit

## When the program cannot begin
start-failed = Turnup could not open its data
start-failed-hint = Nothing was deleted. Your data is where it was:
start-folder = Show the folder
start-aside = Begin afresh beside it
start-aside-hint = Beginning afresh keeps the damaged file under another name and gets the orders from the service again. Drafts and what waited to be sent are rescued from it as far as they can be read, and from the newest backup.
start-rescued = { $damaged ->
    [yes] The damaged file was replaced
   *[other] The database was not there and was made anew
}
start-rescued-file = From the damaged file: { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
}, { $acts } waiting to be sent.
start-rescued-backup = From the backup of { $when }: { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
}, { $acts } waiting to be sent.
start-rescued-unreadable = { $count ->
    [one] { $count } row could not be read.
   *[other] { $count } rows could not be read.
}
start-rescued-lost = The work on { $orders } is lost.
start-again = Try again

## What to do about a failure
remedy-retry = Try again
remedy-sync = Sync now
remedy-sign-in = Sign in
remedy-settings = Open settings
remedy-network = Network settings
remedy-open-email = Choose another file
remedy-show-data-folder = Show the data folder
remedy-show-queue = Show the queue
