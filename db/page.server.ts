/** A keyset cursor: the sort value and the id of the last row shown. */
export type Cursor = { value: string | number; id: number };

/** Cursor → the opaque text that stands in an address. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString("base64url");
}

/** The opaque text of an address → cursor; `null` for anything we didn't write. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text || text.length > 200) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [sort, id] = value as unknown[];
    if ((typeof sort !== "string" && typeof sort !== "number") || !Number.isSafeInteger(id))
      return null;
    return { value: sort, id: id as number };
  } catch {
    return null;
  }
}

/** Splits `limit + 1` fetched rows into a page and the cursor of the next one. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): { rows: Row[]; next: string | null } {
  if (rows.length <= limit) return { rows, next: null };
  const shown = rows.slice(0, limit);
  return { rows: shown, next: encodeCursor(cursorOf(shown[limit - 1]!)) };
}
