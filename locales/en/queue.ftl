### The queue: what the service has not accepted yet, where it is, and what can be done about it.

queue-list = What waits to be sent
queue-count-waiting = { $count } waiting to be sent
queue-count-decide = { $count ->
    [one] { $count } needs a decision
   *[other] { $count } need a decision
}
queue-column-order = Order
queue-column-customer = Customer
queue-column-act = What
queue-column-since = Since
queue-column-standing = Where it is
queue-safe = { $count ->
    [one] It stays safe on this computer, also when Turnup is closed, and goes out when it runs again.
   *[other] They stay safe on this computer, also when Turnup is closed, and go out when it runs again.
}
queue-safe-decide = { $count ->
    [one] It stays safe on this computer, also when Turnup is closed. It is not sent before you decide.
   *[other] They stay safe on this computer, also when Turnup is closed. They are not sent before you decide.
}
queue-offline-since = Offline since { $time }. Everything here goes out by itself when the service can be reached.
queue-elsewhere = turnupctl sends for this account now. What it does not send goes out from here once it has ended.
queue-offline = Offline. Everything here goes out by itself when the service can be reached.
queue-signed-out = You are signed out. Everything here is kept; it goes out once you are signed in.

## Nothing waits
empty-queue = Nothing waits to be sent
empty-queue-text = What you confirm stands here until the service has accepted it. Offline it waits here safely and goes out by itself.
empty-queue-activity = See what was accepted

## Where an act is, in a few words
queue-at-turn = queued here
queue-at-time = queued here · next try { $when }
queue-at-predecessor = queued here · behind another
queue-at-approval = queued here · approval awaited
queue-at-decision = needs a decision
queue-at-answer = sent, waiting for the answer
queue-at-unknown = may have arrived

## Why it is there
queue-why-turn = It is queued here and goes out with the next sync.
queue-why-turn-offline = It is queued here and goes out by itself when the service can be reached.
queue-why-turn-elsewhere = It is queued here. turnupctl sends for this account now; what it does not send goes out from here once it has ended.
queue-why-turn-signed-out = It is queued here and goes out once you are signed in.
queue-why-time = It is queued here and tried again by itself.
queue-why-predecessor = It is queued here and goes out by itself once what stands before it is accepted.
queue-why-approval = It is queued here and goes out by itself once the customer’s administrator has approved.
queue-why-decision = The service did not accept it. Nothing of it took effect; somebody here has to decide.
queue-why-gone = The service does not list this order any more. It is kept here until you take it back.
queue-why-answer = It is sent. The service has not answered yet.
queue-why-unknown = It may have arrived. Turnup reads the order back before it sends anything again.

## What can be done about it
queue-edit = Edit
queue-decide = Compare and decide
queue-retry = Retry now
queue-ask = Ask the service now
queue-take-back = Take back
queue-open = Open the order
queue-retried = It is tried again
queue-taken-back = Taken back. It is not sent.
queue-taken-back-draft = Taken back. Your answers can be changed again.
queue-undo = Undo

## The act at the side
queue-detail-label = { $act }, order { $number }
queue-service-says = The service says
queue-fact-order = Order
queue-fact-actor = Asked for by
queue-fact-since = Queued
queue-fact-attempts = Tried
queue-fact-attempts-none = not yet
queue-fact-attempts-count = { $count ->
    [one] once
   *[other] { $count } times
}
queue-fact-next = Next try
