import { execFileSync } from "node:child_process";

/** Builds the search indexes of communities from their rows, as `porchlight reindex` does. */
export function fillIndexes(communityIds: number[]): void {
  // In a process of its own: the application's modules are not for the tests' transpiler.
  const script = `const { connect } = await import("#db/client.server.ts");
    const { rebuildIndex } = await import("#search/postgres/rebuild-index.server.ts");
    const connection = connect(process.env.E2E_DATABASE_URL);
    for (const id of process.argv.slice(1).map(Number)) {
      await rebuildIndex(connection.db, { id, locale: "en" });
    }
    await connection.close();`;
  const args = ["--input-type=module", "-e", script, ...communityIds.map(String)];
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
}
