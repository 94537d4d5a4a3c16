/**
 * Where a combobox is: `active` is the option that the keys are on, -1 for the text itself; the first
 * `removable` of its options can be taken away.
 */
export type ComboboxState = {
  isOpen: boolean;
  active: number;
  count: number;
  removable: number;
};

export type Key = {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
};

/** `text` and `leave` let the key do what it does anyway; all others take it. */
export type KeyAct =
  | { act: "move" | "open"; to: number }
  | { act: "choose" | "close" | "empty" | "leave" | "remove" | "text" };

function vertical(key: Key, { isOpen, active, count }: ComboboxState): KeyAct {
  const down = key.key === "ArrowDown";
  if (key.altKey) return isOpen && !down ? { act: "close" } : { act: "open", to: -1 };
  if (!isOpen) return { act: "open", to: down ? 0 : count - 1 };
  // The text is one more stop of the round.
  const stops = count + 1;
  return { act: "move", to: ((active + 1 + (down ? 1 : -1) + stops) % stops) - 1 };
}

/**
 * What a key does in an editable combobox whose list is chosen from by hand; `null` for what is none of
 * its business. Source: WAI-ARIA Authoring Practices, Combobox Pattern, keyboard interaction.
 */
export function keyActOf(key: Key, state: ComboboxState): KeyAct | null {
  const isOn = state.isOpen && state.active >= 0;
  if (key.key === "Enter") return isOn ? { act: "choose" } : null;
  if (key.ctrlKey || key.metaKey || key.shiftKey) return null;
  switch (key.key) {
    case "ArrowDown":
    case "ArrowUp":
      return vertical(key, state);
    case "Home":
    case "End":
    case "ArrowLeft":
    case "ArrowRight":
      return isOn ? { act: "text" } : null;
    case "Delete":
      return isOn && state.active < state.removable ? { act: "remove" } : null;
    case "Escape":
      return { act: state.isOpen ? "close" : "empty" };
    case "Tab":
      return state.isOpen ? { act: "leave" } : null;
    default:
      return null;
  }
}
