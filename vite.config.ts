import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [!process.env.VITEST && remix(remixOptions)],
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 400 },
  server: { hmr: { port: Number(process.env.PORCHLIGHT_HMR_PORT ?? 24_678) } },
  test: {
    include: ["app/**/*.test.{ts,tsx,mjs}", "db/**/*.test.ts", "search/**/*.test.ts"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["db/testing/global-setup.ts"],
    setupFiles: ["db/testing/fail-on-console-error.ts"],
  },
} as Parameters<typeof defineConfig>[0]);
