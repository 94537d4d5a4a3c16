import type { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { NodeJson } from "../rich-text/schema.ts";
import { bareLink } from "../rich-text/thread-links.ts";

/** A thread as `/suggest/thread` sends it. */
export interface LinkedThread {
  title: string;
  path: string;
  solved: boolean;
}

const PAUSE = 250;

async function load(address: string): Promise<LinkedThread | null> {
  const query = new URLSearchParams({ address }).toString();
  const answer = await fetch(`/suggest/thread?${query}`);
  return answer.ok ? ((await answer.json()) as LinkedThread) : null;
}

/** Addresses of the community's threads that are links by nothing but their address. */
function bareAddresses(editor: Editor): Set<string> {
  const found = new Set<string>();
  editor.state.doc.descendants((node) => {
    if (!node.isText || node.marks.length === 0) return;
    const link = bareLink(node.toJSON() as NodeJson, window.location.origin);
    if (link) found.add(node.text!);
  });
  return found;
}

function name(editor: Editor, address: string, { title, path }: LinkedThread): void {
  const { tr, schema, doc } = editor.state;
  doc.descendants((node, position) => {
    if (!node.isText || node.text !== address) return;
    if (!bareLink(node.toJSON() as NodeJson, window.location.origin)) return;
    const link = schema.marks["link"]!.create({ href: path });
    const from = tr.mapping.map(position, 1);
    tr.replaceWith(from, from + node.nodeSize, schema.text(title, link.addToSet(node.marks)));
  });
  // A step of its own: it can be taken back without what was pasted.
  if (tr.docChanged) editor.view.dispatch(closeHistory(tr));
}

/**
 * Names links to threads of the community by the thread's title, a moment after they were pasted or
 * typed; each address once, so that one who takes it back keeps it. Gives how to stop.
 */
export function nameThreads(editor: Editor, onNamed: (thread: LinkedThread) => void): () => void {
  const asked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    for (const address of bareAddresses(editor)) {
      if (asked.has(address)) continue;
      asked.add(address);
      // Without an answer the address stays; the server looks again when the text is sent.
      const thread = await load(address).catch(() => null);
      if (!thread || editor.isDestroyed) continue;
      name(editor, address, thread);
      onNamed(thread);
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  };
  editor.on("update", later);
  return () => {
    clearTimeout(timer);
    editor.off("update", later);
  };
}
