/** The name of the unique constraint that PostgreSQL refused a row for, or `null` for other errors. */
export function brokenConstraint(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23505" ? (constraint ?? "") : null;
}
