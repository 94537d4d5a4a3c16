/** An element with a class and, where given, text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A small button for within the text, which keeps its selection. */
export function quietButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = element("button", "pl-btn pl-btn--quiet pl-btn--sm", label);
  button.type = "button";
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", onClick);
  return button;
}
