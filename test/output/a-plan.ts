/** A plan of a few minutes, made by hand: a tempo set, two sides of a hold with a rest, advice, slow strokes, an open step. */
import { writeSessionAsJson } from "../../src/output/json-stream.ts";
import type { Plan } from "../../src/plan/types.ts";
import type { Happening, PlayerState } from "../../src/player/types.ts";
import type { DatedHappening, Session, SessionSubscriber } from "../../src/session/types.ts";
import type { Side } from "../../src/terms.ts";
import { beatsOf, block, type Draft, exercise, stepsOf } from "./plan-parts.ts";

const START_MS = Date.UTC(2026, 0, 5, 7, 30);

/** Happenings as the session hands them on, started at half past seven on the fifth of January 2026. */
export function dated(...happenings: readonly Happening[]): DatedHappening[] {
  return happenings.map((happening) => ({ happening, dueEpochMs: START_MS + happening.atMs }));
}

const march = beatsOf(
  4,
  [
    ["concentric", 3000],
    ["pause-top", 1000],
    ["eccentric", 3000],
  ],
  ["left", "right"],
);
const hold = (side: Side) => beatsOf(1, [["hold", 55_000]], [side]);
const release = beatsOf(
  3,
  [
    ["contract", 7000],
    ["relax", 3000],
    ["stretch", 20_000],
  ],
  ["left"],
);

const DRAFTS: readonly Draft[] = [
  { kind: "prepare", exercise: "march", block: 0, label: "Get ready: Marching", durationMs: 10_000 },
  {
    kind: "set",
    exercise: "march",
    block: 0,
    label: "Marching, set 1 of 1",
    durationMs: 28_000,
    reps: 4,
    beats: march,
  },
  {
    kind: "prepare",
    exercise: "pigeon",
    block: 1,
    label: "Get ready: Pigeon pose, right",
    side: "right",
    durationMs: 10_000,
  },
  {
    kind: "set",
    exercise: "pigeon",
    block: 1,
    label: "Pigeon pose, right, set 1 of 2",
    side: "right",
    durationMs: 55_000,
    reps: 1,
    beats: hold("right"),
  },
  {
    kind: "rest",
    exercise: "pigeon",
    block: 1,
    label: "Rest",
    side: "right",
    set: { index: 2, of: 2 },
    durationMs: 15_000,
  },
  {
    kind: "set",
    exercise: "pigeon",
    block: 1,
    label: "Pigeon pose, right, set 2 of 2",
    side: "right",
    set: { index: 2, of: 2 },
    durationMs: 55_000,
    reps: 1,
    beats: hold("right"),
  },
  { kind: "switch", exercise: "pigeon", block: 1, label: "Switch sides: left", side: "left", durationMs: 10_000 },
  {
    kind: "set",
    exercise: "pigeon",
    block: 1,
    label: "Pigeon pose, left, set 1 of 1",
    side: "left",
    durationMs: 55_000,
    reps: 1,
    beats: hold("left"),
  },
  {
    kind: "set",
    exercise: "release",
    block: 2,
    section: 2,
    label: "Release, left, set 1 of 1",
    side: "left",
    durationMs: 90_000,
    reps: 3,
    beats: release,
  },
  {
    kind: "set",
    exercise: "test",
    block: 3,
    section: 2,
    label: "Hip test, left, set 1 of 1",
    side: "left",
    durationMs: null,
  },
];

export const PLAN: Plan = {
  routine: "morning",
  title: "Morning hips",
  level: "standard",
  totalMs: 328_000,
  openSteps: 1,
  steps: stepsOf(DRAFTS),
  sections: [
    { index: 0, title: "Move", advice: [], from: 0, to: 8 },
    { index: 1, title: "Know", advice: ["Sit less.", "Walk more."], from: 8, to: 8 },
    { index: 2, title: "Release", advice: [], from: 8, to: 10 },
    { index: 3, title: "If it stays", advice: ["See a physiotherapist."], from: 10, to: 10 },
  ],
  blocks: [
    { ...block, exercise: "march", equipment: ["band"], note: "Without the band." },
    { ...block, exercise: "pigeon", equipment: ["mat", "band"] },
    {
      ...block,
      exercise: "release",
      section: 2,
      strokes: [
        { phase: "contract", word: "CONTRACT", durationMs: 7000, fast: false, cue: "Press gently" },
        { phase: "relax", word: "RELAX", durationMs: 3000, fast: false, cue: null },
        { phase: "stretch", word: "STRETCH", durationMs: 20_000, fast: false, cue: "Sink deeper" },
      ],
    },
    { ...block, exercise: "test", section: 2 },
  ],
  exercises: {
    march: exercise("march", "Marching", {
      sides: "alternating",
      steps: ["Draw one knee up.", "Lower it slowly."],
      cautions: ["Stop when it hurts."],
    }),
    pigeon: exercise("pigeon", "Pigeon pose"),
    release: exercise("release", "Release"),
    test: exercise("test", "Hip test", { kind: "assessment" }),
  },
  changes: [],
  notice: "Stop when it hurts.",
};

/** The lines of JSON that a session of a plan writes for happenings, parsed. */
export function writtenAsJson(plan: Plan, happenings: readonly DatedHappening[], state?: PlayerState) {
  let text = "";
  let tell: (dated: readonly DatedHappening[]) => void = () => {};
  const subscribe = (_name: string, subscriber: SessionSubscriber) => {
    tell = (dated) => subscriber(dated, { state: () => state } as Session);
    return () => {};
  };
  writeSessionAsJson("output", { plan, subscribe }, { onCue: () => () => {} }, (chunk) => (text += chunk));
  tell(happenings);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
