import { MarkdownSerializer } from "prosemirror-markdown";
import type { MarkdownSerializerState } from "prosemirror-markdown";
import { Node as DocumentNode } from "prosemirror-model";
import { inlineToMarkdown } from "./inline-to-markdown.ts";
import { schema } from "./schema.ts";
import type { DocumentJson } from "./schema.ts";
import { tidyDocument } from "./tidy-document.ts";

const MAX_LIST_NUMBER = 999_999_999;

/**
 * True when a list takes the second kind of marker. Lists that follow each other would run into one,
 * and "- - -" would be a rule, so that a list at the very start of an item differs from its parent.
 */
function takesSecondMarker(parent: DocumentNode, index: number): boolean {
  let first = index;
  while (first > 0 && parent.child(first - 1).type === parent.child(index).type) first--;
  const startsItem =
    first === 1 && parent.type.name === "listItem" && parent.child(0).childCount === 0;
  return (index - first + (startsItem ? 1 : 0)) % 2 === 1;
}

/** Right below a line of text a list is only read as one when it starts with 1 and with some text. */
function separateFromText(state: MarkdownSerializerState, list: DocumentNode): void {
  const startsEmpty = list.firstChild?.childCount === 1 && list.firstChild.textContent === "";
  if (startsEmpty || (list.attrs["start"] ?? 1) !== 1) state.write();
}

function writeOrderedList(
  state: MarkdownSerializerState,
  node: DocumentNode,
  delimiter: string,
): void {
  const start = Number(node.attrs["start"]);
  const last = start + node.childCount - 1;
  const width = String(last).length;
  // Only the first number counts; five spaces after a marker would start a code block.
  const isCounted = last <= MAX_LIST_NUMBER && width - String(start).length <= 3;
  const indent = (isCounted ? width : String(start).length) + 2;
  state.renderList(node, " ".repeat(indent), (index) =>
    `${isCounted ? start + index : start}${delimiter}`.padEnd(indent),
  );
}

function tableLines(node: DocumentNode): string[] {
  const rows = node.children.map((row) =>
    row.children.map((cell) => inlineToMarkdown(cell.firstChild!, "cell")),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => row[index] ?? "");
    return `| ${cells.join(" | ")} |`;
  });
  return lines.toSpliced(1, 0, `|${" --- |".repeat(width)}`);
}

const serializer = new MarkdownSerializer(
  {
    paragraph(state, node) {
      state.text(inlineToMarkdown(node, "block"), false);
      state.closeBlock(node);
    },
    bulletList(state, node, parent, index) {
      separateFromText(state, node);
      state.renderList(node, "  ", () => (takesSecondMarker(parent, index) ? "+ " : "- "));
    },
    orderedList(state, node, parent, index) {
      separateFromText(state, node);
      writeOrderedList(state, node, takesSecondMarker(parent, index) ? ")" : ".");
    },
    listItem(state, node) {
      node.forEach((child, _offset, index) => {
        // The schema's empty first paragraph: in Markdown the item starts with what follows.
        if (index === 0 && child.childCount === 0 && node.childCount > 1) return;
        state.render(child, node, index);
      });
    },
    blockquote(state, node) {
      state.wrapBlock("> ", null, node, () => state.renderContent(node));
    },
    codeBlock(state, node) {
      const runs = (node.textContent.match(/`{3,}/g) ?? []).map((run) => run.length);
      const fence = "`".repeat(Math.max(2, ...runs) + 1);
      state.write(`${fence}${String(node.attrs["language"] ?? "")}\n`);
      state.text(node.textContent, false);
      state.text("\n", false);
      state.write(fence);
      state.closeBlock(node);
    },
    horizontalRule(state, node) {
      // "---" after a list marker would be one long rule.
      state.write("___");
      state.closeBlock(node);
    },
    table(state, node) {
      state.text(tableLines(node).join("\n"), false);
      state.closeBlock(node);
    },
  },
  {},
);

/**
 * Writes a stored document as Markdown for the textarea. What `markdownToDocument` made comes back
 * equal; of imported documents, joined table cells lose their spans.
 */
export function documentToMarkdown(document: DocumentJson): string {
  const node = tidyDocument(DocumentNode.fromJSON(schema, document));
  return serializer.serialize(node, { tightLists: true });
}
