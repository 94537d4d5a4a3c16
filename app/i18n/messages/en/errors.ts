export const errors = {
  "error.notFound": "There is nothing at this address, or it isn’t for you to see.",
  "error.forbidden": "You can’t do this here.",
  "error.signInNeeded": "Sign in first.",
  "error.invalid": "Something in the form needs another look.",
  "error.tooMany":
    "That was a lot in a short time. Try again in {minutes, plural, one {# minute} other {# minutes}}.",
  "error.votesADay":
    "You gave {most, plural, one {# helpful vote} other {# helpful votes}} today, as many as there are for a day. You can vote again in {hours, plural, one {# hour} other {# hours}}.",
  "error.unexpected": "Something broke on our side. Nothing you sent before is lost.",
  "error.unavailable": "The community is busy for a moment. Try again in a few seconds.",
  "error.requestId": "If it stays broken, tell us this number: {id}",
  "error.crossSite":
    "This form was sent from another site, so it was not accepted. Open the page again and send it from there.",
  "error.tooLarge": "That was too large. A post holds up to 50,000 characters.",
  "error.noCommunity": "No community lives at this address.",
  "error.required": "Fill this in.",
  "error.tooLong": "At most {max, number} characters.",
  "error.tooShort": "At least {min, number} characters.",
  "error.verifyFirst": "Verify your address first. Follow the link in the mail we sent you.",
  "error.sameKey":
    "This form was sent before with another text. Open the page again to write something new.",
  "error.acceptedMeanwhile":
    "Another answer was accepted meanwhile. Look at it first, then decide.",
  "error.rulesMeanwhile":
    "Somebody published other rules meanwhile. Look at them first, then publish yours.",
  "error.editedMeanwhile":
    "Somebody changed this text since you opened it. Your text is kept; open the post again to see theirs.",
  "error.tooComplex": "This text holds too many parts to be shown. Split it into several posts.",
  "error.tooManyTags": "At most {max, number} tags.",
  "error.unknownTag": "There is no tag “{tag}”. Choose one of the existing ones.",
  "error.unknownSpace": "Choose one of the spaces.",
  "error.badKind": "Choose what you want to start.",
} as const;
