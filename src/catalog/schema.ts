/**
 * The definition of exercise and routine files: the one that validates them and writes the JSON Schemas for editors.
 *
 * It describes what a person writes. `normalise.ts` turns it into {@link ./types.ts} `Exercise` and `Routine`, which is
 * all that the rest of the program sees. What refinements say is the end of the sentence "expected …".
 */
import * as z from "zod/mini";
import { figureFile } from "../figure/check.ts";
import { LIMITS } from "../limits.ts";
import { described, id, line, lines, paragraph, words } from "../schema-parts.ts";
import { PHASES } from "../terms.ts";
import { count, figure, seconds, source, sourced, tempo } from "./schema-parts.ts";
import { EXERCISE_KINDS } from "./types.ts";

export { id, sourced };

const stroke = z.strictObject({
  phase: z.enum(PHASES),
  seconds: described(figure(seconds), "How long it lasts, in seconds."),
  cue: described(z.optional(line), "What to do in this stroke, said in the exercise's own words."),
});

const strokeCues = z.strictObject({
  concentric: z.optional(line),
  eccentric: z.optional(line),
  "pause-top": z.optional(line),
  "pause-bottom": z.optional(line),
});

const pattern = z.union(
  [
    z.strictObject({
      tempo: described(tempo(), "Eccentric-pause-concentric-pause in seconds: 3-0-3-1, or 30X1 with X for explosive."),
      starts: described(z.enum(["concentric", "eccentric"]), "The stroke that a repetition begins with."),
      cues: described(z.optional(strokeCues), "What to do in each stroke, said in the exercise's own words."),
    }),
    z.strictObject({
      strokes: described(
        z.array(stroke).check(z.minLength(1), z.maxLength(LIMITS.strokes)),
        "The strokes of one repetition, in the order in which they are done.",
      ),
    }),
    z.strictObject({ open: described(z.literal(true), "A set that waits for the person.") }),
  ],
  "a tempo with its start, a list of strokes, or open: true",
);

const left = described(line, "What the left side is here: Left knee on the floor.");
const right = described(line, "What the right side is here: Right knee on the floor.");

const sides = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("both") }),
  z.strictObject({
    mode: z.literal("each"),
    order: described(
      z.enum(["one-side-first", "set-by-set"]),
      "Whether all sets of one side come before the other side, or the sides take turns set by set.",
    ),
    left,
    right,
  }),
  z.strictObject({ mode: z.literal("alternating"), left, right }),
]);

const schemaLink = described(
  z.optional(z.string().check(z.maxLength(LIMITS.paragraph))),
  "Where the JSON Schema is that an editor checks this file with.",
);
const aliases = described(z.optional(words), "Other names that it answers to.");
const setsFigure = figure(count(LIMITS.sets));
const repsFigure = figure(count(LIMITS.reps));
const restFigure = figure(seconds);

export const exerciseFile = z.strictObject({
  $schema: schemaLink,
  id: described(id, "The name to type: psoas-march."),
  name: described(line, "The name to read: Psoas march."),
  aliases,
  kind: z.enum(EXERCISE_KINDS),
  summary: described(paragraph, "One sentence: what it is good for."),
  targets: described(words.check(z.minLength(1)), "The muscles that it works, releases or tests."),
  equipment: described(z.optional(words), "What is needed; leave it out for nothing."),
  sides: described(sides, "Whether it is done on both sides at once, on each in turn, or alternating rep by rep."),
  position: described(paragraph, "Where and how to be before the first repetition."),
  steps: described(lines.check(z.minLength(1)), "What to do, in order, in the imperative."),
  cues: described(z.optional(words), "Short reminders that are shown and spoken while a set runs."),
  cautions: described(z.optional(lines), "What to mind, what stops the set, who should leave it out."),
  pattern: described(pattern, "One repetition: a tempo, a list of strokes, or a set that waits for the person."),
  dose: z.strictObject({
    sets: described(setsFigure, "How many sets (on each side, where sides take turns)."),
    reps: described(z.optional(repsFigure), "Repetitions of a set; 1 when left out."),
    rest: described(z.optional(restFigure), "Rest between sets of the same side, in seconds; 0 when left out."),
  }),
  easier: described(z.optional(lines), "How to make it easier."),
  harder: described(z.optional(lines), "How to make it harder."),
  figure: described(z.optional(figureFile), "A figure that moves through the poses in time with the strokes."),
  source: described(source, "Where it comes from."),
});

const block = z.strictObject({
  exercise: described(id, "The id of the exercise."),
  sets: described(z.optional(setsFigure), "Sets, in place of the exercise's own."),
  reps: described(z.optional(repsFigure), "Repetitions, in place of the exercise's own."),
  hold: described(z.optional(figure(seconds)), "Seconds of a single timed stroke: a hold, work or a roll."),
  tempo: described(z.optional(tempo()), "Another tempo, for an exercise that has one: 4-0-2-1."),
  rest: described(z.optional(restFigure), "Rest between sets, in seconds, in place of the exercise's own."),
  equipment: described(z.optional(words), "What is used here in place of the usual equipment; [] for nothing."),
  side: described(z.optional(z.enum(["left", "right"])), "Do it on this side alone; both when left out."),
  priority: described(
    z.optional(count(9)),
    "1 is what the routine is for; the greater, the sooner it is left out when time is short. 5 when not said.",
  ),
  note: described(z.optional(paragraph), "What is different here: Without the band."),
});

const blocks = z.array(block).check(z.minLength(1), z.maxLength(LIMITS.blocks));

export const PARTS = ["test", "screening", "persists"] as const;

const section = z
  .strictObject({
    title: line,
    summary: described(z.optional(paragraph), "Why it stands here, in a sentence."),
    blocks: described(z.optional(blocks), "What is done, in order."),
    advice: described(
      z.optional(lines.check(z.minLength(1))),
      "What to know or to do where nothing is timed; in place of blocks.",
    ),
    part: described(
      z.optional(z.enum(PARTS)),
      "What the program does with it: test is led on a screen, screening is asked, persists is shown when weeks bring no change.",
    ),
    source: z.optional(source),
  })
  .check(
    z.refine(
      (value) => (value.blocks === undefined) !== (value.advice === undefined),
      "blocks or advice, one of the two",
    ),
  );

const about = z.strictObject({
  topic: z.enum(["causes", "myths", "stop", "facts"]),
  title: line,
  items: lines.check(z.minLength(1)),
  source: z.optional(source),
});

export const routineFile = z
  .strictObject({
    $schema: schemaLink,
    id: described(id, "The name to type: desk-break."),
    name: described(line, "The name to read: Desk break."),
    aliases,
    summary: described(paragraph, "One sentence: what it is for."),
    sections: described(
      z.optional(z.array(section).check(z.minLength(1), z.maxLength(LIMITS.sections))),
      "Parts with a title; in place of blocks.",
    ),
    blocks: described(z.optional(blocks), "What is done, in order, in a routine without sections."),
    about: described(
      z.optional(z.array(about).check(z.maxLength(LIMITS.sections))),
      "Knowledge that goes with it: causes, myths, signs to stop.",
    ),
    notice: described(z.optional(paragraph), "The medical notice that is shown before it starts."),
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
