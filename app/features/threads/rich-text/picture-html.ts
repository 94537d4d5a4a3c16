import { escapeAttribute } from "./escape-html.ts";
import { readFileAddress } from "./file-address.ts";

/** The widths in pixels that the server gives with `?w=`. */
const WIDTHS = [480, 960, 1920];
const DEFAULT_WIDTH = 960;
/** The most room a picture takes in a post, in CSS pixels: a phone's screenshot must not fill a page. */
const MOST = { width: 720, height: 560 };

type Size = { width: number; height: number };

function shownSize({ width, height }: Size): Size {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
}

/** The `src`, `srcset` and `sizes` of a picture of the community, and the room it takes. */
export function pictureAttributes(src: string): Record<string, string> {
  const size = readFileAddress(src)?.size;
  if (!size) return { src };
  const shown = shownSize(size);
  const smaller = WIDTHS.filter((width) => width < size.width);
  const sources = smaller.map((width) => `${src}?w=${width} ${width}w`);
  if (size.width <= WIDTHS.at(-1)!) sources.push(`${src} ${size.width}w`);
  const scaled = {
    srcset: sources.join(", "),
    sizes: `(max-width: ${shown.width}px) 100vw, ${shown.width}px`,
  };
  return {
    src: size.width > DEFAULT_WIDTH ? `${src}?w=${DEFAULT_WIDTH}` : src,
    ...(sources.length > 1 ? scaled : {}),
    width: String(shown.width),
    height: String(shown.height),
  };
}

/** A same-site image; one of the community’s pictures leads to itself in full, unless a link holds it. */
export function pictureHtml(src: string, alt: string, isInLink: boolean): string {
  const file = readFileAddress(src);
  if (!file?.size) return `<img${attributes({ src, alt, loading: "lazy" })} />`;
  const given = { ...pictureAttributes(src), alt, loading: "lazy", decoding: "async" };
  const image = `<img${attributes(given)} />`;
  if (isInLink) return image;
  // A link needs a name where the picture has none.
  const name: Record<string, string> = alt === "" ? { "aria-label": decoded(file.name) } : {};
  return `<a${attributes({ class: "pl-picture", href: src, ...name })}>${image}</a>`;
}
