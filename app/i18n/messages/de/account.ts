import type { account as english } from "../en/account.ts";

export const account: Record<keyof typeof english, string> = {
  "account.name": "Name",
  "account.nameHint": "So sehen dich die anderen. Dein richtiger Name oder einer, der dir gefällt.",
  "account.handle": "Benutzername",
  "account.handleHint":
    "Für die Adresse deines Profils und für @\u2011Erwähnungen: Buchstaben, Ziffern, _ und -.",
  "account.email": "E-Mail-Adresse",
  "account.emailHint": "Nur für E\u2011Mails der Community. Niemand sieht sie.",
  "account.password": "Passwort",
  "account.newPassword": "Neues Passwort",
  "account.currentPassword": "Aktuelles Passwort",
  "account.passwordHint":
    "Mindestens {min, number}\u00a0Zeichen. Drei beliebige Wörter reichen völlig.",
  "account.login": "E-Mail-Adresse oder Benutzername",

  "account.nameShape": "Der Name braucht Buchstaben oder Ziffern.",
  "account.nameReserved":
    "Diesen Namen könnte man mit dem Team der Community verwechseln. Ergänze etwas, zum Beispiel einen Nachnamen.",
  "account.handleLength": "Zwischen 2 und 30\u00a0Zeichen.",
  "account.handleShape":
    "Nur Buchstaben, Ziffern, _ und -, keine Leerzeichen, und vorn ein Buchstabe oder eine Ziffer.",
  "account.handleMixed": "Verwende für den ganzen Benutzernamen dasselbe Alphabet.",
  "account.handleReserved": "Dieser Benutzername ist der Community selbst vorbehalten.",
  "account.handleTaken":
    "Dieser Benutzername ist vergeben oder einem vergebenen zu ähnlich. Wähle einen anderen.",
  "account.emailShape": "An diese Adresse lässt sich keine E\u2011Mail schicken.",
  "account.emailSame": "Das ist schon deine Adresse.",
  "account.emailInUse": "Diese Adresse gehört zu einem anderen Konto.",
  "account.emailBlocked":
    "Diese Adresse kann bei {community} nicht genutzt werden. Wenn du das für einen Irrtum hältst, schreib dem Team.",
  "account.passwordShort": "Mindestens {min, number}\u00a0Zeichen.",
  "account.passwordIsYou":
    "Bitte nicht dein Name, dein Benutzername oder deine Adresse: Das würden andere zuerst ausprobieren.",
  "account.passwordCommon": "Dieses Passwort gehört zu denen, die andere zuerst ausprobieren.",
  "account.signInWrong":
    "Zu dieser Adresse oder diesem Benutzernamen gibt es kein Konto mit diesem Passwort.",
  "account.currentWrong": "Das ist nicht dein aktuelles Passwort.",
  "account.linkEnded":
    "Dieser Link funktioniert nicht mehr. Er wurde schon benutzt, durch einen neueren ersetzt oder ist zu alt.",
  "account.ownRole":
    "Deine eigene Rolle kannst du nicht ändern. Bitte jemanden aus der Administration.",

  "account.signInTitle": "Anmelden",
  "account.signInLead": "Willkommen zurück bei {community}.",
  "account.signInForgot": "Passwort vergessen?",
  "account.signInNew": "Neu hier?",
  "account.signUpTitle": "Bei {community} mitmachen",
  "account.signUpLead": "Frag, antworte und hilf anderen, die vor derselben Frage stehen.",
  "account.signUpSubmit": "Konto anlegen",
  "account.signUpAgree":
    "Mit deiner Registrierung akzeptierst du die Community-Regeln und die Nutzungsbedingungen.",
  "account.signUpKnown": "Schon ein Konto?",

  "account.checkTitle": "Sieh in dein Postfach",
  "account.checkText":
    "Wir haben dir eine E\u2011Mail mit einem Link geschickt. Öffne ihn, um deine Adresse zu bestätigen, und melde dich dann an.",
  "account.checkNone":
    "Nach ein paar Minuten noch nichts da? Sieh im Spam-Ordner nach. Oder du kannst",
  "account.checkAgain": "dich anmelden und die E\u2011Mail noch einmal anfordern",
  "account.checkOutbox": "Das ist eine Demo ohne Mailserver. Alle E\u2011Mails liegen im",
  "account.outboxName": "Postausgang",

  "account.verifyTitle": "Adresse bestätigen",
  "account.verifyLead": "Ein Klick, und du kannst bei {community} mitschreiben.",
  "account.verifySubmit": "Meine Adresse bestätigen",
  "account.verified": "Deine Adresse ist bestätigt.",
  "account.verifiedSignIn": "Deine Adresse ist bestätigt. Melde dich an, um weiterzumachen.",
  "account.linkEndedTitle": "Dieser Link ist abgelaufen",
  "account.linkEndedVerify": "Melde dich an, dann schicken wir dir einen neuen.",

  "account.forgotTitle": "Passwort vergessen?",
  "account.forgotLead":
    "Gib deine Adresse ein, und wir schicken dir einen Link, mit dem du ein neues festlegst.",
  "account.forgotSubmit": "Link anfordern",
  "account.forgotSent":
    "Wenn es zu dieser Adresse hier ein Konto gibt, ist eine E\u2011Mail mit einem Link unterwegs. Er gilt eine Stunde lang.",
  "account.resetTitle": "Neues Passwort festlegen",
  "account.resetLead": "Danach bist du auf allen Geräten abgemeldet.",
  "account.resetSubmit": "Neues Passwort speichern",
  "account.resetDone": "Dein neues Passwort ist gespeichert. Melde dich jetzt damit an.",
  "account.askAgain": "Neuen Link anfordern",

  "account.settingsTitle": "Einstellungen",
  "account.settingsNav": "Einstellungen",
  "account.tabProfile": "Profil",
  "account.tabAccount": "Adresse und Passwort",
  "account.tabSessions": "Geräte",
  "account.bio": "Über dich",
  "account.bioHint": "Steht in deinem Profil. Höchstens {max, number}\u00a0Zeichen.",
  "account.saved": "Gespeichert.",

  "account.emailSection": "E-Mail-Adresse",
  "account.emailNow": "E\u2011Mails gehen an {email}.",
  "account.emailUnverified":
    "Deine Adresse ist noch nicht bestätigt. Du kannst lesen und Entwürfe schreiben, aber nichts veröffentlichen. Öffne den Link, den wir an {email} geschickt haben.",
  "account.emailSendAgain": "Link noch einmal schicken",
  "account.emailSentAgain": "Die E\u2011Mail mit dem Link ist unterwegs.",
  "account.emailPending":
    "Es fehlt noch dein Klick auf den Link, den wir an {email} geschickt haben.",
  "account.emailNew": "Neue Adresse",
  "account.emailChangeSubmit": "Adresse ändern",
  "account.emailChangeAsked":
    "Öffne den Link, den wir an die neue Adresse geschickt haben. Bis dahin ändert sich nichts.",
  "account.passwordSection": "Passwort",
  "account.passwordSubmit": "Passwort ändern",
  "account.passwordSubmitHint": "Deine anderen Geräte werden abgemeldet.",
  "account.passwordChanged":
    "Dein Passwort ist geändert, und deine anderen Geräte sind abgemeldet.",

  "account.sessionsLead": "Hier bist du angemeldet. Melde ab, was du nicht kennst.",
  "account.sessionsList": "Angemeldete Geräte",
  "account.device": "{browser} auf {system}",
  "account.deviceUnknown": "Unbekanntes Gerät",
  "account.deviceThis": "Dieses Gerät",
  "account.columnDevice": "Gerät",
  "account.columnNetwork": "Netzwerk",
  "account.columnSince": "Angemeldet",
  "account.columnEnd": "Beenden",
  "account.deviceEnd": "Abmelden",
  "account.deviceEndLabel": "{device} abmelden",
  "account.deviceEnded": "Das Gerät ist abgemeldet.",
  "account.signOutEverywhere": "Überall abmelden",
  "account.signedOutEverywhere": "Du bist überall abgemeldet.",

  "account.outboxTitle": "Postausgang",
  "account.outboxLead":
    "E\u2011Mails, die diese Demo verschickt hätte. Die Seite ist nur auf diesem Rechner zu sehen; sobald ein Mailserver eingerichtet ist, gibt es sie nicht mehr.",
  "account.outboxEmpty": "Noch keine E\u2011Mails",
  "account.outboxEmptyText":
    "Registriere dich oder fordere ein neues Passwort an, dann erscheint die E\u2011Mail hier.",
  "account.outboxSubject": "Betreff",
  "account.outboxTo": "An",
  "account.outboxWhen": "Geschrieben",
  "account.outboxBack": "Alle E\u2011Mails",
};
