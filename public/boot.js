// Starts the application with the data the page carries: at once for members, for guests on the
// first interaction, so that reading needs no script.
(() => {
  const data = JSON.parse(document.getElementById("porchlight-boot").textContent);
  const WAKES = ["pointerdown", "keydown", "focusin", "touchstart"];

  async function start() {
    for (const name of WAKES) removeEventListener(name, start, true);
    window.__remixContext = data.context;
    window.__remixContext.stream = new ReadableStream({
      start(controller) {
        controller.enqueue(data.stream);
        controller.close();
      },
    }).pipeThrough(new TextEncoderStream());
    if (data.hmr) await import(data.hmr);
    await import(data.manifest);
    const modules = await Promise.all(data.routes.map(([, address]) => import(address)));
    window.__remixRouteModules = Object.fromEntries(
      data.routes.map(([id], index) => [id, modules[index]]),
    );
    await import(data.entry);
  }

  if (data.when === "now") void start();
  else for (const name of WAKES) addEventListener(name, start, { capture: true, passive: true });
})();
