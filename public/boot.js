// Starts the application with the data the page carries: at once for members and for who is asking
// something, for other guests on the first interaction, so that reading needs no script.
(() => {
  const data = JSON.parse(document.getElementById("porchlight-boot").textContent);
  const LONGEST_HOLD_MS = 10_000;
  const WAKES = ["pointerdown", "keydown", "focusin", "touchstart"];

  async function start(event) {
    for (const name of WAKES) removeEventListener(name, start, true);
    // A shortcut should do something the first time, too.
    if (event?.type === "keydown") window.porchlightKey = event;
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

  const isTypedOutside = (form) =>
    [...document.querySelectorAll("textarea, input")].some(
      (field) => field.form !== form && field.value !== field.defaultValue,
    );

  /**
   * Keeps a form that is sent before the application runs until it does, when something is typed into
   * another: sent by the browser alone it would load the page anew, and that would be lost.
   */
  function holdForms() {
    const held = new Map();
    const hold = (event) => {
      if (event.target.method !== "post" || !isTypedOutside(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      held.set(event.target, event.submitter);
    };
    const release = () => {
      removeEventListener("submit", hold, true);
      for (const [form, submitter] of held) {
        if (form.isConnected) form.requestSubmit(submitter?.form === form ? submitter : null);
      }
      held.clear();
    };
    addEventListener("submit", hold, true);
    addEventListener("porchlight:running", release, { once: true });
    setTimeout(release, LONGEST_HOLD_MS);
    return release;
  }

  /** Whoever is asking something finds the way back to it on the threads they look at. */
  function isAsking() {
    try {
      return localStorage.getItem("porchlight:asking") !== null;
    } catch {
      return false;
    }
  }

  if (data.when === "now" || isAsking()) {
    const release = holdForms();
    start().catch((error) => {
      release();
      throw error;
    });
  } else for (const name of WAKES) addEventListener(name, start, { capture: true, passive: true });
})();
