/**
 * Schema of the Thomas test in data/assess: its questions, and the meaning of their answers.
 *
 * Tests validate the shipped tables; the program trusts them. They contain all texts shown to the user, so that a
 * therapist can edit them without touching code.
 */
import * as z from "zod/mini";
import { frequencySchema, sourceSchema } from "../catalog/schema-parts.ts";
import type { StopList } from "../catalog/types.ts";
import { idSchema, paragraphListSchema, paragraphSchema, shortTextSchema } from "../schema-parts.ts";
import {
  BACK_ANSWERS,
  CRITERION_IDS,
  CRITERION_OUTCOMES,
  DROP_ANSWERS,
  KNEE_ANSWERS,
  PAIN_ANSWERS,
  ROTATION_ANSWERS,
  THIGH_ANSWERS,
} from "./types.ts";

/** A leg seen from the side: thigh relative to level in degrees (positive above), angle at the knee, and the reference line. */
const sideViewSchema = z.strictObject({
  view: z.literal("side"),
  thigh: z.number(),
  knee: z.number(),
  against: z.enum(["level", "right-angle"]),
});
/** A thigh seen from the front: rotation in degrees, outwards positive. */
const frontViewSchema = z.strictObject({ view: z.literal("front"), turn: z.number() });

const degreesRange = z.tuple([z.number(), z.number()]);

const answerSchema = <T extends z.ZodMiniType<string>>(value: T) =>
  z.strictObject({
    value,
    /** Alternative names on the command line. */
    aliases: z.array(shortTextSchema),
    /** Shown next to its number on the screen. */
    label: shortTextSchema,
    /** In a narrow column and in tables. */
    short: shortTextSchema,
    picture: z.optional(z.union([sideViewSchema, frontViewSchema])),
    /** The range of degrees consistent with this answer. */
    degrees: z.optional(degreesRange),
  });

/** What is measured, from a least to a greatest figure. */
const lengthSchema = z.strictObject({
  text: shortTextSchema,
  short: shortTextSchema,
  help: paragraphListSchema,
  from: z.number(),
  to: z.number(),
});

const questionSchema = <T extends z.ZodMiniType<string>>(value: T) =>
  z.strictObject({
    text: shortTextSchema,
    /** For narrow screens. */
    short: shortTextSchema,
    help: paragraphListSchema,
    answers: z.array(answerSchema(value)).check(z.minLength(2)),
    /** An optional measurement, asked after the question. */
    measure: z.optional(z.strictObject({ ...lengthSchema.def.shape, axis: shortTextSchema })),
  });

const ruleSchema = z.strictObject({
  when: z.strictObject({
    thigh: z.optional(z.array(z.enum(THIGH_ANSWERS))),
    pain: z.optional(z.array(z.enum(PAIN_ANSWERS))),
    back: z.optional(z.array(z.enum(BACK_ANSWERS))),
    drop: z.optional(z.array(z.enum([...DROP_ANSWERS, "unanswered"]))),
    rotation: z.optional(z.array(z.enum(ROTATION_ANSWERS))),
    knee: z.optional(z.array(z.enum(KNEE_ANSWERS))),
  }),
  outcome: z.enum(CRITERION_OUTCOMES),
  /** Muscles that this suggests are short. */
  muscles: z.array(shortTextSchema),
  shows: paragraphSchema,
  follows: paragraphSchema,
  /** guide: the source says so. default: the source is silent and this is our own choice, for the given reason. */
  basis: z.enum(["guide", "default"]),
  reason: z.optional(paragraphSchema),
});

const criterionSchema = z.strictObject({
  id: z.enum(CRITERION_IDS),
  name: shortTextSchema,
  /** Its number in the guide. */
  number: z.int(),
  passes: paragraphSchema,
  rules: z.array(ruleSchema).check(z.minLength(2)),
  source: sourceSchema,
});

const groupExerciseSchema = z.strictObject({
  exercise: idSchema,
  priority: z.int().check(z.gte(1), z.lte(9)),
  /** What it does for the person; read, not spoken. */
  why: paragraphSchema,
  /** What is done differently here: spoken before it. */
  how: z.optional(paragraphSchema),
});
const groupSchema = z.strictObject({
  title: shortTextSchema,
  why: paragraphSchema,
  exercises: z.array(groupExerciseSchema).check(z.minLength(1)),
  source: sourceSchema,
});

const verdictSchema = z.strictObject({ word: shortTextSchema, text: paragraphSchema });

export const thomasTableSchema = z.strictObject({
  /** The exercise that explains the position. */
  exercise: idSchema,
  source: sourceSchema,
  /** Days for which a test is valid. */
  holdsDays: z.int().check(z.gte(1)),
  reason: paragraphSchema,
  before: z.strictObject({ text: shortTextSchema, items: paragraphListSchema }),
  /** The person lies down out of reach of the keys: the page of the position goes on by itself, after what is said meanwhile. */
  advance: z.strictObject({
    afterSeconds: z.int().check(z.gte(10)),
    sayAt: z.array(z.strictObject({ seconds: z.int(), text: shortTextSchema })),
    reason: paragraphSchema,
  }),
  questions: z.strictObject({
    pain: questionSchema(z.enum(PAIN_ANSWERS)),
    back: questionSchema(z.enum(BACK_ANSWERS)),
    thigh: questionSchema(z.enum(THIGH_ANSWERS)),
    drop: questionSchema(z.enum(DROP_ANSWERS)),
    rotation: questionSchema(z.enum(ROTATION_ANSWERS)),
    knee: questionSchema(z.enum(KNEE_ANSWERS)),
  }),
  /** How the thigh can be measured: with a phone, or with two lengths. */
  measuring: z.strictObject({
    text: shortTextSchema,
    short: shortTextSchema,
    help: paragraphListSchema,
    none: shortTextSchema,
    phone: shortTextSchema,
    tape: shortTextSchema,
    length: lengthSchema,
    height: lengthSchema,
    again: shortTextSchema,
  }),
  criteria: z.array(criterionSchema),
  /** Verdict for a side, by its worst outcome: pain before tight before unclear before good. */
  verdicts: z.strictObject({
    good: verdictSchema,
    tight: verdictSchema,
    unclear: verdictSchema,
    pain: verdictSchema,
    untested: verdictSchema,
  }),
  /** Why a side with an arched back was not tested. */
  arched: paragraphSchema,
  /**
   * What a side that hurt means for exercises: `spares` can be done on the other side, as they neither load nor fully bend
   * the hip that hurts; `onRequest` work both sides gently, and are done only if asked for by name. All other hip work goes.
   */
  leaveAlone: z.strictObject({
    spares: z.array(idSchema),
    onRequest: z.array(idSchema),
    /** What the other side does in a personal routine, in place of what would bend or load the hip that hurts. */
    instead: groupExerciseSchema,
    reason: paragraphSchema,
  }),
  /** Asked after a side that hurt; "{side}" is replaced with the other side's name. */
  goOn: z.strictObject({
    text: shortTextSchema,
    short: shortTextSchema,
    help: paragraphListSchema,
    yes: shortTextSchema,
    no: shortTextSchema,
  }),
  /** What a personal routine is composed of. */
  plan: z.strictObject({
    name: shortTextSchema,
    notice: paragraphSchema,
    frequency: frequencySchema,
    /** One group per muscle, in training order; `called` is its name in a summary. */
    release: z.array(z.strictObject({ muscle: shortTextSchema, called: shortTextSchema, ...groupSchema.def.shape })),
    /** For a side that passes. */
    others: groupSchema,
    opposite: groupSchema,
    /** Replaces the work on a side that hurts. */
    pain: z.strictObject({ title: shortTextSchema, advice: paragraphListSchema, source: sourceSchema }),
  }),
});

/** The table as it is used: with the signs to stop, which all routines share. */
export type ThomasTable = z.infer<typeof thomasTableSchema> & { readonly stop: StopList };
