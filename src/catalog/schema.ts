/**
 * The schemas of exercise and routine files: they validate them and generate the JSON Schemas for editors.
 *
 * They describe what a person writes. `normalise.ts` converts it to {@link ./types.ts} `Exercise` and `Routine`, which is
 * all the rest of the program sees. Refinement messages complete the sentence "expected …".
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
import {
  createCountSchema,
  createDoseValueSchema,
  createTempoSchema,
  patternSchema,
  secondsSchema,
  sidesSchema,
  sourceSchema,
} from "./schema-parts.ts";
import { EXERCISE_KINDS, SECTION_PARTS } from "./types.ts";

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
  prepare: withDescription(
    z.optional(secondsSchema),
    "Seconds to get ready, for an exercise that needs more or less than usual: to put on a band, to lie down.",
  ),
  switch: withDescription(z.optional(secondsSchema), "Seconds to change sides, in place of the usual ones."),
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
  prepare: withDescription(
    z.optional(secondsSchema),
    "Seconds to get ready here, in place of the exercise's own: shorter in the same position as before.",
  ),
  switch: withDescription(z.optional(secondsSchema), "Seconds to change sides here, in place of the exercise's own."),
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
export type BlockInput = z.infer<typeof blockSchema>;

/** Renders the JSON Schemas for editors, by file name, as stored in data/schema. Rules that only code can check are left out. */
export function renderSchemas(): Readonly<Record<string, string>> {
  return {
    "exercise.schema.json": renderSchema(exerciseFileSchema, "An exercise of unwind"),
    "routine.schema.json": renderSchema(routineFileSchema, "A routine of unwind"),
  };
}

function renderSchema(schema: z.ZodMiniType, title: string): string {
  // Editors support draft 7 best.
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
