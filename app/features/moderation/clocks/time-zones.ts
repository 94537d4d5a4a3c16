/** Every zone that a community may be in, UTC first. */
export function timeZones(): string[] {
  const places = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));
  return ["UTC", ...places];
}

/** Whether times can be told in a zone; older names of a place count too. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
