### One act for many orders: choosing them, what it would do, what came of it.

many-bar = What is chosen
many-chosen = { $count ->
    [one] { $count } order chosen
   *[other] { $count } orders chosen
}
many-chosen-more = More than { $count } orders chosen
many-too-many = At most { $max } at once: filter the list further.
many-choose-matching = Choose all { $count }
many-choose-matching-more = Choose everything that matches
many-more = Do more
many-orders = The orders that are chosen

## What an act asks for
many-choose = Choose
many-preset = Preset
many-no-presets = There are no presets yet. Save the answers of an order as one, on any page of its set-up.
many-question = Answer
many-question-when = When services start
many-question-meetings-time-zone = Time zone of the Meetings sites
many-question-early-release = Early release of the Meetings sites
many-question-calling-time-zone = Time zone of the Calling location
many-question-announcement-language = Language of announcements
many-question-email-language = Language of voicemail e-mails
many-question-contact-center-country = Country of the Contact Center
many-value = Value
many-early-final = Early release is final once an order is submitted.
many-email = E-mail address of who completes them
many-note = Note
many-remind = When
many-remind-never = Never: forget the reminder
many-submit-text = What is ready waits in the queue and is sent when the service can be reached. Until then it can be taken back.
many-drop-text = What was answered for these orders goes. The orders stay, and it can be undone.
many-resend-text = The service sends each provisioning e-mail once more.

## What it would do
many-plan = Can be done for { $ready }, stands so already in { $unchanged }, cannot be done for { $refused }
many-final = { $count ->
    [one] For one order this is the point of no return: organizations cannot be changed after it. Type its number to include it.
   *[other] For { $count } orders this is the point of no return: organizations cannot be changed after it. Type the number of each that you include.
}
many-type = Type { $number } to confirm
many-will = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
many-refused = { $count ->
    [one] { $count } order is left as it is
   *[other] { $count } orders are left as they are
}
many-unchanged = { $count ->
    [one] { $count } order stands so already
   *[other] { $count } orders stand so already
}
many-run = { $count ->
    [0] Do it
    [one] Do it for { $count } order
   *[other] Do it for { $count } orders
}

## While it runs, and what came of it
many-running = Going through the orders
many-running-of = Going through the orders: { $done } of { $total }
many-stop = Stop
many-close = Close
many-done = { $count ->
    [0] Nothing had to change
    [one] Done for { $count } order
   *[other] Done for { $count } orders
}
many-undone = { $count ->
    [one] { $count } order is as it was
   *[other] { $count } orders are as they were
}
many-undone-kept = { $count ->
    [one] { $count } order was changed or sent meanwhile and stays.
   *[other] { $count } orders were changed or sent meanwhile and stay.
}
many-cancelled = { $count ->
    [0] You stopped it after the last one.
    [one] You stopped it. { $count } order was not reached.
   *[other] You stopped it. { $count } orders were not reached.
}
many-left = { $count ->
    [one] { $count } order was not tried any more.
   *[other] { $count } orders were not tried any more.
}
many-outcome-failed = { $count ->
    [one] Not done for { $count } order
   *[other] Not done for { $count } orders
}
many-outcome-problems = { $count ->
    [one] Something is missing in { $count } order
   *[other] Something is missing in { $count } orders
}
many-outcome-ready = { $count ->
    [one] { $count } order is ready, the service agrees
   *[other] { $count } orders are ready, the service agrees
}
many-outcome-ready-here = { $count ->
    [one] { $count } order is ready as far as can be seen offline
   *[other] { $count } orders are ready as far as can be seen offline
}
many-outcome-done = { $count ->
    [one] Done for { $count } order
   *[other] Done for { $count } orders
}
many-outcome-unchanged = { $count ->
    [one] { $count } order stood so already
   *[other] { $count } orders stood so already
}
many-problems = { $count ->
    [one] { $count } answer is missing or wrong
   *[other] { $count } answers are missing or wrong
}
