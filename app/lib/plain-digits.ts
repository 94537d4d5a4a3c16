/** Arabic-Indic and Persian digits as 0 to 9; everything else as it is. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
