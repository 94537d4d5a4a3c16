import { Parser } from "htmlparser2";

type Tree = {
  nodeType: number;
  nodeValue?: string;
  localName?: string;
  attributes: { name: string; value: string }[];
  childNodes: Tree[];
};

/** The elements of HTML as far as the reader of pasted text looks at them; for tests, without a browser. */
export function parseHtml(html: string): Node {
  const root: Tree = { nodeType: 1, localName: "body", attributes: [], childNodes: [] };
  const open = [root];
  const parser = new Parser({
    onopentag(localName, given) {
      const attributes = Object.entries(given).map(([name, value]) => ({ name, value }));
      const element: Tree = { nodeType: 1, localName, attributes, childNodes: [] };
      open.at(-1)!.childNodes.push(element);
      open.push(element);
    },
    ontext(nodeValue) {
      open.at(-1)!.childNodes.push({ nodeType: 3, nodeValue, attributes: [], childNodes: [] });
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return root as unknown as Node;
}
