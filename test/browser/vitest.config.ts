/** How the browser tests run: the built program, and Debian's Chromium on this machine's loopback alone. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser.ts"],
    env: { FORCE_COLOR: "0", TZ: "UTC", LC_ALL: "C.UTF-8" },
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
