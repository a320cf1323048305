### Views that people made.

saved-title = Saved views
saved-more = More about saved views
saved-acts = More about { $name }
saved-rename = Rename the view
saved-delete = Delete
saved-name-field = Name
saved-name-hint = The search, the filters and the order of the list are kept with it.
saved-twin = There is a view of this name; it will be replaced.
saved-cancel = Cancel
saved-save = Save
saved-deleted = { $name } was deleted
saved-undo = Undo
saved-export = Save all to a file…
saved-import = Take in from a file…
saved-exported = { $count ->
    [one] One view was written
   *[other] { $count } views were written
}
saved-imported = { $count ->
    [one] One view was taken in
   *[other] { $count } views were taken in
}
