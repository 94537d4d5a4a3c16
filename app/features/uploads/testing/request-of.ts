/** A request that brings a file, as a form sends it. */
export function requestOf(bytes: Uint8Array, name = "a.png"): Request {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return new Request("http://host.invalid/uploads", { method: "POST", body: form });
}
