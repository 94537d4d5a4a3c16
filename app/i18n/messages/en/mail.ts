export const mail = {
  "mail.footer": "You get this mail because of an account at {community}.",
  "mail.notYou": "If you didn’t ask for this, do nothing: without the link, nothing happens.",

  "mail.verifySubject": "Verify your address for {community}",
  "mail.verifyHeading": "One step left",
  "mail.verifyText":
    "Somebody signed up at {community} as @{handle} with this address. If that was you, verify the address, and you can write there.",
  "mail.verifyAction": "Verify this address",
  "mail.verifyNote": "The link works once, for three days.",

  "mail.knownSubject": "You already have an account at {community}",
  "mail.knownHeading": "You already have an account",
  "mail.knownText":
    "Somebody tried to use this address for an account at {community}. It belongs to an account already, so nothing was changed.",
  "mail.knownAction": "Sign in",
  "mail.knownForgot": "Forgot the password? Set a new one here: {href}",

  "mail.changeSubject": "Verify your new address for {community}",
  "mail.changeHeading": "Verify your new address",
  "mail.changeText":
    "@{handle} at {community} asked to use this address from now on. It counts once you verify it.",
  "mail.changeNote": "The link works once, for one day.",

  "mail.oldAddressSubject": "Your address at {community} is about to change",
  "mail.oldAddressHeading": "A new address was asked for",
  "mail.oldAddressText":
    "Somebody who knows the password of @{handle} at {community} asked to move the account to another address. If that was you, there is nothing to do here.",
  "mail.oldAddressNote":
    "If it wasn’t you, set a new password now: that also stops the move and signs out every device.",

  "mail.resetSubject": "Set a new password for {community}",
  "mail.resetHeading": "Set a new password",
  "mail.resetText":
    "Somebody asked for a new password for @{handle} at {community}. If that was you, choose one here.",
  "mail.resetAction": "Choose a new password",
  "mail.resetStart": "Set a new password",
  "mail.resetNote":
    "The link works once, for one hour. Afterwards you are signed out on every device.",

  "mail.changedSubject": "Your password at {community} was changed",
  "mail.changedHeading": "Your password was changed",
  "mail.changedText":
    "The password of @{handle} at {community} was just changed, and the other devices were signed out. If that was you, there is nothing to do.",
  "mail.changedNote": "If it wasn’t you, set a new password now and tell the community’s team.",

  "mail.answerSubject": "{name} answered: {title}",
  "mail.answerHeading": "{name} answered you",
  "mail.answerAction": "Read the answer",
  "mail.answerNote": "Did it solve your question? Accept it, so that others find it too.",

  "mail.acceptedSubject": "Your answer was accepted: {title}",
  "mail.acceptedHeading": "Your answer solved it",
  "mail.acceptedText": "Your answer to “{title}” was accepted. Thank you for helping.",
  "mail.acceptedAction": "See the thread",
} as const;
