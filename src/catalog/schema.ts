/**
 * The definition of exercise and routine files: the one that validates them and writes the JSON Schemas for editors.
 *
 * It describes what a person writes. `normalise.ts` turns it into {@link ./types.ts} `Exercise` and `Routine`, which is
 * all that the rest of the program sees.
 */
import * as z from "zod/mini";
import { LIMITS } from "./limits.ts";

/** Control characters, line and direction overrides: text from files is data and is shown as it is, so it may hold none. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

const text = (max: number) =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(max),
      z.refine((value) => !UNSAFE.test(value), "no control characters"),
      z.refine((value) => value.trim() === value, "no space at either end"),
    );

const line = text(LIMITS.line);
const paragraph = text(LIMITS.paragraph);
const lines = z.array(paragraph).check(z.maxLength(LIMITS.list));
const words = z.array(line).check(z.maxLength(LIMITS.list));

export const id = z.string().check(
  z.maxLength(64),
  z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "small letters, figures and single hyphens, such as psoas-march"),
);

const seconds = z.number().check(z.gte(0), z.lte(LIMITS.seconds));
const count = (max: number) => z.int().check(z.gte(1), z.lte(max));

const levels = <T extends z.ZodMiniType>(value: T) => z.strictObject({ easy: value, standard: value, hard: value });

/** A range whose first figure is the low end. */
const range = <T extends z.ZodMiniType<number>>(value: T) =>
  z.tuple([value, value]).check(z.refine((ends) => (ends[0] ?? 0) <= (ends[1] ?? 0), "the low end first"));

/**
 * A figure: one number, a range `[30, 60]`, or one number a level; bare, or with where it comes from.
 * A figure that is the program's own default must give its reason.
 */
const figure = <T extends z.ZodMiniType<number>>(value: T) => {
  const amount = z.union([value, range(value), levels(value)]);
  return z.union([amount, sourced(amount)]);
};

const sourced = <T extends z.ZodMiniType>(value: T) =>
  z
    .strictObject({
      value,
      basis: z.enum(["guide", "default"]),
      reason: z.optional(paragraph),
    })
    .check(z.refine((figure) => figure.basis === "guide" || figure.reason !== undefined, "a default gives its reason"));

export const TEMPO = /^(?:\d{1,2}|X)-(?:\d{1,2}|X)-(?:\d{1,2}|X)-(?:\d{1,2}|X)$|^[0-9X]{4}$/i;
const tempo = z.string().check(z.regex(TEMPO, "eccentric-pause-concentric-pause in seconds, such as 3-0-3-1 or 30X1"));

export const PHASES = [
  "concentric",
  "eccentric",
  "pause-top",
  "pause-bottom",
  "hold",
  "work",
  "roll",
  "contract",
  "relax",
  "stretch",
] as const;

const stroke = z.strictObject({
  phase: z.enum(PHASES),
  seconds: figure(seconds),
  /** What to do in this stroke, said in the exercise's own words. */
  cue: z.optional(line),
});

/** A repetition: a tempo, a list of strokes in the order they are done, or a set that waits for the person. */
const pattern = z.union([
  z.strictObject({
    tempo: z.union([tempo, sourced(tempo)]),
    starts: z.enum(["concentric", "eccentric"]),
    cues: z.optional(
      z.strictObject({
        concentric: z.optional(line),
        eccentric: z.optional(line),
        "pause-top": z.optional(line),
        "pause-bottom": z.optional(line),
      }),
    ),
  }),
  z.strictObject({ strokes: z.array(stroke).check(z.minLength(1), z.maxLength(LIMITS.strokes)) }),
  z.strictObject({ open: z.literal(true) }),
]);

const sides = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("both") }),
  z.strictObject({
    mode: z.literal("each"),
    /** Whether all sets of one side come before the other side, or the sides take turns set by set. */
    order: z.enum(["one-side-first", "set-by-set"]),
    left: line,
    right: line,
  }),
  z.strictObject({ mode: z.literal("alternating"), left: line, right: line }),
]);

const source = z.strictObject({ guide: line, section: z.optional(line), author: z.optional(line) });

export const KINDS = ["strength", "stretch", "neuromuscular", "massage", "cardio", "assessment"] as const;

export const exerciseFile = z.strictObject({
  $schema: z.optional(z.string().check(z.maxLength(LIMITS.paragraph))),
  id,
  name: line,
  aliases: z.optional(words),
  kind: z.enum(KINDS),
  /** One sentence: what it is good for. */
  summary: paragraph,
  /** The muscles. */
  targets: words.check(z.minLength(1)),
  equipment: z.optional(words),
  sides,
  /** Where and how to be before the first repetition. */
  position: paragraph,
  /** What to do, in order, in the imperative. */
  steps: lines.check(z.minLength(1)),
  /** Short reminders that are shown and spoken while a set runs. */
  cues: z.optional(words),
  cautions: z.optional(lines),
  pattern,
  dose: z.strictObject({
    sets: figure(count(LIMITS.sets)),
    reps: z.optional(figure(count(LIMITS.reps))),
    /** Rest between sets of the same side, in seconds. */
    rest: z.optional(figure(seconds)),
  }),
  easier: z.optional(lines),
  harder: z.optional(lines),
  source,
});

const block = z.strictObject({
  exercise: id,
  sets: z.optional(figure(count(LIMITS.sets))),
  reps: z.optional(figure(count(LIMITS.reps))),
  /** Seconds of a single timed stroke: a hold, work or a roll. */
  hold: z.optional(figure(seconds)),
  tempo: z.optional(z.union([tempo, sourced(tempo)])),
  rest: z.optional(figure(seconds)),
  /** What is used here in place of the exercise's own equipment; `[]` for nothing. */
  equipment: z.optional(words),
  /** What is different here: "Without the band". */
  note: z.optional(paragraph),
});

const blocks = z.array(block).check(z.minLength(1), z.maxLength(LIMITS.blocks));

const section = z
  .strictObject({
    title: line,
    /** Why it stands here, in a sentence. */
    summary: z.optional(paragraph),
    blocks: z.optional(blocks),
    /** What to know or to do where nothing is timed. */
    advice: z.optional(lines.check(z.minLength(1))),
    source: z.optional(source),
  })
  .check(
    z.refine(
      (value) => (value.blocks === undefined) !== (value.advice === undefined),
      "blocks or advice, one of the two",
    ),
  );

/** Knowledge that goes with a routine: causes, myths, signs to stop. */
const about = z.strictObject({
  topic: z.enum(["causes", "myths", "stop", "facts"]),
  title: line,
  items: lines.check(z.minLength(1)),
  source: z.optional(source),
});

export const routineFile = z
  .strictObject({
    $schema: z.optional(z.string().check(z.maxLength(LIMITS.paragraph))),
    id,
    name: line,
    aliases: z.optional(words),
    /** One sentence: what it is for. */
    summary: paragraph,
    sections: z.optional(z.array(section).check(z.minLength(1), z.maxLength(LIMITS.sections))),
    /** A routine without sections lists its blocks here. */
    blocks: z.optional(blocks),
    about: z.optional(z.array(about).check(z.maxLength(LIMITS.sections))),
    /** The medical notice that is shown before it starts. */
    notice: z.optional(paragraph),
    source: z.optional(source),
  })
  .check(
    z.refine(
      (value) => (value.sections === undefined) !== (value.blocks === undefined),
      "sections or blocks, one of the two",
    ),
  );

export type ExerciseFile = z.infer<typeof exerciseFile>;
export type RoutineFile = z.infer<typeof routineFile>;
