import { defineConfig } from "@playwright/test";

const args = JSON.parse(process.env.E2E_CHROME_ARGS ?? "[]") as string[];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  globalSetup: "./global-setup.ts",
  outputDir: "../test-results",
  // Two cores: more workers only wait for each other.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: process.env.E2E_CHROME, args },
    locale: "en-GB",
    // What moves is a moving target on a busy machine.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
  },
});
