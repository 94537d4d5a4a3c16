/** The attachments that can be picked beside pictures. */
export const ATTACHMENTS = ".pdf,.txt,.log,.csv,.json,.zip";

/** True while something from outside the browser is dragged. */
export function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") === true;
}

/**
 * The files of a paste or a drop, [] when its text is what is meant: word processors put a picture of
 * the text beside the text itself, and a picture copied from a page is an `<img>` and a file.
 */
export function givenFiles(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (!data || files.length === 0) return [];
  const html = data.getData("text/html");
  const words = new DOMParser().parseFromString(html, "text/html").body.textContent;
  return words.trim() === "" && data.getData("text/plain").trim() === "" ? files : [];
}
