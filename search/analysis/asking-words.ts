/** What people ask with, folded, in the languages most communities write in. */
const WORDS = `
  want wants wanted wanna need needs possible possibly way ways get gets getting like know help please try
  tried trying able best good easy option options method something someone anyone anybody thing things work
  works working let lets make makes use uses using question mean means exactly really actually problem issue
  support supported supports allow allows does specific
  mochte mochten kann gibt geht moglich moglichkeit bitte hilfe brauche wissen problem frage
  veux voudrais besoin possible moyen aide merci savoir probleme question peux peut
  quiero necesito posible manera ayuda gracias saber problema pregunta puedo puede
`;

export const ASKING_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
