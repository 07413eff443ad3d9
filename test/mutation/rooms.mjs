/**
 * The pure rooms whose tests are measured by mutation: what is mutated, and the folders of the tests that
 * have to notice it.
 *
 * `equivalent` names mutants that change nothing that can be seen, each with its reason; they do not count. A mutant is
 * found by its file, the code that it replaces, and what it puts there.
 */

/**
 * @typedef {{ file: string, original: string, replacement: string, reason: string }} Equivalent
 * @typedef {{ mutate: string[], tests: string[], equivalent: Equivalent[] }} Room
 * @type {Readonly<Record<string, Room>>}
 */
export const ROOMS = {
  plan: {
    mutate: ["src/plan/**/*.ts"],
    tests: ["test/plan"],
    equivalent: [],
  },
  player: {
    mutate: ["src/player/**/*.ts"],
    tests: ["test/player"],
    equivalent: [],
  },
  cues: {
    mutate: ["src/cues/**/*.ts"],
    tests: ["test/cues"],
    equivalent: [
      {
        file: "src/cues/cue-schedule.ts",
        original: "missed.atMs >= nowMs",
        replacement: "missed.atMs > nowMs",
        reason: "An announcement that is due now is announced now either way.",
      },
      {
        file: "src/cues/cue-sheet.ts",
        original: "ended.length === 0",
        replacement: "false",
        reason: "Where no group has ended, there is no score to find: that takes longer, and finds none.",
      },
      {
        file: "src/cues/timeline.ts",
        original: "next.fromMs <= toMs",
        replacement: "next.fromMs < toMs",
        reason: "Two spans that touch are kept apart: together they take what one takes.",
      },
      {
        file: "src/cues/timeline.ts",
        original: "(this.#reserved[middle] as TimeSpan).toMs < ms",
        replacement: "(this.#reserved[middle] as TimeSpan).toMs <= ms",
        reason: "A span that ends where another begins takes nothing of it, and is not joined with it: as above.",
      },
    ],
  },
  assess: {
    mutate: ["src/assess/evaluate.ts", "src/assess/compose-routine.ts", "src/assess/screening.ts"],
    tests: ["test/assess"],
    equivalent: [],
  },
  progress: {
    mutate: ["src/journal/progress/**/*.ts"],
    tests: ["test/journal/progress"],
    equivalent: [],
  },
  statistics: {
    mutate: ["src/journal/statistics/**/*.ts"],
    tests: ["test/journal/statistics"],
    equivalent: [],
  },
  catalog: {
    mutate: [
      "src/catalog/tempo.ts",
      "src/catalog/doses.ts",
      "src/catalog/normalise.ts",
      "src/catalog/check-blocks.ts",
      "src/catalog/check-exercise.ts",
      "src/catalog/check-groups.ts",
      "src/catalog/check-clocks.ts",
      "src/catalog/build-block.ts",
      "src/catalog/build-routine.ts",
      "src/catalog/own-exercises.ts",
    ],
    tests: ["test/catalog"],
    equivalent: [],
  },
  line: {
    mutate: ["src/catalog/line/*.ts"],
    tests: ["test/catalog/line"],
    equivalent: [],
  },
};
