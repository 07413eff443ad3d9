/** What exercise and routine files have in common: text, figures with their grounds, tempos, where things come from. */
import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { paragraphSchema, shortTextSchema, withDescription } from "../schema-parts.ts";

export const secondsSchema = z.number().check(z.gte(0), z.lte(LIMITS.seconds));
export const createCountSchema = (max: number) => z.int().check(z.gte(1), z.lte(max));

/** How a figure may be written, for messages and for editors. */
const DOSE_VALUE_FORMS = "a number, a range [low, high] or one number a level {easy, standard, hard}";

const createLevelsSchema = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({ easy: value, standard: value, hard: value });

/** A range whose first figure is the low end. */
const createRangeSchema = <T extends z.ZodMiniType<number>>(value: T) =>
  z
    .tuple([value, value], "a range of two numbers, [low, high]")
    .check(z.refine((ends) => (ends[0] ?? 0) <= (ends[1] ?? 0), "the low end first"));

const basisSchema = z.enum(["guide", "default"]);

/** A value with where it comes from; one that is our own default must give its reason. */
export const createSourcedSchema = <T extends z.ZodMiniType>(value: T) =>
  z
    .strictObject({
      value,
      basis: withDescription(basisSchema, "guide: the source says so. default: your own choice, with its reason."),
      reason: withDescription(z.optional(paragraphSchema), "Why this figure; needed for a default."),
    })
    .check(
      z.refine((figure) => figure.basis === "guide" || figure.reason !== undefined, {
        path: ["reason"],
        error: "a reason, as every default gives one",
      }),
    );

/**
 * A figure: one number, a range `[30, 60]`, or one number a level; bare, or with where it comes from.
 * A figure that is the program's own default must give its reason.
 */
export const createDoseValueSchema = <T extends z.ZodMiniType<number>>(value: T) => {
  const amount = () => z.union([value, createRangeSchema(value), createLevelsSchema(value)], DOSE_VALUE_FORMS);
  return z.union([amount(), createSourcedSchema(amount())], DOSE_VALUE_FORMS);
};

/** Four strokes; only the two that move can be explosive, and one at least must last. */
const TEMPO_PATTERN =
  /^(?![0-]*$)(?:(?:[0-9]{1,2}|[Xx])-[0-9]{1,2}-(?:[0-9]{1,2}|[Xx])-[0-9]{1,2}|[0-9Xx][0-9][0-9Xx][0-9])$/;

/** How a tempo is written, for messages and for editors. */
const TEMPO_DESCRIPTION = "eccentric-pause-concentric-pause in seconds, not all zero, such as 3-0-3-1 or 30X1";

const tempoTextSchema = z.string(TEMPO_DESCRIPTION).check(z.regex(TEMPO_PATTERN, TEMPO_DESCRIPTION));

/** A tempo, bare or with where it comes from. */
export const createTempoSchema = () =>
  z.union([tempoTextSchema, createSourcedSchema(tempoTextSchema)], TEMPO_DESCRIPTION);

export const sourceSchema = z.strictObject({
  guide: withDescription(shortTextSchema, "The title of the guide, the book or the paper, or who prescribed it."),
  section: withDescription(z.optional(shortTextSchema), "Where in it."),
  author: withDescription(z.optional(shortTextSchema), "Who wrote it."),
});
