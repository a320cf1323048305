### Ready letters about an order, and what is said around them.

letter-title-resend = Ask the seller for the e-mail
letter-title-change-contact = Ask the seller for another contact
letter-title-full-rights = Ask the customer for full rights
letter-intro = Turnup sends nothing: the letter opens in your mail program, or you copy it.
letter-open-resend = Write to the seller…
letter-open-change-contact = Ask for another contact…
letter-open-full-rights = Ask for full rights…
letter-to = To
letter-to-unknown = The order names no address: type the administrator’s.
letter-language = Language of the letter
letter-language-en = English
letter-language-fr = French
letter-new-contact = New provisioning contact
letter-new-contact-hint = The e-mail address of the person who shall complete the order
letter-new-contact-missing = Say who shall become the contact.
letter-subject = Subject
letter-text = Text
letter-restore = Ready text again
letter-copy-address = Copy address
letter-copy-subject = Copy subject
letter-copy-text = Copy text
letter-copied = Copied
letter-compose = Open in mail program
letter-composed = The letter is open in your mail program
letter-composed-detail = Nothing was sent yet: send it from there.

## The letters
letter-hello = Hello,
letter-hello-name = Hello { $name },
letter-subject-resend = Order { $number }: please send the provisioning e-mail again
letter-ask-resend = The provisioning e-mail of this order has not reached us. Please send it again to { $contact }.
letter-subject-change-contact = Order { $number }: please change the provisioning contact
letter-ask-change-contact = Please change the provisioning contact of this order from { $contact } to { $newcontact }, and have the provisioning e-mail sent there. The contact can be changed until the organizations of the order are confirmed.
letter-subject-full-rights = Order { $number }: please give us full rights in your organization
letter-ask-full-rights = We set up the services of this order in your organization { $organization }. Our organization { $partner } is only Provisioning Admin there and sees just a part of it. Please give it full administrator rights in Control Hub, so that we can go on helping you.
letter-fact-number = Order number: { $number }
letter-fact-subscription = Subscription: { $subscription }
letter-fact-company = Company: { $company }
letter-fact-closes = Closes on: { $closes }
letter-thanks = Thank you and kind regards

## What other people get from the service
preview-about = The service writes it, in their language and with a link; its words may differ.
preview-nobody-yet = their address, once it is given
preview-handover-title = This is what they get
preview-handover-closes = The order closes { $date }, for them too.
preview-handover-ends = Your work on it ends here: the order leaves your inbox and stays under All orders.
preview-review-title = This is what your colleague gets
preview-review-link = Its link, “{ $link }”, leads them to your proposal.
preview-review-final = Nothing becomes final by their answer: you confirm, or change what you propose.
preview-sets-up-title = This is what the customer gets
preview-sets-up-administrator = an administrator of { $name }
preview-sets-up-approval = Their approval is asked first, in an e-mail of its own.
preview-sets-up-keeps = Your organization keeps its access to theirs.
preview-sets-up-ends = With the confirmation the organizations are final and your work ends: you set no service up.
preview-sets-up-visible = The order stays visible here, and shows what became of it.
