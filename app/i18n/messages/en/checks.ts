export const checks = {
  "checks.maskEmail": "[e-mail address hidden]",
  "checks.maskPhone": "[phone number hidden]",
  "checks.maskCard": "[card number hidden]",
  "checks.maskAccount": "[bank account hidden]",
  "checks.maskNationalId": "[ID number hidden]",
  "checks.maskAddress": "[address hidden]",
  "checks.nameInvisible": "Invisible characters",
  "checks.nameWords": "Word lists",
  "checks.namePersonalData": "Personal data",
  "checks.nameSubstance": "Length and substance",
  "checks.nameShouting": "Capitals",
  "checks.nameFloods": "Repeated characters and words",
  "checks.nameLinkNumber": "Number of links",
  "checks.nameNewcomerLimits": "Limits for newcomers",
  "checks.nameNewDomains": "New domains",
  "checks.nameShorteners": "Short links",
  "checks.nameMisleadingLinks": "Misleading links",
  "checks.namePromotion": "Promotion",
  "checks.nameRepeats": "Repeats",
  "checks.nameCopies": "Copies of others",
  "checks.nameRate": "Posts in an hour",
  "checks.namePatterns": "Patterns of known spam",
  "checks.nameClassifier": "Like removed spam",
  "checks.nameOutside": "Outside check",
  "checks.invisibleAuthor":
    "There are invisible characters in your text, perhaps from where you copied it. Type the words yourself.",
  "checks.invisibleStaff":
    "{count, plural, one {# invisible character that hides or turns words} other {# invisible characters that hide or turn words}}",
  "checks.wordAuthor": "This community doesn’t use these words: {words}. Say it in others.",
  "checks.wordStaff": "On the list “{list}”: {words}",
  "checks.personalAuthor":
    "{kind, select, email {There is an e-mail address in your text.} phone {There is a phone number in your text.} card {There is a card number in your text.} account {There is a bank account in your text.} national_id {There is an ID number in your text.} address {There is a postal address in your text.} other {A link in your text carries personal data.}} Everybody can read it here: take it out. Staff never need it in public.",
  "checks.personalStaff":
    "{kind, select, email {E-mail address} phone {Phone number} card {Card number} account {Bank account} national_id {ID number} address {Postal address} other {Personal data in a link}} ({count, number})",
  "checks.tooShortAuthor":
    "There is hardly anything to go by yet. Say what you see, what you tried, or what worked.",
  "checks.tooShortStaff": "Fewer than {least, number} letters",
  "checks.fillerAuthor":
    "This says thanks or agrees. Use the vote or “I have this too” for that, and answer with what helps.",
  "checks.fillerStaff": "Says only thanks, praise or agreement",
  "checks.onlyLinksAuthor":
    "There is only a link. Say in your own words what one finds there and how it helps.",
  "checks.onlyLinksStaff": "Nothing but links",
  "checks.onlyQuoteAuthor": "There is only a quote. Add what you want to say to it.",
  "checks.onlyQuoteStaff": "Nothing but a quote",
  "checks.shoutingAuthor":
    "Your text is in capitals, which reads as shouting. Write it as you would say it.",
  "checks.shoutingStaff": "Mostly in capitals",
  "checks.stackedMarksAuthor":
    "Your text has marks piled on its letters. Write it with plain letters.",
  "checks.stackedMarksStaff": "Marks stacked on letters",
  "checks.sameCharacterAuthor": "One character is repeated many times. Shorten it.",
  "checks.sameCharacterStaff": "A long row of one character",
  "checks.sameWordAuthor": "One word is repeated many times. Say it once.",
  "checks.sameWordStaff": "One word over and over",
  "checks.emojiAuthor": "There are more emoji than words help by. Leave a few.",
  "checks.emojiStaff": "Mostly emoji",
  "checks.linkNumberAuthor":
    "{count, plural, one {There is # link} other {There are # links}} in your text. Keep the ones that help most, at most {most, number}.",
  "checks.linkNumberStaff":
    "{count, plural, one {# link} other {# links}}, more than {most, number}",
  "checks.newcomerLinksAuthor":
    "Newcomers can show {most, plural, =0 {no links} one {# link} other {# links}} in a post. Take some out; the limit goes when you have been here for a while.",
  "checks.newcomerLinksStaff":
    "A newcomer with {count, plural, one {# link} other {# links}}, more than {most, number}",
  "checks.newcomerImagesAuthor":
    "Newcomers can show {most, plural, =0 {no pictures} one {# picture} other {# pictures}} in a post. Take some out; the limit goes when you have been here for a while.",
  "checks.newcomerImagesStaff":
    "A newcomer with {count, plural, one {# picture} other {# pictures}}, more than {most, number}",
  "checks.newDomainAuthor":
    "You link to a place that nobody linked to here before: {domains}. Staff look at it first.",
  "checks.newDomainStaff": "Linked to for the first time: {domains}",
  "checks.shortenerAuthor": "{domains} hides where a link leads. Use the full address.",
  "checks.shortenerStaff": "Short links: {domains}",
  "checks.linkMismatchAuthor":
    "A link says “{shown}” and leads to {domain}. Let it say where it leads.",
  "checks.linkMismatchStaff": "A link says “{shown}” and leads to {domain}",
  "checks.linkImitatesAuthor":
    "A link leads to {domain}, which looks like {imitates} and is another place. Check the address.",
  "checks.linkImitatesStaff": "A link to {domain}, which looks like {imitates}",
  "checks.linkDressedUpAuthor":
    "A link leads to {domain}, whose name is made of look-alike letters. Check the address.",
  "checks.linkDressedUpStaff": "A link to {domain}, a name of look-alike letters",
  "checks.ownDomainAuthor":
    "You link to {domain}, which seems to be yours. Say so, and answer without it.",
  "checks.ownDomainStaff": "Links to {domain}, which is in the author’s name or profile",
  "checks.sameDomainAuthor": "Most of your posts link to {domain}. Answer in the post itself.",
  "checks.sameDomainStaff":
    "{count, plural, one {# post of the author links} other {# posts of the author link}} to {domain}",
  "checks.repeatAuthor": "You posted nearly the same lately. Add to that post instead.",
  "checks.repeatStaff":
    "Nearly the same text {count, plural, one {# time} other {# times}} by this author",
  "checks.copyAuthor":
    "Somebody else posted nearly the same lately. Say it in your own words, or add to theirs.",
  "checks.copyStaff": "{percent, number} % the same as another member’s recent text",
  "checks.rateAuthor":
    "You posted more than {most, number} times within an hour. Staff look at this one first; take your time with the next.",
  "checks.rateStaff": "{count, number} posts within an hour, more than {most, number}",
  "checks.brokenAuthor":
    "We couldn’t check your text just now. Staff look at it before it appears.",
  "checks.brokenStaff": "The check “{check}” broke; the text wasn’t checked by it",
};
