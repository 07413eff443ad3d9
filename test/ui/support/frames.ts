/** Frames made by hand: moments of a march, a hold, a rest and a change of sides, as a session would show them. */
import type { Frame, ProgressSegment } from "../../../src/player/frame-types.ts";

const MINUTE = 60_000;

/** Two exercises: three sets of a march, then a lunge of one set a side. */
export const PARTS: readonly ProgressSegment[] = [
  { kind: "prepare", weight: 10_000 },
  { kind: "set", weight: 140_000 },
  { kind: "rest", weight: MINUTE },
  { kind: "set", weight: 140_000 },
  { kind: "rest", weight: MINUTE },
  { kind: "set", weight: 140_000 },
  { kind: "prepare", weight: 10_000 },
  { kind: "set", weight: 45_000 },
  { kind: "switch", weight: 10_000 },
  { kind: "set", weight: 45_000 },
];

/** The left knee goes up for the seventh time. */
export const MARCH: Frame = {
  status: "running",
  pauseReason: null,
  phase: "concentric",
  actionText: "LIFT",
  kind: "set",
  stretchable: false,
  cutSetText: "",
  stepIndex: 3,
  digits: "2",
  seconds: 2,
  exercise: "Psoas march",
  exerciseId: "psoas-march",
  side: "left",
  sideWord: "LEFT",
  sideMeaning: "Left knee up",
  setText: "Set 2 of 3",
  repText: "Rep 7 of 20",
  roundText: "",
  placeText: "",
  doneText: "",
  clock: null,
  clockText: "",
  loadText: "",
  countText: "",
  instructions: ["Knee up"],
  linesRead: 0,
  next: "Rest, 60 s",
  strokes: [
    { phase: "concentric", word: "LIFT", seconds: 3 },
    { phase: "pause-top", word: "HOLD", seconds: 1 },
    { phase: "eccentric", word: "LOWER", seconds: 3 },
  ],
  strokeIndex: 0,
  fill: 0.5,
  fillSeconds: 3,
  stepFill: 0.3,
  elapsedSeconds: 254,
  remainingSeconds: 406,
  leftText: "6:46 left",
  segments: PARTS,
};

/** A lunge is held on the right side; 45 seconds are left. */
export const HOLD: Frame = {
  ...MARCH,
  stretchable: true,
  phase: "hold",
  actionText: "HOLD",
  stepIndex: 9,
  digits: "45",
  seconds: 45,
  exercise: "Kneeling lunge",
  exerciseId: "kneeling-lunge",
  side: "right",
  sideWord: "RIGHT",
  sideMeaning: "Right knee on the floor",
  setText: "",
  repText: "",
  roundText: "",
  loadText: "",
  countText: "",
  instructions: ["Hips forward, chest up"],
  next: "Done",
  strokes: [],
  fill: 0,
  stepFill: 0,
  elapsedSeconds: 615,
  remainingSeconds: 45,
  leftText: "0:45 left",
};

/** A rest of a minute and a half between two sets of the march. */
export const REST: Frame = {
  ...MARCH,
  stretchable: true,
  phase: "rest",
  actionText: "REST",
  kind: "rest",
  stepIndex: 4,
  digits: "1:28",
  seconds: 88,
  side: null,
  sideWord: "",
  sideMeaning: "",
  setText: "Set 3 of 3",
  repText: "",
  roundText: "",
  loadText: "",
  countText: "",
  instructions: ["Stand tall.", "Loop a band round both feet.", "Lift one knee."],
  next: "Set 3 of 3, 20 reps",
  strokes: [],
  fill: 0.02,
  stepFill: 0.02,
};

/** The sides are changed: the right one comes. */
export const SWITCH: Frame = {
  ...HOLD,
  phase: "switch",
  actionText: "SWITCH SIDES",
  kind: "switch",
  stepIndex: 8,
  digits: "10",
  seconds: 10,
  instructions: ["Kneel on your right knee, left foot in front."],
  next: "Right side, 45 s",
};

/** A test waits for the person. */
export const OPEN: Frame = {
  ...HOLD,
  stretchable: false,
  phase: "open",
  actionText: "YOUR TURN",
  digits: "",
  seconds: 83,
  instructions: ["Lie on your back at the edge of a table and pull one knee to your chest."],
};

export const PAUSED: Frame = { ...HOLD, status: "paused", pauseReason: "asked" };
