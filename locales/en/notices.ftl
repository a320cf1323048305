### Notices of the system, and the tray.

notice-one-overdue = Order { $number } is overdue
notice-one-attention = Order { $number } needs a decision
notice-one-closes = { $days ->
    [0] Order { $number } closes today
    [1] Order { $number } closes tomorrow
   *[other] Order { $number } closes in { $days } days
}
notice-one-asked = You are asked to look over order { $number }
notice-one-declined = Your proposal for order { $number } was declined
notice-one-approved = Your proposal for order { $number } was approved
notice-one-reminder = Reminder: order { $number }
notice-many = { $count ->
    [one] { $count } order needs you
   *[other] { $count } orders need you
}
notice-count-overdue = { $count } overdue
notice-count-attention = { $count ->
    [one] { $count } needs a decision
   *[other] { $count } need a decision
}
notice-count-day = { $count ->
    [one] { $count } closes by tomorrow
   *[other] { $count } close by tomorrow
}
notice-count-three-days = { $count ->
    [one] { $count } closes within 3 days
   *[other] { $count } close within 3 days
}
notice-count-week = { $count ->
    [one] { $count } closes within 7 days
   *[other] { $count } close within 7 days
}
notice-count-asked = { $count } to look over
notice-count-declined = { $count } declined
notice-count-approved = { $count } approved
notice-count-reminder = { $count ->
    [one] { $count } reminder
   *[other] { $count } reminders
}
notice-many-text = { $parts }. First: { $number }, { $customer }
notice-open = Open
notice-tomorrow = Again tomorrow
tray-open = Open Turnup
tray-sync = Sync now
tray-quit = Quit
