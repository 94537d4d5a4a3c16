import { common, createLowlight } from "lowlight";

/** Longer code is shown as it is: colouring it would take longer than writing it down. */
const MAX_LENGTH = 20_000;
const CLASS = /^hljs-[a-z_-]{1,40}$/;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const lowlight = createLowlight(common);

type Highlighted = ReturnType<typeof lowlight.highlight>["children"];

function escapeText(value: string): string {
  return value.replace(/[&<>]/g, (char) => ENTITIES[char]!);
}

function write(nodes: Highlighted): string {
  let html = "";
  for (const node of nodes) {
    if (node.type === "text") html += escapeText(node.value);
    else if (node.type === "element") {
      const names = node.properties?.["className"];
      const name = (Array.isArray(names) ? names.map(String) : []).find((one) => CLASS.test(one));
      const inner = write(node.children as Highlighted);
      html += name ? `<span class="${name}">${inner}</span>` : inner;
    }
  }
  return html;
}

/**
 * Code as HTML with its words in `<span class="hljs-…">`, or null when it is left as it is: no
 * language given, an unknown one, or too long. Only escaped text and such spans can come out.
 */
export function highlightCode(code: string, language: string | null): string | null {
  if (language === null || code.length > MAX_LENGTH || !lowlight.registered(language)) return null;
  return write(lowlight.highlight(language, code).children);
}
