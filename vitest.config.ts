/** How the tests run: they mirror src path for path; those in test/e2e drive the built program in a pseudo-terminal. */
import { defineConfig } from "vitest/config";
import { patchInlinedPackages } from "./src/build/package-patches.mjs";

export default defineConfig({
  plugins: [patchInlinedPackages()],
  // The React that is shipped: its development build takes twice as long to draw.
  oxc: { jsx: { runtime: "automatic", development: false } },
  test: {
    // What draws is tested with the patches that it is shipped with.
    server: { deps: { inline: ["ink", "cli-truncate", "slice-ansi"] } },
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: ["test/support/temporary-files.ts"],
    env: { FORCE_COLOR: "0", TZ: "UTC", LC_ALL: "C.UTF-8", NODE_ENV: "production" },
    setupFiles: ["test/support/restore-afterwards.ts"],
    // The modules stay loaded from file to file, which halves the time of a run: a support module keeps nothing between
    // tests but what the file asks it to give.
    isolate: false,
    maxWorkers: "100%",
    // Far beyond what any takes: on a machine with too much to do a property takes its time.
    testTimeout: 60_000,
  },
});
