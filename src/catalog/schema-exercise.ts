/** The schema of an exercise, in a file of its own or inside a routine: a name, one figure, and whatever else there is to say. */
import * as z from "zod/mini";
import { figureSchema } from "../figure/find-faults.ts";
import { LIMITS } from "../limits.ts";
import {
  describeOptional,
  idSchema,
  paragraphListSchema,
  paragraphSchema,
  shortTextListSchema,
  shortTextSchema,
  withDescription,
} from "../schema-parts.ts";
import { EXERCISE_KINDS } from "./exercise-types.ts";
import {
  createTempoSchema,
  holdSchema,
  lastingSecondsSchema,
  paceSecondsSchema,
  patternSchema,
  repsSchema,
  restSchema,
  secondsSchema,
  setsSchema,
  sidesSchema,
  sourceOrTextSchema,
  startsSchema,
  strokeListSchema,
} from "./schema-parts.ts";

export const schemaLinkSchema = describeOptional(
  z.string().check(z.maxLength(LIMITS.paragraph)),
  "Where the JSON Schema is that an editor checks this file with.",
);
export const aliasesSchema = describeOptional(shortTextListSchema, "Other names that it answers to.");
export const prepareSchema = describeOptional(
  secondsSchema,
  "Seconds to get ready, in place of the person's setting; 0 for none.",
);
export const switchSchema = describeOptional(
  secondsSchema,
  "Seconds to change sides, in place of the person's setting; 0 for none.",
);

export const paceSchema = describeOptional(
  paceSecondsSchema,
  "Seconds that a repetition without a tempo is estimated at; 3 when left out.",
);
export const capSchema = describeOptional(
  lastingSecondsSchema,
  "Seconds after which a set that waits for the person ends by itself.",
);

const setsField = describeOptional(
  setsSchema,
  "How many sets (on each side, where sides take turns); 1 when left out.",
);
const restField = describeOptional(restSchema, "Rest between sets of the same side, in seconds; 0 when left out.");

export const exerciseFileSchema = z.strictObject({
  $schema: schemaLinkSchema,
  id: describeOptional(idSchema, "The name to type: psoas-march. It follows from the name when left out."),
  name: withDescription(shortTextSchema, "The name to read: Psoas march."),
  aliases: aliasesSchema,
  kind: describeOptional(z.enum(EXERCISE_KINDS), "What kind of exercise it is; other when left out."),
  summary: describeOptional(paragraphSchema, "One sentence: what it is good for."),
  targets: describeOptional(shortTextListSchema, "The muscles that it works, releases or tests."),
  equipment: describeOptional(shortTextListSchema, "What is needed; leave it out for nothing."),
  sides: describeOptional(
    sidesSchema,
    "Whether it is done on both sides at once, on each in turn, or alternating rep by rep; both when left out.",
  ),
  position: describeOptional(paragraphSchema, "Where and how to be before the first repetition."),
  steps: describeOptional(paragraphListSchema.check(z.minLength(1)), "What to do, in order, in the imperative."),
  cues: describeOptional(shortTextListSchema, "Short reminders that are shown and spoken while a set runs."),
  cautions: describeOptional(paragraphListSchema, "What to mind, what stops the set, who should leave it out."),
  work: describeOptional(holdSchema, "The figure of an exercise that is done for a time: seconds of work."),
  hold: describeOptional(holdSchema, "The figure of an exercise that is held: seconds."),
  reps: describeOptional(
    repsSchema,
    "The figure of an exercise that is counted: repetitions of a set. Without a tempo or strokes, a set waits until you say that it is done.",
  ),
  tempo: describeOptional(
    createTempoSchema(),
    "The tempo of its repetitions, lower-pause-lift-pause in seconds: 3-0-3-1.",
  ),
  starts: describeOptional(
    startsSchema,
    "The stroke that a repetition in a tempo begins with; eccentric when left out.",
  ),
  strokes: describeOptional(strokeListSchema, "The strokes of one repetition, in the order in which they are done."),
  pattern: describeOptional(
    patternSchema,
    "One repetition in full: a tempo, a list of strokes, or a set that waits for the person. In place of work, hold, tempo and strokes.",
  ),
  sets: setsField,
  rest: restField,
  dose: describeOptional(
    z.strictObject({
      sets: setsField,
      reps: describeOptional(repsSchema, "Repetitions of a set; 1 when left out."),
      rest: restField,
    }),
    "Sets, repetitions and rest, in place of the same names outside.",
  ),
  pace: paceSchema,
  cap: capSchema,
  prepare: prepareSchema,
  switch: switchSchema,
  easier: describeOptional(paragraphListSchema, "How to make it easier."),
  harder: describeOptional(paragraphListSchema, "How to make it harder."),
  figure: describeOptional(figureSchema, "A figure that moves through the poses in time with the strokes."),
  source: describeOptional(sourceOrTextSchema, "Where it comes from."),
});

export type ExerciseFile = z.infer<typeof exerciseFileSchema>;
