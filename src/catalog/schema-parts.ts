/**
 * Parts of the schemas of exercise and routine files: dose values with their basis, tempos, strokes, sides, sources,
 * and how often.
 */
import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { describeOptional, paragraphSchema, shortTextSchema, withDescription } from "../schema-parts.ts";
import { PHASES } from "../terms.ts";
import { parseDuration } from "../text/duration.ts";

const timeTextSchema = z.pipe(
  z.string().check(z.refine((text) => parseDuration(text) !== null, "a time such as 45s or 1m30s")),
  z.transform((text: string) => (parseDuration(text) ?? 0) / 1000),
);

/** Seconds, or a time as flags take it. The output is seconds. */
const createTimeSchema = (seconds: z.ZodMiniType<number, number>): z.ZodMiniType<number> =>
  z.union([seconds, z.pipe(timeTextSchema, seconds)], "seconds, or a time such as 45s or 1m30s");

export const secondsSchema = createTimeSchema(z.number().check(z.gte(0), z.lte(LIMITS.seconds)));
/** Seconds of something that is done: a hold that lasts. */
export const lastingSecondsSchema = createTimeSchema(z.number().check(z.gt(0), z.lte(LIMITS.seconds)));
/** Seconds until a whole group ends. */
export const groupCapSchema = createTimeSchema(z.number().check(z.gt(0), z.lte(LIMITS.planSeconds)));
/** Seconds that a self-paced repetition is estimated at. */
export const paceSecondsSchema = createTimeSchema(z.number().check(z.gt(0), z.lte(LIMITS.paceSeconds)));
export const createCountSchema = (max: number) => z.int().check(z.gte(1), z.lte(max));

/** How a dose value may be written, for messages and editors. */
export const DOSE_VALUE_FORMS = "a number, a range [low, high] or one number a level {easy, standard, hard}";

const createLevelsSchema = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({ easy: value, standard: value, hard: value });

/** A range with the low end first. */
const createRangeSchema = <T extends z.ZodMiniType<number>>(value: T) =>
  z
    .tuple([value, value], "a range of two numbers, [low, high]")
    .check(z.refine((ends) => (ends[0] ?? 0) <= (ends[1] ?? 0), "the low end first"));

const basisSchema = withDescription(
  z.enum(["guide", "default"]),
  "guide: the source says so. default: your own choice, with its reason.",
);

/** A value with its basis; our own default must give a reason. */
const createSourcedSchema = <T extends z.ZodMiniType>(value: T) =>
  z
    .strictObject({
      value,
      basis: basisSchema,
      reason: describeOptional(paragraphSchema, "Why this figure; needed for a default."),
    })
    .check(
      z.refine((sourced) => sourced.basis === "guide" || sourced.reason !== undefined, {
        path: ["reason"],
        error: "a reason, as every default gives one",
      }),
    );

/** A dose value: one number, a range `[30, 60]` or one number per level, with or without its basis. */
export const createDoseValueSchema = <T extends z.ZodMiniType<number>>(value: T) => {
  const amount = () => z.union([value, createRangeSchema(value), createLevelsSchema(value)], DOSE_VALUE_FORMS);
  return z.union([amount(), createSourcedSchema(amount())], DOSE_VALUE_FORMS);
};

export const setsSchema = createDoseValueSchema(createCountSchema(LIMITS.sets));
export const repsSchema = createDoseValueSchema(createCountSchema(LIMITS.reps));
export const restSchema = createDoseValueSchema(secondsSchema);
export const holdSchema = createDoseValueSchema(secondsSchema);

/** Four strokes; only the two moving ones can be explosive, and at least one must take time. */
const TEMPO_PATTERN =
  /^(?![0-]*$)(?:(?:[0-9]{1,2}|[Xx])-[0-9]{1,2}-(?:[0-9]{1,2}|[Xx])-[0-9]{1,2}|[0-9Xx][0-9][0-9Xx][0-9])$/;

/** How a tempo is written, for messages and editors. */
const TEMPO_DESCRIPTION = "lower-pause-lift-pause in seconds, not all zero, such as 3-0-3-1 or 30X1";

export const tempoTextSchema = z.string(TEMPO_DESCRIPTION).check(z.regex(TEMPO_PATTERN, TEMPO_DESCRIPTION));

export const startsSchema = z.enum(["concentric", "eccentric"]);

/** A tempo, with or without its basis. */
export const createTempoSchema = () =>
  z.union([tempoTextSchema, createSourcedSchema(tempoTextSchema)], TEMPO_DESCRIPTION);

export const sourceSchema = z.strictObject({
  guide: withDescription(shortTextSchema, "The title of the guide, the book or the paper, or who prescribed it."),
  section: describeOptional(shortTextSchema, "Where in it."),
  author: describeOptional(shortTextSchema, "Who wrote it."),
});
/** Free text, or the parts of a reference. */
export const sourceOrTextSchema = z.union(
  [shortTextSchema, sourceSchema],
  "text, or an object { guide, section, author }",
);

const strokeSchema = z.strictObject({
  phase: z.enum(PHASES),
  seconds: withDescription(createDoseValueSchema(secondsSchema), "How long it lasts, in seconds."),
  cue: describeOptional(shortTextSchema, "What to do in this stroke, said in the exercise's own words."),
  word: describeOptional(
    shortTextSchema.check(z.regex(/^\p{L}{2,10}$/u)),
    "One word for it, shown large and called in every repetition: lift. Left out, that of its phase.",
  ),
});

const strokeCuesSchema = z.strictObject({
  concentric: z.optional(shortTextSchema),
  eccentric: z.optional(shortTextSchema),
  "pause-top": z.optional(shortTextSchema),
  "pause-bottom": z.optional(shortTextSchema),
});

export const strokeListSchema = z.array(strokeSchema).check(z.minLength(1), z.maxLength(LIMITS.strokes));

export const patternSchema = z.union(
  [
    z.strictObject({
      tempo: withDescription(
        createTempoSchema(),
        "Eccentric-pause-concentric-pause in seconds: 3-0-3-1, or 30X1 with X for explosive.",
      ),
      starts: withDescription(startsSchema, "The stroke that a repetition begins with."),
      cues: describeOptional(strokeCuesSchema, "What to do in each stroke, said in the exercise's own words."),
    }),
    z.strictObject({
      strokes: withDescription(strokeListSchema, "The strokes of one repetition, in the order in which they are done."),
    }),
    z.strictObject({ open: withDescription(z.literal(true), "A set that waits for the person.") }),
  ],
  "a tempo with its start, a list of strokes, or open: true",
);

const leftSideSchema = withDescription(shortTextSchema, "What the left side is here: Left knee on the floor.");
const rightSideSchema = withDescription(shortTextSchema, "What the right side is here: Right knee on the floor.");

const SIDE_MODES = ["both", "each", "alternating"] as const;

const sidesObjectSchema = z.discriminatedUnion("mode", [
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

/** One word, or an object that says what a side means in this exercise. */
export const sidesSchema = z.union(
  [z.enum(SIDE_MODES), sidesObjectSchema],
  "both, each, alternating or an object { mode, … }",
);

const weekdaysSchema = z.int("a whole number of days, 1 to 7").check(z.minimum(1), z.maximum(7));

/** How often a routine is done; our own choice must give a reason. */
export const frequencySchema = z
  .strictObject({
    days: withDescription(
      z.union(
        [weekdaysSchema, createRangeSchema(weekdaysSchema)],
        "days a week, 1 to 7, or a range of them, such as [2, 3]",
      ),
      "On how many days a week: 3, or [2, 3].",
    ),
    between: describeOptional(
      z.int("a whole number of days, 1 to 6").check(z.minimum(1), z.maximum(6)),
      "Days without it between two with it.",
    ),
    otherDays: describeOptional(paragraphSchema, "What goes with it on other days."),
    basis: basisSchema,
    reason: describeOptional(paragraphSchema, "Why so often; needed for a default."),
  })
  .check(
    z.refine(({ basis, reason }) => basis === "guide" || reason !== undefined, {
      path: ["reason"],
      error: "a reason, as every default gives one",
    }),
    z.refine(({ days, between = 0 }) => (typeof days === "number" ? days : (days[1] ?? 1)) * (1 + between) <= 7, {
      path: ["between"],
      error: "so many days between that the week has room for all",
    }),
  );

export type FrequencyInput = z.infer<typeof frequencySchema>;
