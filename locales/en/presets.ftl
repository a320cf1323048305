### Presets: answers that repeat, kept under a name.

presets-open = Presets…
presets-title = Presets
presets-loading = Looking for presets…
presets-none = No preset fits this order yet
presets-none-hint = Answer an order once, save its answers under a name, and give them to the next one: time zones, early release, addresses, languages, names by pattern and how licences are shared out.
presets-choose = Which answers?
presets-all = All that fit
presets-all-hint = Everywhere first, then the country’s, then the customer’s: the nearer one wins
presets-scope = Offer it for
presets-scope-everywhere = every order
presets-scope-country = customers in { $country }
presets-scope-customer = { $domain } only
presets-changes = { $count ->
    [one] { $count } answer changes
   *[other] { $count } answers change
}
presets-no-change = Everything is answered like this already.
presets-answer = Answer
presets-before = Now
presets-after = Then
presets-nothing = nothing
presets-yes = yes
presets-no = no
presets-when-now = now
presets-when-later = later
presets-apply = Give these answers
presets-applied = { $count ->
    [one] “{ $name }” changed { $count } answer
   *[other] “{ $name }” changed { $count } answers
}
presets-save-as = Save these answers…
presets-save-title = Save the answers as a preset
presets-save-hint = The organizations and the number of licences are not part of it. A name that is made of the company’s becomes a pattern, such as { $pattern }.
presets-name = Name
presets-save = Save preset
presets-saved = “{ $name }” is saved
presets-back = Back
presets-close = Close
presets-delete = Delete “{ $name }”
presets-deleted = “{ $name }” is deleted
presets-import = Import…
presets-imported = { $count ->
    [one] { $count } preset taken in
   *[other] { $count } presets taken in
}
presets-export = Export all…
presets-exported = { $count ->
    [one] { $count } preset written
   *[other] { $count } presets written
}
# One preset for many orders.
presets-many = Give to other orders…
presets-many-title = Give “{ $name }” to other orders
presets-many-intro = Open orders it fits ({ $scope }) and would change. Nothing is sent: only their drafts are answered.
presets-many-none = It would change none of the other open orders.
presets-many-all = Choose all
presets-many-no = Choose none
presets-many-more = There are more; these close first. Give it to them, then come back for the others.
presets-many-give = { $count ->
    [one] Give to one order
   *[other] Give to { $count } orders
}
presets-many-given = { $count ->
    [one] “{ $name }” answered one order
   *[other] “{ $name }” answered { $count } orders
}
presets-many-refused = Not { $numbers }:
