/**
 * The definition of exercise and routine files: the one that validates them and writes the JSON Schemas for editors.
 *
 * It describes what a person writes. `normalise.ts` turns it into {@link ./types.ts} `Exercise` and `Routine`, which is
 * all that the rest of the program sees. What refinements say is the end of the sentence "expected …".
 */
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
import { PHASES } from "../terms.ts";
import {
  createCountSchema,
  createDoseValueSchema,
  createSourcedSchema,
  createTempoSchema,
  secondsSchema,
  sourceSchema,
} from "./schema-parts.ts";
import { EXERCISE_KINDS } from "./types.ts";

export { createSourcedSchema, idSchema };

const strokeSchema = z.strictObject({
  phase: z.enum(PHASES),
  seconds: withDescription(createDoseValueSchema(secondsSchema), "How long it lasts, in seconds."),
  cue: withDescription(z.optional(shortTextSchema), "What to do in this stroke, said in the exercise's own words."),
});

const strokeCuesSchema = z.strictObject({
  concentric: z.optional(shortTextSchema),
  eccentric: z.optional(shortTextSchema),
  "pause-top": z.optional(shortTextSchema),
  "pause-bottom": z.optional(shortTextSchema),
});

const patternSchema = z.union(
  [
    z.strictObject({
      tempo: withDescription(
        createTempoSchema(),
        "Eccentric-pause-concentric-pause in seconds: 3-0-3-1, or 30X1 with X for explosive.",
      ),
      starts: withDescription(z.enum(["concentric", "eccentric"]), "The stroke that a repetition begins with."),
      cues: withDescription(
        z.optional(strokeCuesSchema),
        "What to do in each stroke, said in the exercise's own words.",
      ),
    }),
    z.strictObject({
      strokes: withDescription(
        z.array(strokeSchema).check(z.minLength(1), z.maxLength(LIMITS.strokes)),
        "The strokes of one repetition, in the order in which they are done.",
      ),
    }),
    z.strictObject({ open: withDescription(z.literal(true), "A set that waits for the person.") }),
  ],
  "a tempo with its start, a list of strokes, or open: true",
);

const leftSideSchema = withDescription(shortTextSchema, "What the left side is here: Left knee on the floor.");
const rightSideSchema = withDescription(shortTextSchema, "What the right side is here: Right knee on the floor.");

const sidesSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("both") }),
  z.strictObject({
    mode: z.literal("each"),
    order: withDescription(
      z.enum(["one-side-first", "set-by-set"]),
      "Whether all sets of one side come before the other side, or the sides take turns set by set.",
    ),
    left: leftSideSchema,
    right: rightSideSchema,
  }),
  z.strictObject({ mode: z.literal("alternating"), left: leftSideSchema, right: rightSideSchema }),
]);

const schemaLinkSchema = withDescription(
  z.optional(z.string().check(z.maxLength(LIMITS.paragraph))),
  "Where the JSON Schema is that an editor checks this file with.",
);
const aliasesSchema = withDescription(z.optional(shortTextListSchema), "Other names that it answers to.");
const setsSchema = createDoseValueSchema(createCountSchema(LIMITS.sets));
const repsSchema = createDoseValueSchema(createCountSchema(LIMITS.reps));
const restSchema = createDoseValueSchema(secondsSchema);

export const exerciseFileSchema = z.strictObject({
  $schema: schemaLinkSchema,
  id: withDescription(idSchema, "The name to type: psoas-march."),
  name: withDescription(shortTextSchema, "The name to read: Psoas march."),
  aliases: aliasesSchema,
  kind: z.enum(EXERCISE_KINDS),
  summary: withDescription(paragraphSchema, "One sentence: what it is good for."),
  targets: withDescription(shortTextListSchema.check(z.minLength(1)), "The muscles that it works, releases or tests."),
  equipment: withDescription(z.optional(shortTextListSchema), "What is needed; leave it out for nothing."),
  sides: withDescription(
    sidesSchema,
    "Whether it is done on both sides at once, on each in turn, or alternating rep by rep.",
  ),
  position: withDescription(paragraphSchema, "Where and how to be before the first repetition."),
  steps: withDescription(paragraphListSchema.check(z.minLength(1)), "What to do, in order, in the imperative."),
  cues: withDescription(z.optional(shortTextListSchema), "Short reminders that are shown and spoken while a set runs."),
  cautions: withDescription(
    z.optional(paragraphListSchema),
    "What to mind, what stops the set, who should leave it out.",
  ),
  pattern: withDescription(
    patternSchema,
    "One repetition: a tempo, a list of strokes, or a set that waits for the person.",
  ),
  dose: z.strictObject({
    sets: withDescription(setsSchema, "How many sets (on each side, where sides take turns)."),
    reps: withDescription(z.optional(repsSchema), "Repetitions of a set; 1 when left out."),
    rest: withDescription(z.optional(restSchema), "Rest between sets of the same side, in seconds; 0 when left out."),
  }),
  easier: withDescription(z.optional(paragraphListSchema), "How to make it easier."),
  harder: withDescription(z.optional(paragraphListSchema), "How to make it harder."),
  figure: withDescription(z.optional(figureSchema), "A figure that moves through the poses in time with the strokes."),
  source: withDescription(sourceSchema, "Where it comes from."),
});

const blockSchema = z.strictObject({
  exercise: withDescription(idSchema, "The id of the exercise."),
  sets: withDescription(z.optional(setsSchema), "Sets, in place of the exercise's own."),
  reps: withDescription(z.optional(repsSchema), "Repetitions, in place of the exercise's own."),
  hold: withDescription(
    z.optional(createDoseValueSchema(secondsSchema)),
    "Seconds of a single timed stroke: a hold, work or a roll.",
  ),
  tempo: withDescription(z.optional(createTempoSchema()), "Another tempo, for an exercise that has one: 4-0-2-1."),
  rest: withDescription(z.optional(restSchema), "Rest between sets, in seconds, in place of the exercise's own."),
  equipment: withDescription(
    z.optional(shortTextListSchema),
    "What is used here in place of the usual equipment; [] for nothing.",
  ),
  side: withDescription(z.optional(z.enum(["left", "right"])), "Do it on this side alone; both when left out."),
  priority: withDescription(
    z.optional(createCountSchema(9)),
    "1 is what the routine is for; the greater, the sooner it is left out when time is short. 5 when not said.",
  ),
  note: withDescription(z.optional(paragraphSchema), "What is different here: Without the band."),
});

const blockListSchema = z.array(blockSchema).check(z.minLength(1), z.maxLength(LIMITS.blocks));

export const SECTION_PARTS = ["test", "screening", "persists"] as const;

const sectionSchema = z
  .strictObject({
    title: shortTextSchema,
    summary: withDescription(z.optional(paragraphSchema), "Why it stands here, in a sentence."),
    blocks: withDescription(z.optional(blockListSchema), "What is done, in order."),
    advice: withDescription(
      z.optional(paragraphListSchema.check(z.minLength(1))),
      "What to know or to do where nothing is timed; in place of blocks.",
    ),
    part: withDescription(
      z.optional(z.enum(SECTION_PARTS)),
      "What the program does with it: test is led on a screen, screening is asked, persists is shown when weeks bring no change.",
    ),
    source: z.optional(sourceSchema),
  })
  .check(
    z.refine(
      (value) => (value.blocks === undefined) !== (value.advice === undefined),
      "blocks or advice, one of the two",
    ),
  );

const aboutSchema = z.strictObject({
  topic: z.enum(["causes", "myths", "stop", "facts"]),
  title: shortTextSchema,
  items: paragraphListSchema.check(z.minLength(1)),
  source: z.optional(sourceSchema),
});

export const routineFileSchema = z
  .strictObject({
    $schema: schemaLinkSchema,
    id: withDescription(idSchema, "The name to type: desk-break."),
    name: withDescription(shortTextSchema, "The name to read: Desk break."),
    aliases: aliasesSchema,
    summary: withDescription(paragraphSchema, "One sentence: what it is for."),
    sections: withDescription(
      z.optional(z.array(sectionSchema).check(z.minLength(1), z.maxLength(LIMITS.sections))),
      "Parts with a title; in place of blocks.",
    ),
    blocks: withDescription(z.optional(blockListSchema), "What is done, in order, in a routine without sections."),
    about: withDescription(
      z.optional(z.array(aboutSchema).check(z.maxLength(LIMITS.sections))),
      "Knowledge that goes with it: causes, myths, signs to stop.",
    ),
    notice: withDescription(z.optional(paragraphSchema), "The medical notice that is shown before it starts."),
    source: z.optional(sourceSchema),
  })
  .check(
    z.refine(
      (value) => (value.sections === undefined) !== (value.blocks === undefined),
      "sections or blocks, one of the two",
    ),
  );

export type ExerciseFile = z.infer<typeof exerciseFileSchema>;
export type RoutineFile = z.infer<typeof routineFileSchema>;
