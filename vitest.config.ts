/** How the tests run: they mirror src path for path; those in test/e2e drive the built program in a pseudo-terminal. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: ["test/support/temporary-files.ts"],
    env: { FORCE_COLOR: "0", TZ: "UTC", LC_ALL: "C.UTF-8" },
    unstubEnvs: true,
    restoreMocks: true,
    // Far beyond what any takes: on a machine with too much to do a property takes its time.
    testTimeout: 60_000,
  },
});
