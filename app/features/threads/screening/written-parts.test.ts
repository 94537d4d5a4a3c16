import { expect, test } from "vitest";
import { documentToText } from "../rich-text/document-to-text.ts";
import { markdownToDocument } from "../rich-text/markdown-to-document.ts";
import { writtenParts } from "./written-parts.ts";

const SOURCE = `The hub [says **this**](https://brand.example/e12) and \`E12\`, see <https://other.example>.

> Press the button
>
> - for ten seconds

1. one
2. two \`x = 1\`

| a | b |
| - | - |
| c | [d](https://third.example) |

\`\`\`
code  here
\`\`\`

![A photo](https://pictures.example/a.png) the end`;

const document = markdownToDocument(SOURCE);
const parts = writtenParts(document);
const at = (spans: { from: number; to: number }[]) =>
  spans.map(({ from, to }) => parts.text.slice(from, to));

test("the text is the one that is stored", () => {
  expect(parts.text).toBe(documentToText(document));
});

test("code, quotes, links and pictures are where they stand", () => {
  expect(at(parts.code)).toEqual(["E12", "x = 1", "code  here"]);
  expect(at(parts.quotes)).toEqual(["Press the button\n\nfor ten seconds"]);
  expect(parts.links).toEqual([
    { href: "https://brand.example/e12", text: "says this" },
    { href: "https://other.example", text: "https://other.example" },
    { href: "https://third.example", text: "d" },
    { href: "https://pictures.example/a.png", text: "A photo" },
  ]);
  expect(parts.images).toBe(1);
});
