import { en, type Messages } from "./en.ts";

/** The Arabic catalogue. */
export const ar: Messages = { ...en };
