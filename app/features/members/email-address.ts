/** Letters of a local part as in RFC 5322 `dot-atom`, ASCII only, so that no two addresses look alike. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

export type EmailAddress = {
  /** As typed, with its domain in ASCII. */
  email: string;
  /** What makes it unique in a community. */
  key: string;
};

function asciiDomain(domain: string): string | null {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
}

/** A typed e-mail address, or `null` when mail can't go there. At most 254 characters. */
export function parseEmail(typed: string): EmailAddress | null {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > 254 || /[\s/?#:@\\]/.test(text.slice(at + 1))) return null;
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (!domain || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return null;
  const email = `${local}@${domain}`;
  return email.length > 254 ? null : { email, key: email.toLowerCase() };
}

/** The mailbox behind an address, for limits: `a+x@b.example` and `A@b.example` are one. */
export function mailboxOf(typed: string): string {
  const key = parseEmail(typed)?.key ?? typed.trim().toLowerCase().slice(0, 254);
  return key.replace(/\+[^@]*@/, "@");
}
