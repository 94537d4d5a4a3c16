import { deriveColours } from "#app/features/communities/theme/derive-colours.ts";
import type { Scheme } from "#app/features/communities/theme/meaning-colours.ts";
import type { Theme } from "#app/features/communities/theme/theme-schema.ts";
import { directionOf } from "#app/i18n/locales.ts";

export type MailContent = {
  heading: string;
  /** Plain text, one paragraph each. */
  paragraphs: string[];
  /** What a member wrote, set apart; in their language and direction. */
  quote?: string;
  action?: { label: string; href: string };
  /** Smaller paragraphs under the action. */
  notes?: string[];
  /** A small link at the end, such as for no more of these mails. */
  stop?: { label: string; href: string };
};

export type MailFrame = {
  brandName: string;
  /** Origin of the community's pages. */
  baseUrl: string;
  locale: string;
  theme: Theme;
  /** Why this mail came. */
  footer: string;
};

/** Text → HTML text, safe in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, "<br>");
}

const PAINTED: [selector: string, property: string, token: string][] = [
  [".m-page", "background-color", "sunken"],
  [".m-card", "background-color", "surface"],
  [".m-card", "border-color", "line"],
  [".m-brand,.m-ink", "color", "ink"],
  [".m-soft", "color", "ink-2"],
  [".m-quote", "border-color", "brand-line"],
  [".m-button", "background-color", "fill"],
  [".m-button a", "color", "on-fill"],
  [".m-link", "color", "link"],
];

/** Colours as a style sheet: mail programs that drop it show the inline ones of the light scheme. */
function sheet(theme: Theme): string {
  const rules = (scheme: Scheme) => {
    const colours = deriveColours(theme, scheme);
    return PAINTED.map(
      ([selector, property, token]) => `${selector}{${property}:${colours[token]} !important}`,
    ).join("");
  };
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}${rules("light")}@media (prefers-color-scheme:dark){${rules("dark")}}`;
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

function paragraph(text: string, colour: string, soft = false): string {
  const size = soft ? "14px;line-height:21px" : "16px;line-height:25px";
  return `<p class="${soft ? "m-soft" : "m-ink"}" dir="auto" style="margin:0 0 16px;${FONT};font-size:${size};color:${colour}">${lines(text)}</p>`;
}

function button(action: { label: string; href: string }, colours: Record<string, string>): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="m-button" style="border-radius:8px;background-color:${colours.fill}"><a href="${escapeHtml(action.href)}" style="display:inline-block;padding:12px 22px;${FONT};font-size:16px;font-weight:600;text-decoration:none;color:${colours["on-fill"]}">${escapeHtml(action.label)}</a></td></tr></table>`;
}

function smallLink(link: { label: string; href: string }, colours: Record<string, string>): string {
  return `<p dir="auto" style="margin:0 0 16px;${FONT};font-size:14px;line-height:21px"><a class="m-link" href="${escapeHtml(link.href)}" style="color:${colours.link}">${escapeHtml(link.label)}</a></p>`;
}

function body(content: MailContent, colours: Record<string, string>): string {
  const ink = colours.ink ?? "";
  const soft = colours["ink-2"] ?? "";
  const quote =
    content.quote === undefined
      ? ""
      : `<blockquote class="m-quote" style="margin:0 0 20px;padding:2px 16px;border:0 solid ${colours["brand-line"]};border-inline-start-width:3px">${paragraph(content.quote, ink)}</blockquote>`;
  return [
    `<h1 class="m-ink" dir="auto" style="margin:0 0 16px;${FONT};font-size:22px;line-height:29px;font-weight:650;color:${ink}">${lines(content.heading)}</h1>`,
    ...content.paragraphs.map((text) => paragraph(text, ink)),
    quote,
    content.action ? button(content.action, colours) : "",
    ...(content.notes ?? []).map((text) => paragraph(text, soft, true)),
    content.stop ? smallLink(content.stop, colours) : "",
  ].join("");
}

/** The HTML part: tables and inline styles, which every mail program understands. */
export function layoutHtml(content: MailContent, frame: MailFrame): string {
  const colours = deriveColours(frame.theme, "light");
  const attributes = `lang="${escapeHtml(frame.locale)}" dir="${directionOf(frame.locale)}"`;
  const soft = colours["ink-2"] ?? "";
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(content.heading)}</title><style>${sheet(frame.theme)}</style></head><body class="m-page" style="margin:0;padding:0;background-color:${colours.sunken}"><table role="presentation" class="m-page" ${attributes} width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${colours.sunken}"><tr><td align="center" style="padding:32px 16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr><td style="padding:0 4px 16px"><a class="m-brand" href="${escapeHtml(frame.baseUrl)}/" style="${FONT};font-size:17px;font-weight:650;text-decoration:none;color:${colours.ink}">${escapeHtml(frame.brandName)}</a></td></tr><tr><td class="m-card" style="padding:28px 28px 12px;border:1px solid ${colours.line};border-radius:12px;background-color:${colours.surface}">${body(content, colours)}</td></tr><tr><td style="padding:16px 4px 0">${paragraph(frame.footer, soft, true)}</td></tr></table></td></tr></table></body></html>`;
}

/** The plain text part, with the same words. */
export function layoutText(content: MailContent, frame: MailFrame): string {
  const quote = content.quote?.split(/\r\n?|\n/).map((line) => `> ${line}`.trimEnd());
  const action = content.action ? `${content.action.label}:\n${content.action.href}` : null;
  return [
    content.heading,
    ...content.paragraphs,
    quote?.join("\n"),
    action,
    ...(content.notes ?? []),
    content.stop ? `${content.stop.label}:\n${content.stop.href}` : null,
    `-- \n${frame.brandName} · ${frame.baseUrl}/\n${frame.footer}`,
  ]
    .filter((part): part is string => typeof part === "string" && part !== "")
    .join("\n\n");
}
