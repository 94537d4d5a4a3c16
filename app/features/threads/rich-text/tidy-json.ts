import { Node as DocumentNode } from "prosemirror-model";
import { toDocumentJson } from "./check-document.ts";
import { schema } from "./schema.ts";
import type { DocumentJson } from "./schema.ts";
import { tidyDocument } from "./tidy-document.ts";

/** `tidyDocument` for a checked document as JSON. */
export function tidyJson(document: DocumentJson): DocumentJson {
  return toDocumentJson(tidyDocument(DocumentNode.fromJSON(schema, document)));
}
