import { useFetcher, useNavigate, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, type FormEvent } from "react";
import { handOver, type SearchData } from "./handed-page.ts";
import { readSearch, searchHref, type SearchAsk } from "./search-address.ts";
import type { SearchPageView } from "./search-page-view.ts";

/** A pause in typing after which results come. */
const REST = 150;
/** A pause after which what was typed is a search: the address follows, and it is kept. */
const SETTLED = 1_000;

/** What the form of a page asks for, from its first page. */
function askOf(form: HTMLFormElement): SearchAsk {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") params.append(name, value);
  }
  return readSearch(params);
}

/** The address from which a page comes without the browser's going there. */
export function liveAddress(ask: SearchAsk, extra: Record<string, string>): string {
  const address = searchHref(ask);
  const more = new URLSearchParams(extra).toString();
  return `${address}${address.includes("?") ? "&" : "?"}${more}`;
}

/** True when one query is typed on to the other, or letters of it were taken back. */
export function continues(before: string, after: string): boolean {
  const [one, other] = [before.toLowerCase(), after.toLowerCase()];
  return one !== "" && other !== "" && (one.startsWith(other) || other.startsWith(one));
}

type Wanted = { address: string; replace: boolean };

/** What is being typed over: the page of the address, and what was loaded before. */
type Live = { from: SearchPageView; stale: SearchData | undefined };

/**
 * Shows results while somebody types: a few after a short pause, then the whole page under its own
 * address. The token of a search goes on to the one that follows it. What was asked for before is given
 * up when something else is.
 */
export function useLiveSearch(loaded: SearchPageView) {
  const form = useRef<HTMLFormElement>(null);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const wanted = useRef<Wanted | null>(null);
  const takenOver = useRef(false);
  const [live, setLive] = useState<Live | null>(null);
  const { load, data, state } = useFetcher<SearchData>();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const { query } = loaded.ask;

  const stop = useCallback(() => {
    for (const timer of timers.current) clearTimeout(timer);
    timers.current = [];
  }, []);

  const settle = useCallback(
    (ask: SearchAsk, replace: boolean) => {
      wanted.current = { address: searchHref(ask), replace };
      const goesOn = loaded.token !== null && continues(query, ask.query);
      load(liveAddress(ask, { live: "whole", ...(goesOn ? { replaces: loaded.token! } : {}) }));
      setLive((now) => (now?.from === loaded ? now : { from: loaded, stale: data }));
    },
    [load, loaded, query, data],
  );

  const onType = useCallback(() => {
    stop();
    wanted.current = null;
    const after = (pause: number, act: (ask: SearchAsk) => void) =>
      setTimeout(() => {
        const ask = form.current && askOf(form.current);
        if (ask && ask.query !== query) act(ask);
        else setLive(null);
      }, pause);
    timers.current = [
      after(REST, (ask) => {
        load(liveAddress(ask, { live: "typing" }));
        setLive((now) => (now?.from === loaded ? now : { from: loaded, stale: data }));
      }),
      after(SETTLED, (ask) => settle(ask, true)),
    ];
  }, [load, loaded, query, data, settle, stop]);

  /** A choice or the Enter key: at once, and the way back leads to what was there before. */
  const onApply = useCallback(() => {
    stop();
    if (!form.current) return;
    const ask = askOf(form.current);
    if (ask.query !== query) return settle(ask, false);
    wanted.current = null;
    navigate(searchHref(ask), { preventScrollReset: true });
  }, [query, navigate, settle, stop]);

  const onSubmit = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      onApply();
    },
    [onApply],
  );

  useEffect(() => {
    const next = wanted.current;
    if (state !== "idle" || !next || !data?.page || data.page.typing) return;
    if (searchHref(data.page.ask) !== next.address) return;
    wanted.current = null;
    handOver(next.address, data);
    navigate(next.address, { replace: next.replace, preventScrollReset: true });
  }, [state, data, navigate]);

  // What was typed or chosen before the application ran is applied when it does.
  useEffect(() => {
    if (takenOver.current) return;
    takenOver.current = true;
    const there = form.current && searchHref(askOf(form.current));
    if (there !== null && there !== searchHref({ ...loaded.ask, page: 1 })) onApply();
  }, [loaded, onApply]);

  useEffect(() => stop, [stop]);

  const typed = live?.from === loaded && data !== live.stale ? data?.page : null;
  return {
    form,
    page: typed ?? loaded,
    busy: state !== "idle" || navigation.state !== "idle",
    onType,
    onApply,
    onSubmit,
  };
}
