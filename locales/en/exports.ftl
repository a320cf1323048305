### What leaves the program as files: the menu above the list, how far it is, what came of it.

exports-menu = Export…

## While it runs
exports-running = Writing { $name }
exports-running-done = Writing { $name }: { $done }
exports-running-of = Writing { $name }: { $done } of { $total }
exports-stop = Stop the export

## What came of it
exports-table-done = { $count ->
    [one] { $count } order exported
   *[other] { $count } orders exported
}
exports-calendar-done = { $count ->
    [one] { $count } deadline saved as a calendar
   *[other] { $count } deadlines saved as a calendar
}
exports-calendar-left-out = { $count ->
    [one] { $count } order of the list has no deadline ahead.
   *[other] { $count } orders of the list have no deadline ahead.
}
exports-deadline-done = Deadline saved as a calendar
exports-deadline-detail = Open the file to put it into your calendar.
exports-summaries-done = { $count ->
    [one] { $count } summary saved
   *[other] { $count } summaries saved
}
exports-stopped = The export was stopped
exports-stopped-detail = Nothing was left behind.
exports-folder = Show in folder

## Choosing summaries
exports-choose-title = Summaries as PDF
exports-choose-loading = Reading the list
exports-choose-chosen = { $chosen } of { $all } chosen
exports-choose-more = The list shows { $total } orders; these are the first { $count }. Filter the list to reach the others.
exports-choose-all = Choose all
exports-choose-none = Choose none
exports-choose-how = How they are saved
exports-choose-each = One file each
exports-choose-each-detail = In a folder that you choose. Files that are there stay as they are.
exports-choose-joined = All in one file
exports-choose-joined-detail = With an outline that leads to each order. { $max } orders at most.
exports-choose-save = { $count ->
    [one] Save { $count } summary…
   *[other] Save { $count } summaries…
}

## What came of many summaries
exports-result-title = { $count ->
    [0] No summary was saved
    [one] { $count } summary was saved
   *[other] { $count } summaries were saved
}
exports-result-cancelled = { $count ->
    [0] You stopped it after the last one.
    [one] You stopped it. { $count } order was not reached.
   *[other] You stopped it. { $count } orders were not reached.
}
exports-result-left = { $count ->
    [one] { $count } order was not tried any more.
   *[other] { $count } orders were not tried any more.
}
exports-result-failed = { $count ->
    [one] { $count } order could not be saved
   *[other] { $count } orders could not be saved
}
exports-result-saved = Saved
exports-result-close = Close
