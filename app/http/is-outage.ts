/** True for errors that mean "the database is away or overloaded", not "our code is wrong". */
export function isOutage(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return (
    /^(ECONNREFUSED|ECONNRESET|57P0[1-3]|53300|08...)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}
