/** The bounds of what a file may hold: generous for people, tight enough that no file can hurt the program. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 1_000_000,
  /** Depth of nested JSON. */
  depth: 32,
  /** Characters of a name or a short phrase. */
  line: 120,
  /** Characters of an instruction. */
  paragraph: 600,
  /** Entries of a list of words or instructions. */
  list: 40,
  sections: 40,
  blocks: 100,
  /** Rounds of one group, and how deep groups may stand in each other. */
  rounds: 1000,
  groupDepth: 4,
  strokes: 12,
  sets: 100,
  reps: 1000,
  /** Seconds of one stroke or one rest. */
  seconds: 3600,
  /** Seconds of one self-paced repetition. */
  paceSeconds: 60,
  /** The highest seed of what chance decides. */
  seed: 999_999_999,
  /** The highest one that the program chooses: short enough to type. */
  freshSeed: 9999,
  /** Seconds of a whole plan: a day. */
  planSeconds: 86_400,
  /** Steps of a plan. */
  steps: 100_000,
} as const;
