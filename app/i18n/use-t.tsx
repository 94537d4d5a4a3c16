import { createContext, useContext, type ReactNode } from "react";
import type { Translate } from "./translate.ts";

const TranslateContext = createContext<Translate | null>(null);

/** Gives the pages below it their translator; set by both entries. */
export function TranslateProvider({ t, children }: { t: Translate; children: ReactNode }) {
  return <TranslateContext.Provider value={t}>{children}</TranslateContext.Provider>;
}

/** The page's translator. */
export function useT(): Translate {
  const t = useContext(TranslateContext);
  if (!t) throw new Error("useT outside TranslateProvider");
  return t;
}
