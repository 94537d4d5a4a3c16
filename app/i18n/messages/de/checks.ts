import type { checks as english } from "../en/checks.ts";

export const checks: Record<keyof typeof english, string> = {
  "checks.maskEmail": "[E-Mail-Adresse verborgen]",
  "checks.maskPhone": "[Telefonnummer verborgen]",
  "checks.maskCard": "[Kartennummer verborgen]",
  "checks.maskAccount": "[Bankverbindung verborgen]",
  "checks.maskNationalId": "[Ausweisnummer verborgen]",
  "checks.maskAddress": "[Anschrift verborgen]",
  "checks.nameInvisible": "Unsichtbare Zeichen",
  "checks.nameWords": "Wortlisten",
  "checks.namePersonalData": "Persönliche Daten",
  "checks.nameSubstance": "Länge und Gehalt",
  "checks.nameShouting": "Großbuchstaben",
  "checks.nameFloods": "Wiederholte Zeichen und Wörter",
  "checks.nameLinkNumber": "Zahl der Links",
  "checks.nameNewcomerLimits": "Grenzen für Neue",
  "checks.nameNewDomains": "Neue Domains",
  "checks.nameShorteners": "Kurzlinks",
  "checks.nameMisleadingLinks": "Irreführende Links",
  "checks.namePromotion": "Werbung",
  "checks.nameRepeats": "Wiederholungen",
  "checks.nameCopies": "Kopien von anderen",
  "checks.nameRate": "Beiträge in einer Stunde",
  "checks.namePatterns": "Muster bekannten Spams",
  "checks.nameClassifier": "Ähnlich wie entfernter Spam",
  "checks.nameOutside": "Prüfung von außen",
  "checks.invisibleAuthor":
    "In deinem Text stehen unsichtbare Zeichen, vielleicht von dort, wo du ihn kopiert hast. Tippe die Wörter selbst.",
  "checks.invisibleStaff":
    "{count, plural, one {# unsichtbares Zeichen, das Wörter versteckt oder umdreht} other {# unsichtbare Zeichen, die Wörter verstecken oder umdrehen}}",
  "checks.wordAuthor":
    "Diese Wörter sind in dieser Community nicht erwünscht: {words}. Sag es mit anderen.",
  "checks.wordStaff": "Auf der Liste „{list}“: {words}",
  "checks.personalAuthor":
    "{kind, select, email {In deinem Text steht eine E-Mail-Adresse.} phone {In deinem Text steht eine Telefonnummer.} card {In deinem Text steht eine Kartennummer.} account {In deinem Text steht eine Bankverbindung.} national_id {In deinem Text steht eine Ausweis- oder Steuernummer.} address {In deinem Text steht eine Anschrift.} other {Ein Link in deinem Text enthält persönliche Daten.}} Hier können das alle lesen: Nimm es heraus. Das Team braucht es nie öffentlich.",
  "checks.personalStaff":
    "{kind, select, email {E-Mail-Adresse} phone {Telefonnummer} card {Kartennummer} account {Bankverbindung} national_id {Ausweis- oder Steuernummer} address {Anschrift} other {Persönliche Daten in einem Link}} ({count, number})",
  "checks.tooShortAuthor":
    "Damit kann noch kaum jemand etwas anfangen. Sag, was du siehst, was du versucht hast oder was geholfen hat.",
  "checks.tooShortStaff": "Weniger als {least, number} Buchstaben",
  "checks.fillerAuthor":
    "Das ist ein Dank oder eine Zustimmung. Nimm dafür die Stimme oder „Habe ich auch“ und antworte mit dem, was hilft.",
  "checks.fillerStaff": "Nur Dank, Lob oder Zustimmung",
  "checks.onlyLinksAuthor":
    "Hier steht nur ein Link. Sag mit eigenen Worten, was man dort findet und wie es hilft.",
  "checks.onlyLinksStaff": "Nichts als Links",
  "checks.onlyQuoteAuthor": "Hier steht nur ein Zitat. Schreib dazu, was du dazu sagen willst.",
  "checks.onlyQuoteStaff": "Nichts als ein Zitat",
  "checks.shoutingAuthor":
    "Dein Text steht in Großbuchstaben, das liest sich wie Schreien. Schreib ihn so, wie du ihn sagen würdest.",
  "checks.shoutingStaff": "Überwiegend Großbuchstaben",
  "checks.stackedMarksAuthor":
    "Auf den Buchstaben deines Textes stapeln sich Zeichen. Schreib ihn mit einfachen Buchstaben.",
  "checks.stackedMarksStaff": "Gestapelte Zeichen auf Buchstaben",
  "checks.sameCharacterAuthor": "Ein Zeichen wiederholt sich sehr oft. Kürze es.",
  "checks.sameCharacterStaff": "Eine lange Reihe desselben Zeichens",
  "checks.sameWordAuthor": "Ein Wort wiederholt sich sehr oft. Sag es einmal.",
  "checks.sameWordStaff": "Immer wieder dasselbe Wort",
  "checks.emojiAuthor": "Das sind mehr Emoji, als den Worten hilft. Lass ein paar stehen.",
  "checks.emojiStaff": "Überwiegend Emoji",
  "checks.linkNumberAuthor":
    "In deinem Text {count, plural, one {steht # Link} other {stehen # Links}}. Behalte die, die am meisten helfen, höchstens {most, number}.",
  "checks.linkNumberStaff":
    "{count, plural, one {# Link} other {# Links}}, mehr als {most, number}",
  "checks.newcomerLinksAuthor":
    "Neue können in einem Beitrag {most, plural, =0 {keine Links} one {# Link} other {# Links}} zeigen. Nimm welche heraus; die Grenze fällt, wenn du eine Weile hier bist.",
  "checks.newcomerLinksStaff":
    "Jemand Neues mit {count, plural, one {# Link} other {# Links}}, mehr als {most, number}",
  "checks.newcomerImagesAuthor":
    "Neue können in einem Beitrag {most, plural, =0 {keine Bilder} one {# Bild} other {# Bilder}} zeigen. Nimm welche heraus; die Grenze fällt, wenn du eine Weile hier bist.",
  "checks.newcomerImagesStaff":
    "Jemand Neues mit {count, plural, one {# Bild} other {# Bildern}}, mehr als {most, number}",
  "checks.newDomainAuthor":
    "Du verlinkst etwas, das hier noch niemand verlinkt hat: {domains}. Das Team sieht es sich zuerst an.",
  "checks.newDomainStaff": "Zum ersten Mal verlinkt: {domains}",
  "checks.shortenerAuthor": "{domains} verbirgt, wohin ein Link führt. Nimm die volle Adresse.",
  "checks.shortenerStaff": "Kurzlinks: {domains}",
  "checks.linkMismatchAuthor":
    "Ein Link heißt „{shown}“ und führt zu {domain}. Lass ihn sagen, wohin er führt.",
  "checks.linkMismatchStaff": "Ein Link heißt „{shown}“ und führt zu {domain}",
  "checks.linkImitatesAuthor":
    "Ein Link führt zu {domain}; das sieht aus wie {imitates} und ist etwas anderes. Prüf die Adresse.",
  "checks.linkImitatesStaff": "Ein Link zu {domain}, das aussieht wie {imitates}",
  "checks.linkDressedUpAuthor":
    "Ein Link führt zu {domain}; der Name besteht aus Buchstaben, die nur so aussehen. Prüf die Adresse.",
  "checks.linkDressedUpStaff":
    "Ein Link zu {domain}, einem Namen aus ähnlich aussehenden Buchstaben",
  "checks.ownDomainAuthor":
    "Du verlinkst {domain}, das scheint deines zu sein. Sag das dazu und antworte ohne den Link.",
  "checks.ownDomainStaff": "Verlinkt {domain}, das in Name oder Profil steht",
  "checks.sameDomainAuthor":
    "Die meisten deiner Beiträge verlinken {domain}. Antworte im Beitrag selbst.",
  "checks.sameDomainStaff":
    "{count, plural, one {# Beitrag dieses Mitglieds verlinkt} other {# Beiträge dieses Mitglieds verlinken}} {domain}",
  "checks.repeatAuthor":
    "Fast dasselbe hast du gerade schon geschrieben. Ergänze lieber jenen Beitrag.",
  "checks.repeatStaff":
    "Fast derselbe Text {count, plural, one {# Mal} other {# Mal}} von diesem Mitglied",
  "checks.copyAuthor":
    "Jemand anderes hat gerade fast dasselbe geschrieben. Sag es mit eigenen Worten oder ergänze dort.",
  "checks.copyStaff": "Zu {percent, number} % gleich mit einem neueren Text von jemand anderem",
  "checks.rateAuthor":
    "Du hast in einer Stunde mehr als {most, number} Beiträge geschrieben. Diesen sieht sich zuerst das Team an; lass dir mit dem nächsten Zeit.",
  "checks.rateStaff": "{count, number} Beiträge in einer Stunde, mehr als {most, number}",
  "checks.brokenAuthor":
    "Wir konnten deinen Text gerade nicht prüfen. Das Team sieht ihn an, bevor er erscheint.",
  "checks.brokenStaff": "Die Prüfung „{check}“ ist ausgefallen; sie hat den Text nicht geprüft",
};
