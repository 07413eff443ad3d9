/**
 * The definition of the two tables in data/assess: the Thomas test with what its answers mean, and the screening.
 *
 * The tests hold the shipped tables against it; the program trusts them. What stands in them is what a person reads, so
 * that a therapist can mend it without knowing any code.
 */
import * as z from "zod/mini";
import { sourceSchema } from "../catalog/schema-parts.ts";
import { idSchema, paragraphListSchema, paragraphSchema, shortTextSchema } from "../schema-parts.ts";
import {
  CRITERION_IDS,
  CRITERION_OUTCOMES,
  KNEE_ANSWERS,
  PAIN_ANSWERS,
  ROTATION_ANSWERS,
  THIGH_ANSWERS,
} from "./answer-values.ts";

/**
 * A leg from the side: thigh against level in degrees (above it is positive), angle between thigh and shin, and the line
 * that it is to be held against.
 */
const sideViewSchema = z.strictObject({
  view: z.literal("side"),
  thigh: z.number(),
  knee: z.number(),
  against: z.enum(["level", "right-angle"]),
});
/** A thigh from the front: how far it is turned, in degrees; out is positive. */
const frontViewSchema = z.strictObject({ view: z.literal("front"), turn: z.number() });

const degreesRange = z.tuple([z.number(), z.number()]);

const answerSchema = <T extends z.ZodMiniType<string>>(value: T) =>
  z.strictObject({
    value,
    /** Other words for it on the command line. */
    aliases: z.array(shortTextSchema),
    /** Beside its number on the screen. */
    label: shortTextSchema,
    /** In a narrow column and in tables. */
    short: shortTextSchema,
    picture: z.optional(z.union([sideViewSchema, frontViewSchema])),
    /** Degrees that can go with it, where they were measured. */
    degrees: z.optional(degreesRange),
  });

const questionSchema = <T extends z.ZodMiniType<string>>(value: T) =>
  z.strictObject({
    text: shortTextSchema,
    /** Where there is hardly room. */
    short: shortTextSchema,
    help: paragraphListSchema,
    answers: z.array(answerSchema(value)).check(z.minLength(2)),
    /** Asked after it, for those who have a phone at hand. */
    measure: z.optional(
      z.strictObject({
        text: shortTextSchema,
        short: shortTextSchema,
        help: paragraphListSchema,
        from: z.number(),
        to: z.number(),
        axis: shortTextSchema,
      }),
    ),
  });

const ruleSchema = z.strictObject({
  when: z.strictObject({
    thigh: z.optional(z.array(z.enum(THIGH_ANSWERS))),
    pain: z.optional(z.array(z.enum(PAIN_ANSWERS))),
    rotation: z.optional(z.array(z.enum(ROTATION_ANSWERS))),
    knee: z.optional(z.array(z.enum(KNEE_ANSWERS))),
  }),
  outcome: z.enum(CRITERION_OUTCOMES),
  /** Muscles that it suggests are short. */
  muscles: z.array(shortTextSchema),
  shows: paragraphSchema,
  follows: paragraphSchema,
  /** guide: the source says so. default: the source is silent, and this is the program's own word, for the reason given. */
  basis: z.enum(["guide", "default"]),
  reason: z.optional(paragraphSchema),
});

const criterionSchema = z.strictObject({
  id: z.enum(CRITERION_IDS),
  name: shortTextSchema,
  /** The number that the guide gives it. */
  number: z.int(),
  passes: paragraphSchema,
  rules: z.array(ruleSchema).check(z.minLength(2)),
  source: sourceSchema,
});

const groupExerciseSchema = z.strictObject({
  exercise: idSchema,
  priority: z.int().check(z.gte(1), z.lte(9)),
  why: paragraphSchema,
});
const groupSchema = z.strictObject({
  title: shortTextSchema,
  why: paragraphSchema,
  exercises: z.array(groupExerciseSchema).check(z.minLength(1)),
  source: sourceSchema,
});

const verdictSchema = z.strictObject({ word: shortTextSchema, text: paragraphSchema });

export const thomasTableSchema = z.strictObject({
  /** The exercise that says how to lie. */
  exercise: idSchema,
  source: sourceSchema,
  /** A test stands for so many days. */
  holdsDays: z.int().check(z.gte(1)),
  reason: paragraphSchema,
  before: z.strictObject({ text: shortTextSchema, items: paragraphListSchema }),
  questions: z.strictObject({
    pain: questionSchema(z.enum(PAIN_ANSWERS)),
    thigh: questionSchema(z.enum(THIGH_ANSWERS)),
    rotation: questionSchema(z.enum(ROTATION_ANSWERS)),
    knee: questionSchema(z.enum(KNEE_ANSWERS)),
  }),
  criteria: z.array(criterionSchema),
  /** What a side comes to, by its worst outcome: pain before tight before unclear before good. */
  verdicts: z.strictObject({
    good: verdictSchema,
    tight: verdictSchema,
    unclear: verdictSchema,
    pain: verdictSchema,
    untested: verdictSchema,
  }),
  /** Asked after a side that hurt, with the other side's name in place of "{side}". */
  goOn: z.strictObject({
    text: shortTextSchema,
    short: shortTextSchema,
    help: paragraphListSchema,
    yes: shortTextSchema,
    no: shortTextSchema,
  }),
  /** What a plan is composed of. */
  plan: z.strictObject({
    name: shortTextSchema,
    notice: paragraphSchema,
    /** Muscle by muscle, in the order in which they are worked. */
    release: z.array(z.strictObject({ muscle: shortTextSchema, ...groupSchema.def.shape })),
    /** Where nothing is short. */
    others: groupSchema,
    /** After all of it. */
    opposite: groupSchema,
    /** In place of it, for a side that hurts. */
    pain: z.strictObject({ title: shortTextSchema, advice: paragraphListSchema, source: sourceSchema }),
    stop: paragraphListSchema,
  }),
});

export const screeningTableSchema = z.strictObject({
  source: sourceSchema,
  /** A screening holds for so many days. */
  holdsDays: z.int().check(z.gte(1)),
  reason: paragraphSchema,
  /** What stretches or loads the hip: an exercise of one of these kinds with one of these targets. */
  kinds: z.array(shortTextSchema).check(z.minLength(1)),
  targets: z.array(shortTextSchema).check(z.minLength(1)),
  intro: paragraphListSchema,
  questions: z
    .array(
      z.strictObject({
        id: idSchema,
        text: shortTextSchema,
        short: shortTextSchema,
        help: paragraphListSchema,
        /** In a list of what was answered with yes. */
        name: shortTextSchema,
        /** Why a yes matters, and who should look at it. */
        advice: paragraphSchema,
        basis: z.enum(["guide", "default"]),
        reason: z.optional(paragraphSchema),
      }),
    )
    .check(z.minLength(1)),
  advised: z.strictObject({ text: shortTextSchema, help: paragraphListSchema }),
  /** Printed where nobody can be asked. */
  notice: paragraphSchema,
});

export type ThomasTable = z.infer<typeof thomasTableSchema>;
export type ScreeningTable = z.infer<typeof screeningTableSchema>;
