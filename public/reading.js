// What reading needs of a script, whether the application runs or not: copying code, sharing a post.
// The pages are whole without it.
(() => {
  const { words } = JSON.parse(document.getElementById("porchlight-boot").textContent);

  /** Has a screen reader say it; the page's frame holds the place. */
  function announce(text) {
    const place = document.getElementById("announcer");
    if (!place) return;
    place.textContent = "";
    requestAnimationFrame(() => {
      place.textContent = text;
    });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  /** Shows a word in place of a control's own for two seconds. */
  function flash(control, text) {
    announce(text);
    control.dataset.said = text;
    setTimeout(() => delete control.dataset.said, 2_000);
  }

  /** Puts a button at each code block of a post; a block inside the editor is the writer's. */
  function addCopyButtons() {
    for (const block of document.querySelectorAll(".pl-post .pl-prose pre")) {
      if (block.parentElement.className === "pl-code" || block.closest("[contenteditable]"))
        continue;
      const frame = document.createElement("div");
      frame.className = "pl-code";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pl-code__copy";
      button.textContent = words.copy;
      block.tabIndex = 0;
      block.setAttribute("role", "region");
      block.setAttribute("aria-label", words.code);
      block.replaceWith(frame);
      frame.append(block, button);
    }
  }

  async function onCopy(button) {
    const done = await copy(button.parentElement.querySelector("pre").textContent);
    flash(button, done ? words.copied : words.notCopied);
  }

  async function onShare(link) {
    const url = new URL(link.getAttribute("data-share"), location.href).href;
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      try {
        await navigator.share({ title: document.title, url });
        return;
      } catch (error) {
        // Closing the phone's sheet is an answer too.
        if (error.name === "AbortError") return;
      }
    }
    if (await copy(url)) flash(link, words.linkCopied);
    else location.assign(link.href);
  }

  addEventListener("click", (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const button = event.target.closest(".pl-code__copy");
    if (button) return void onCopy(button);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const link = event.target.closest("a[data-share]");
    if (!link || !plain) return;
    event.preventDefault();
    void onShare(link);
  });

  addCopyButtons();
  // A post that was edited or came later.
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      addCopyButtons();
    });
  }).observe(document.body, { childList: true, subtree: true });
})();
