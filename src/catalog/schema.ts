/**
 * The schema of routine files, and what it takes to render the JSON Schemas for editors.
 *
 * The schemas describe what a person writes. `build-exercise.ts` and `build-routine.ts` convert it to {@link ./types.ts}
 * `Exercise` and `Routine`, which is all the rest of the program sees. Refinement messages complete the sentence
 * "expected …".
 */
import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import {
  describeOptional,
  idSchema,
  paragraphListSchema,
  paragraphSchema,
  shortTextSchema,
  withDescription,
} from "../schema-parts.ts";
import { itemListSchema, ownExerciseSchema } from "./schema-blocks.ts";
import { aliasesSchema, exerciseFileSchema, prepareSchema, schemaLinkSchema, switchSchema } from "./schema-exercise.ts";
import { frequencySchema, sourceSchema } from "./schema-parts.ts";
import { SECTION_PARTS } from "./types.ts";

const sectionSchema = z
  .strictObject({
    title: shortTextSchema,
    summary: describeOptional(paragraphSchema, "Why it stands here, in a sentence."),
    blocks: describeOptional(itemListSchema, "What is done, in order: exercises, groups and rests."),
    advice: describeOptional(
      paragraphListSchema.check(z.minLength(1)),
      "What to know or to do where nothing is timed; in place of blocks.",
    ),
    part: describeOptional(
      z.enum(SECTION_PARTS),
      "What the program does with it: test is led on a screen, screening is asked, persists is shown when weeks bring no change.",
    ),
    prepare: prepareSchema,
    switch: switchSchema,
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
    id: describeOptional(
      idSchema,
      "The name to type: desk-break. The name of the file, without its ending, when left out.",
    ),
    name: withDescription(shortTextSchema, "The name to read: Desk break."),
    aliases: aliasesSchema,
    summary: describeOptional(paragraphSchema, "One sentence: what it is for."),
    exercises: describeOptional(
      z.array(ownExerciseSchema).check(z.minLength(1), z.maxLength(LIMITS.blocks)),
      "Exercises of this routine alone, for its blocks to name.",
    ),
    sections: describeOptional(
      z.array(sectionSchema).check(z.minLength(1), z.maxLength(LIMITS.sections)),
      "Parts with a title; in place of blocks.",
    ),
    blocks: describeOptional(
      itemListSchema,
      "What is done, in order, in a routine without sections: exercises, groups and rests.",
    ),
    prepare: prepareSchema,
    switch: switchSchema,
    frequency: describeOptional(frequencySchema, "How many days a week, and what goes with it on other days."),
    about: describeOptional(
      z.array(aboutSchema).check(z.maxLength(LIMITS.sections)),
      "Knowledge that goes with it: causes, myths, signs to stop.",
    ),
    notice: describeOptional(paragraphSchema, "The medical notice that is shown before it starts."),
    source: z.optional(sourceSchema),
  })
  .check(
    z.refine(
      (value) => (value.sections === undefined) !== (value.blocks === undefined),
      "sections or blocks, one of the two",
    ),
  );

export type RoutineFile = z.infer<typeof routineFileSchema>;

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
