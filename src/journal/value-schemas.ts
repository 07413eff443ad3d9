/**
 * The values that files of sessions consist of, checked fast: texts, numbers and moments, and objects that keep the fields
 * which this version does not know.
 */
import * as z from "zod/mini";
import * as core from "zod/v4/core";
import { parseTimestamp } from "../calendar.ts";
import { LIMITS } from "../limits.ts";
import { isSafeText } from "../text/safe-text.ts";

/** Maximum length of a note and of any other line of text. */
export const MAX_NOTE_LENGTH = 2000;
export const MAX_LINE_LENGTH = 400;

/** What nearly every text consists of; tested first because that is ten times as fast. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const isPrintable = (text: string) => PRINTABLE_ASCII.test(text) || isSafeText(text);

interface CheckedValueDefinition extends core.$ZodTypeDef {
  readonly kind: "string" | "number";
  readonly isValid: (value: never) => boolean;
  readonly expected: string;
}

/**
 * A text or a number that passes one check, in a single call: zod takes four, and a history of ten thousand sessions has
 * seven million values.
 */
const CheckedValue = core.$constructor("ZodMiniChecked", (inst, def) => {
  const initialise = z.ZodMiniType.init as unknown as (inst: unknown, def: unknown) => void;
  initialise(inst, def);
  const schema = inst as unknown as core.$ZodType;
  const { kind, isValid, expected } = def as unknown as CheckedValueDefinition;
  schema._zod.parse = (payload) => {
    const { value } = payload;
    if (typeof value !== kind)
      payload.issues.push({ code: "invalid_type", expected: kind, input: value, inst: schema });
    else if (!isValid(value as never)) {
      payload.issues.push({ code: "custom", message: expected, input: value, inst: schema });
    }
    return payload;
  };
});

function createCheckedString(isValid: (text: string) => boolean, expected: string): z.ZodMiniType<string, string> {
  return new CheckedValue({ type: "custom", kind: "string", isValid, expected }) as never;
}

function createCheckedNumber(isValid: (value: number) => boolean, expected: string): z.ZodMiniType<number, number> {
  return new CheckedValue({ type: "custom", kind: "number", isValid, expected }) as never;
}

export const safeTextSchema = (max: number) =>
  createCheckedString(
    (text) => text.length <= max && isPrintable(text),
    `at most ${max} characters, no control characters`,
  );
const rangeSchema = (low: number, high: number) =>
  createCheckedNumber((value) => value >= low && value <= high, `from ${low} to ${high}`);
export const integerSchema = (low: number, high: number) =>
  createCheckedNumber(
    (value) => Number.isInteger(value) && value >= low && value <= high,
    `a whole number from ${low} to ${high}`,
  );

export const lineSchema = safeTextSchema(MAX_LINE_LENGTH);
export const sessionIdSchema = z.string().check(z.regex(/^[0-9a-z]{4,32}$/, "small letters and figures"));
export const timestampSchema = z.string().check(
  z.maxLength(24),
  z.refine((value) => parseTimestamp(value) !== null, "a moment in UTC"),
);
/** Seconds, or a number of something. */
export const durationSchema = rangeSchema(0, 1e9);
export const countSchema = integerSchema(0, 1e7);
export const speedSchema = z.number().check(z.gt(0), z.lte(1e6));
export const utcOffsetSchema = integerSchema(-24 * 60, 24 * 60);
export const pauseReasonSchema = z.enum(["asked", "gap"]);

/**
 * The objects of zod/mini with the compiled check of zod itself, which is faster by a third: a second in a history of ten
 * thousand sessions. zod itself takes longer to load than that saves elsewhere.
 */
const CompiledObject = core.$constructor("ZodMiniObject", (inst, def) => {
  for (const trait of [core.$ZodObjectJIT, z.ZodMiniType]) {
    const initialise = trait.init as unknown as (inst: unknown, def: unknown) => void;
    initialise(inst, def);
  }
  Object.defineProperty(inst, "shape", { value: (def as core.$ZodObjectDef).shape });
});

/** A field that this version does not know: it stays, unless it is too deep to be written again. */
const unknownFieldSchema = z.unknown().check(z.refine((value) => isShallow(value, LIMITS.depth), "nested too deeply"));

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((child) => isShallow(child, levels - 1));
}

/** An object that may have more fields than these. */
export function openObject<const T extends core.$ZodLooseShape>(shape: T): z.ZodMiniObject<T, core.$loose> {
  const definition = { type: "object", shape, catchall: unknownFieldSchema };
  return new CompiledObject(definition) as unknown as z.ZodMiniObject<T, core.$loose>;
}
