export const classifier = {
  "classifier.spam.author":
    "Your post looks like advertising that was removed here before. The team will look at it before others see it.",
  "classifier.spam.staff":
    "Like spam that was removed here: {percent, number} % likely. Because of: {because}",
  "classifier.phoneOffer.author":
    "A phone number offered as support or a service. The team will look at it first; our own contacts stand on the help page.",
  "classifier.phoneOffer.staff": "Offers a phone number as support or a service: {seen}",
  "classifier.linkInTitle.author":
    "Put the web address into the text and say in the title what it is about.",
  "classifier.linkInTitle.staff": "A web address in the title: {seen}",
  "classifier.arrowLink.author":
    "Arrows that point at a link look like advertising. Say what is behind the link instead.",
  "classifier.arrowLink.staff": "Several arrows point at a link",
  "classifier.oddCapitals.author":
    "Capitals within words look like a trick. The team will look at it first.",
  "classifier.oddCapitals.staff": "Capitals thrown into several words",
  "classifier.lookAlikes.author":
    "Some words mix letters of several alphabets that look alike. Type them anew.",
  "classifier.lookAlikes.staff": "Words with look-alike letters of another alphabet",
  "classifier.foreignScript.author":
    "This community is written in other languages. The team will look at your post first.",
  "classifier.foreignScript.staff": "Mostly in a script of none of the community’s languages",
  "classifier.promotion.author": "This reads like advertising. The team will look at it first.",
  "classifier.promotion.staff": "Reads like advertising: {seen}",
  "classifier.promotingName.author":
    "Your name here reads like advertising. Choose another one, then try again.",
  "classifier.promotingName.staff": "The name advertises: {seen}",
  "classifier.loudTitle.author":
    "Nearly all in capitals, a title reads like shouting. Small letters are read sooner.",
  "classifier.loudTitle.staff": "A title in capitals",
};
