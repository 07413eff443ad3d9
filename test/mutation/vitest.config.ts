/** How the tests of one room run under mutation: that room's alone, with properties cut short. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: (process.env["MUTATION_TESTS"] ?? "").split(","),
    setupFiles: ["test/mutation/shorten-properties.ts"],
    env: { FORCE_COLOR: "0", TZ: "UTC", LC_ALL: "C.UTF-8" },
    unstubEnvs: true,
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
