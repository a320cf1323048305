# The native menu and the native dialogs.
menu-file = File
menu-edit = Edit
menu-help = Help
menu-open-email = Open e-mail…
menu-sync-now = Sync now
menu-settings = Settings…
menu-quit = Quit Turnup
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select all
menu-find = Search orders
menu-about = About Turnup
open-email-title = Open a provisioning e-mail
open-email-kind = E-mail
save-summary-title = Save the order summary
summary-name = Order { $number }
