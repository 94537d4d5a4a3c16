import type { mail as english } from "../en/mail.ts";

export const mail: Record<keyof typeof english, string> = {
  "mail.footer": "Du bekommst diese E-Mail, weil es für dich ein Konto bei {community} gibt.",
  "mail.notYou":
    "Wenn das nicht von dir kam, brauchst du nichts zu tun: Ohne den Link passiert nichts.",

  "mail.verifySubject": "Bestätige deine Adresse für {community}",
  "mail.verifyHeading": "Nur noch ein Schritt",
  "mail.verifyText":
    "Jemand hat sich mit dieser Adresse als @{handle} bei {community} registriert. Wenn du das warst, bestätige die Adresse, dann kannst du dort mitschreiben.",
  "mail.verifyAction": "Adresse bestätigen",
  "mail.verifyNote": "Der Link gilt drei Tage lang und funktioniert einmal.",

  "mail.knownSubject": "Du hast schon ein Konto bei {community}",
  "mail.knownHeading": "Du hast schon ein Konto",
  "mail.knownText":
    "Jemand wollte diese Adresse für ein Konto bei {community} verwenden. Sie gehört aber schon zu einem Konto, deshalb hat sich nichts geändert.",
  "mail.knownAction": "Anmelden",
  "mail.knownForgot": "Passwort vergessen? Hier legst du ein neues fest: {href}",

  "mail.changeSubject": "Bestätige deine neue Adresse für {community}",
  "mail.changeHeading": "Bestätige deine neue Adresse",
  "mail.changeText":
    "@{handle} möchte bei {community} künftig diese Adresse verwenden. Das gilt, sobald du sie bestätigst.",
  "mail.changeNote": "Der Link gilt einen Tag lang und funktioniert einmal.",

  "mail.oldAddressSubject": "Deine Adresse bei {community} soll sich ändern",
  "mail.oldAddressHeading": "Eine neue Adresse wurde angefordert",
  "mail.oldAddressText":
    "Jemand, der das Passwort von @{handle} bei {community} kennt, möchte das Konto auf eine andere Adresse umstellen. Wenn du das warst, brauchst du hier nichts zu tun.",
  "mail.oldAddressNote":
    "Wenn du das nicht warst, leg jetzt ein neues Passwort fest: Das stoppt auch die Umstellung und meldet alle Geräte ab.",

  "mail.resetSubject": "Neues Passwort für {community}",
  "mail.resetHeading": "Neues Passwort festlegen",
  "mail.resetText":
    "Jemand hat für @{handle} bei {community} ein neues Passwort angefordert. Wenn du das warst, kannst du hier eines festlegen.",
  "mail.resetAction": "Neues Passwort festlegen",
  "mail.resetStart": "Neues Passwort festlegen",
  "mail.resetNote":
    "Der Link gilt eine Stunde lang und funktioniert einmal. Danach bist du auf allen Geräten abgemeldet.",

  "mail.changedSubject": "Dein Passwort bei {community} wurde geändert",
  "mail.changedHeading": "Dein Passwort wurde geändert",
  "mail.changedText":
    "Das Passwort von @{handle} bei {community} wurde gerade geändert, und die anderen Geräte wurden abgemeldet. Wenn du das warst, brauchst du nichts zu tun.",
  "mail.changedNote":
    "Wenn du das nicht warst, leg jetzt ein neues Passwort fest und sag dem Team der Community Bescheid.",

  "mail.answerSubject": "{name} hat geantwortet: {title}",
  "mail.answerHeading": "{name} hat dir geantwortet",
  "mail.answerAction": "Antwort lesen",
  "mail.answerNote":
    "Ist deine Frage damit gelöst? Akzeptiere die Antwort, damit auch andere sie finden.",

  "mail.acceptedSubject": "Deine Antwort wurde akzeptiert: {title}",
  "mail.acceptedHeading": "Deine Antwort war die Lösung",
  "mail.acceptedText": "Deine Antwort auf „{title}“ wurde akzeptiert. Danke für deine Hilfe!",
  "mail.acceptedAction": "Thema ansehen",
};
