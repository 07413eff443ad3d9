/** The schema of an exercise, in a file of its own or inside a routine: a name, one figure, and whatever else there is to say. */
import * as z from "zod/mini";
import { figureSchema } from "../figure/find-faults.ts";
import { LIMITS } from "../limits.ts";
import {
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

export const schemaLinkSchema = withDescription(
  z.optional(z.string().check(z.maxLength(LIMITS.paragraph))),
  "Where the JSON Schema is that an editor checks this file with.",
);
export const aliasesSchema = withDescription(z.optional(shortTextListSchema), "Other names that it answers to.");
export const prepareSchema = withDescription(
  z.optional(secondsSchema),
  "Seconds to get ready, in place of the person's setting; 0 for none.",
);
export const switchSchema = withDescription(
  z.optional(secondsSchema),
  "Seconds to change sides, in place of the person's setting; 0 for none.",
);

export const paceSchema = withDescription(
  z.optional(paceSecondsSchema),
  "Seconds that a repetition without a tempo is estimated at; 3 when left out.",
);
export const capSchema = withDescription(
  z.optional(lastingSecondsSchema),
  "Seconds after which a set that waits for the person ends by itself.",
);

const setsField = withDescription(
  z.optional(setsSchema),
  "How many sets (on each side, where sides take turns); 1 when left out.",
);
const restField = withDescription(
  z.optional(restSchema),
  "Rest between sets of the same side, in seconds; 0 when left out.",
);

export const exerciseFileSchema = z.strictObject({
  $schema: schemaLinkSchema,
  id: withDescription(z.optional(idSchema), "The name to type: psoas-march. It follows from the name when left out."),
  name: withDescription(shortTextSchema, "The name to read: Psoas march."),
  aliases: aliasesSchema,
  kind: withDescription(z.optional(z.enum(EXERCISE_KINDS)), "What kind of exercise it is; other when left out."),
  summary: withDescription(z.optional(paragraphSchema), "One sentence: what it is good for."),
  targets: withDescription(z.optional(shortTextListSchema), "The muscles that it works, releases or tests."),
  equipment: withDescription(z.optional(shortTextListSchema), "What is needed; leave it out for nothing."),
  sides: withDescription(
    z.optional(sidesSchema),
    "Whether it is done on both sides at once, on each in turn, or alternating rep by rep; both when left out.",
  ),
  position: withDescription(z.optional(paragraphSchema), "Where and how to be before the first repetition."),
  steps: withDescription(
    z.optional(paragraphListSchema.check(z.minLength(1))),
    "What to do, in order, in the imperative.",
  ),
  cues: withDescription(z.optional(shortTextListSchema), "Short reminders that are shown and spoken while a set runs."),
  cautions: withDescription(
    z.optional(paragraphListSchema),
    "What to mind, what stops the set, who should leave it out.",
  ),
  work: withDescription(z.optional(holdSchema), "The figure of an exercise that is done for a time: seconds of work."),
  hold: withDescription(z.optional(holdSchema), "The figure of an exercise that is held: seconds."),
  reps: withDescription(
    z.optional(repsSchema),
    "The figure of an exercise that is counted: repetitions of a set. Without a tempo or strokes, a set waits until you say that it is done.",
  ),
  tempo: withDescription(
    z.optional(createTempoSchema()),
    "The tempo of its repetitions, lower-pause-lift-pause in seconds: 3-0-3-1.",
  ),
  starts: withDescription(
    z.optional(startsSchema),
    "The stroke that a repetition in a tempo begins with; eccentric when left out.",
  ),
  strokes: withDescription(
    z.optional(strokeListSchema),
    "The strokes of one repetition, in the order in which they are done.",
  ),
  pattern: withDescription(
    z.optional(patternSchema),
    "One repetition in full: a tempo, a list of strokes, or a set that waits for the person. In place of work, hold, tempo and strokes.",
  ),
  sets: setsField,
  rest: restField,
  dose: withDescription(
    z.optional(
      z.strictObject({
        sets: setsField,
        reps: withDescription(z.optional(repsSchema), "Repetitions of a set; 1 when left out."),
        rest: restField,
      }),
    ),
    "Sets, repetitions and rest, in place of the same names outside.",
  ),
  pace: paceSchema,
  cap: capSchema,
  prepare: prepareSchema,
  switch: switchSchema,
  easier: withDescription(z.optional(paragraphListSchema), "How to make it easier."),
  harder: withDescription(z.optional(paragraphListSchema), "How to make it harder."),
  figure: withDescription(z.optional(figureSchema), "A figure that moves through the poses in time with the strokes."),
  source: withDescription(z.optional(sourceOrTextSchema), "Where it comes from."),
});

export type ExerciseFile = z.infer<typeof exerciseFileSchema>;
