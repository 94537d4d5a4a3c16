// What may import what. The drawing of this is in CONTRIBUTING.md.
const TESTS = "\\.(test|spec)\\.(ts|tsx|mjs)$|^db/testing/";

/** What a feature may import of the other features. */
const FEATURES = {
  communities: [],
  members: ["communities"],
  automod: ["communities", "members"],
  uploads: ["communities", "members"],
  threads: ["communities", "members", "automod", "uploads", "insights"],
  moderation: ["communities", "members", "automod", "threads"],
  guidelines: ["communities", "members", "threads"],
  reputation: ["communities", "members"],
  notifications: ["communities", "members", "moderation", "reputation"],
  embed: ["communities", "members"],
  insights: ["communities", "members"],
  "open-web": ["communities", "members", "automod", "threads"],
  incidents: ["communities", "members", "automod", "threads"],
  listening: ["communities", "members", "automod", "threads"],
  portability: [
    "communities",
    "members",
    "uploads",
    "automod",
    "threads",
    "moderation",
    "reputation",
  ],
};

const featureRules = Object.entries(FEATURES).map(([name, allowed]) => ({
  name: `feature-${name}`,
  comment: `features/${name} may import only ${allowed.join(", ") || "no other feature"}`,
  severity: "error",
  from: { path: `^app/features/${name}/`, pathNot: TESTS },
  to: { path: "^app/features/", pathNot: [`^app/features/(${[name, ...allowed].join("|")})/`] },
}));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "features-not-upwards",
      comment: "a feature knows nothing of pages, jobs, live streams or the edge",
      severity: "error",
      from: { path: "^app/features/", pathNot: TESTS },
      to: { path: "^app/(routes|jobs|live|http|cli)/" },
    },
    {
      name: "routes-not-to-rows",
      comment: "pages ask features, never the database or the search engine",
      severity: "error",
      from: { path: "^app/(routes/|root)" },
      to: { path: "^(db|search)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-files-only",
      comment: "only *.server.ts files may touch the database or the search engine",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: [TESTS, "\\.server\\.(ts|tsx)$", "^app/cli/", "^app/(server|worker)\\.js$"],
      },
      to: { path: "^(db|search)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "low-layers",
      comment: "db and search import nothing from app but lib",
      severity: "error",
      from: { path: "^(db|search)/", pathNot: [TESTS, "^db/seed/"] },
      to: { path: "^app/", pathNot: "^app/lib/" },
    },
    {
      name: "lib-is-lowest",
      severity: "error",
      from: { path: "^app/lib/", pathNot: TESTS },
      to: { path: "^(app/(?!lib/)|db|search)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-is-presentational",
      severity: "error",
      from: { path: "^app/ui/", pathNot: TESTS },
      to: { path: "^(app/(?!ui/|i18n/|lib/)|db/|search/)" },
    },
    {
      name: "events-low",
      severity: "error",
      from: { path: "^app/(events|live)/", pathNot: TESTS },
      to: { path: "^app/(?!events/|live/|lib/)" },
    },
    {
      name: "lucia-in-one-folder",
      severity: "error",
      from: { pathNot: "^app/features/members/sessions/" },
      to: { path: "node_modules/lucia/" },
    },
    {
      name: "hono-in-the-server",
      severity: "error",
      from: { pathNot: "^app/server\\.js$" },
      to: { path: "node_modules/(hono|@hono)/" },
    },
    {
      name: "queue-in-jobs-and-events",
      severity: "error",
      from: { pathNot: "^(app/jobs|app/events|db/migrate\\.server\\.ts)" },
      to: { path: "node_modules/graphile-worker/" },
    },
    {
      name: "migrations-stand-alone",
      severity: "error",
      from: { path: "^db/migrations/[0-9]" },
      to: { path: "^(app|db|search)/" },
    },
    ...featureRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.porchlight)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
