/** Addresses that lead to the same thing on the sites that are imported, and how we keep them. */
const FORMS: [RegExp, (parts: string[]) => string][] = [
  // Stack Exchange: a question, a question with an answer chosen, short forms with a member's id.
  [/^\/questions\/(\d+)\/[^/]+\/(\d+)\/?$/, ([, , answer]) => `/a/${answer}`],
  [/^\/questions\/(\d+)(?:\/[^/]*)?\/?$/, ([, question]) => `/questions/${question}`],
  [/^\/q\/(\d+)(?:\/\d+)?\/?$/, ([, question]) => `/q/${question}`],
  [/^\/a\/(\d+)(?:\/\d+)?\/?$/, ([, answer]) => `/a/${answer}`],
];

/** The ways an old address may have been kept, best first; at most 500 characters each. */
export function oldAddresses(path: string): string[] {
  const bare = path.split("?")[0]!;
  const kept = FORMS.flatMap(([form, make]) => {
    const parts = form.exec(bare);
    return parts ? [make([...parts])] : [];
  });
  const all = [path, bare, bare.replace(/(.)\/$/, "$1"), ...kept];
  return [...new Set(all)].filter((address) => address.length <= 500);
}
