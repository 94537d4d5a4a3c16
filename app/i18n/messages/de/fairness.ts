import type { fairness as english } from "../en/fairness.ts";

export const fairness: Record<keyof typeof english, string> = {
  "fairness.kind.ring": "Mitglieder, die füreinander abstimmen",
  "fairness.kind.burst": "Viele Stimmen in wenigen Minuten",
  "fairness.kind.new_accounts": "Neue Konten, die für ein Mitglied abstimmen",
  "fairness.kind.accepting": "Akzeptierte Antworten zwischen zusammengehörigen Konten",
  "fairness.evidence.inside":
    "{members, number} Mitglieder haben einander {votes, number} hilfreiche Stimmen gegeben. So oft und wo sie abstimmen, wären etwa {expected, number} zu erwarten.",
  "fairness.evidence.share":
    "{percent, number} % aller hilfreichen Stimmen, die sie bekamen, kamen voneinander.",
  "fairness.evidence.bursts":
    "Schübe von Stimmen: {bursts, number}, mit zusammen {votes, number} Stimmen. Im größten waren es {most, number} innerhalb von {minutes, number} Minuten.",
  "fairness.evidence.joined":
    "{members, number} Konten von ihnen entstanden innerhalb einer Stunde vor oder nach einem anderen.",
  "fairness.evidence.network":
    "{members, number} Konten von ihnen sind aus einem Netz angemeldet, das sonst kaum jemand nutzt.",
  "fairness.evidence.accepted": "Antworten, die sie einander akzeptiert haben: {accepted, number}.",
  "fairness.evidence.newAccounts":
    "{accounts, number} Konten gaben in ihren ersten {days, number} Tagen {votes, number} Stimmen, fast alle für ein Mitglied. Zu erwarten wären etwa {expected, number} solche Konten.",
  "error.invitesADay":
    "Mehr Einladungen gibt es an einem Tag nicht. In {hours, plural, one {# Stunde} other {# Stunden}} kannst du wieder einladen.",
  "error.notInvitable": "Dieses Mitglied kann gerade nicht zu dieser Frage eingeladen werden.",
  "mail.invitedSubject": "{name} glaubt, dass du das beantworten kannst: {title}",
  "mail.invitedHeading": "Kannst du hier helfen?",
  "mail.invitedText":
    "{name} hat dich in {community} eingeladen, diese Frage zu beantworten, wegen deiner früheren Antworten.",
  "mail.invitedAction": "Frage lesen",
  "mail.invitedNote":
    "Du bekommst solche Einladungen, weil du sie erlaubt hast. In deinen Einstellungen kannst du sie beenden.",
  "candidate.quantity": "Antworten: {answers, number}, akzeptiert: {accepted, number}",
  "candidate.quality":
    "Akzeptierter Teil der Antworten: {percent, number} %, hilfreiche Stimmen: {helpful, number}",
  "candidate.speed": "Die Hälfte der Antworten kam in so vielen Stunden: {hours, number}",
  "candidate.kindness":
    "Antworten für Neulinge: {newcomers, number}, davon geholfen: {helped, number}",
  "candidate.breadth": "Schlagwörter, in denen eine Antwort half: {tags, number}",
  "candidate.stability": "Monate mit Antworten: {months, number}",
};
