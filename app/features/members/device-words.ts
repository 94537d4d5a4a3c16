const BROWSERS: [RegExp, string][] = [
  [/\bEdgi?A?(OS)?\/\d/, "Edge"],
  [/\bOPR\/|\bOpera/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrom(e|ium)\/|\bCriOS\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone|\biPod/, "iPhone"],
  [/\biPad/, "iPad"],
  [/\bAndroid/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** The browser's and system's own names in a User-Agent header; `null` where it says neither. */
export function deviceWords(userAgent: string): { browser: string | null; system: string | null } {
  const find = (table: [RegExp, string][]) =>
    table.find(([pattern]) => pattern.test(userAgent.slice(0, 300)))?.[1] ?? null;
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}
