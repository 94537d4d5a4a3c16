/** One value a process, kept across module reloads in development. */
export function once<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, unknown>;
  const key = Symbol.for(`porchlight.${name}`);
  if (!(key in store)) store[key] = make();
  return store[key] as T;
}
