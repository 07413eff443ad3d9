/** Schema of the screening in data/assess: its questions, what a yes means, and what it holds for. */
import * as z from "zod/mini";
import { sourceSchema } from "../catalog/schema-parts.ts";
import { idSchema, paragraphListSchema, paragraphSchema, shortTextSchema } from "../schema-parts.ts";

export const screeningTableSchema = z.strictObject({
  source: sourceSchema,
  /** Days for which a screening is valid. */
  holdsDays: z.int().check(z.gte(1)),
  reason: paragraphSchema,
  /** What stretches or loads the hip: an exercise of one of these kinds with one of these targets. */
  kinds: z.array(shortTextSchema).check(z.minLength(1)),
  targets: z.array(shortTextSchema).check(z.minLength(1)),
  /** The same muscles and the hip as people call them in exercises of their own. */
  alsoCalled: z.array(shortTextSchema),
  intro: paragraphListSchema,
  questions: z
    .array(
      z.strictObject({
        id: idSchema,
        /** What may apply, as it stands in the list. */
        text: shortTextSchema,
        short: shortTextSchema,
        help: paragraphListSchema,
        /** Used in lists of yes answers. */
        name: shortTextSchema,
        /** A yes belongs in an emergency department: nothing starts, whatever the person decides. */
        emergency: z.optional(z.literal(true)),
        /** Why a yes matters, and who should look at it. */
        advice: paragraphSchema,
        basis: z.enum(["guide", "default"]),
        reason: z.optional(paragraphSchema),
      }),
    )
    .check(z.minLength(1)),
  /** Stands above the list. */
  ask: z.strictObject({ text: shortTextSchema, short: shortTextSchema }),
  /** The one answer for all questions if nothing applies. */
  none: shortTextSchema,
  advised: z.strictObject({ text: shortTextSchema, help: paragraphListSchema }),
  /** Printed when the questions cannot be asked. */
  notice: paragraphSchema,
});

export type ScreeningTable = z.infer<typeof screeningTableSchema>;
