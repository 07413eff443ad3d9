/**
 * What is kept of assessments and screenings: one immutable file each, `assessments/YYYY/MM/<time>-<id>.json` and
 * `screenings/YYYY/MM/<time>-<id>.json`, beside the sessions.
 *
 * What was found is copied in, so that a later table never rewrites the past. Times are ISO 8601 in UTC. Fields that a
 * reader does not know are kept. The files are few and small and one is read before most sessions: they are checked by
 * hand, and the schema library is not loaded for them.
 */
import { parseTimestamp } from "../calendar.ts";
import { isPlainObject, type ParseResult, parseVersioned } from "../files/versioned-files.ts";
import { isSafeText } from "../text/safe-text.ts";
import {
  CRITERION_IDS,
  CRITERION_OUTCOMES,
  KNEE_ANSWERS,
  PAIN_ANSWERS,
  ROTATION_ANSWERS,
  THIGH_ANSWERS,
} from "./answer-values.ts";
import type { BothSides, Finding, SideAnswers, YesNo } from "./types.ts";

export const ASSESSMENT_FORMAT = "unwind-assessment";
export const SCREENING_FORMAT = "unwind-screening";
export const RECORD_VERSION = 1;

interface RecordHeader<F extends string> {
  readonly format: F;
  readonly version: typeof RECORD_VERSION;
  readonly id: string;
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly at: string;
  /** How far local time was ahead of UTC where and when it was. */
  readonly utcOffsetMinutes: number;
}

export interface Assessment extends RecordHeader<typeof ASSESSMENT_FORMAT> {
  readonly test: string;
  readonly sides: BothSides<SideAnswers>;
  readonly findings: readonly Finding[];
}

export interface Screening extends RecordHeader<typeof SCREENING_FORMAT> {
  /** When the questions were answered: earlier than `at` where only the decision is new. */
  readonly answeredAt: string;
  readonly answers: Readonly<Record<string, YesNo>>;
  /** What the person decided about a yes; null: nothing to decide, or not asked. */
  readonly decision: "go-on" | "wait" | null;
}

export function parseAssessment(text: string): ParseResult<Assessment> {
  return parseRecord<Assessment>(text, ASSESSMENT_FORMAT, {
    test: isShortText,
    sides: (value) => passesChecks(value, { left: isSide, right: isSide }),
    findings: (value) => isListOf(isFinding)(value),
  });
}

export function parseScreening(text: string): ParseResult<Screening> {
  return parseRecord<Screening>(text, SCREENING_FORMAT, {
    answeredAt: isTimestamp,
    answers: (value) =>
      isPlainObject(value) &&
      Object.entries(value).every(([id, word]) => isShortText(id) && oneOf(["yes", "no"])(word)),
    decision: orNull(oneOf(["go-on", "wait"])),
  });
}

type FieldCheck = (value: unknown) => boolean;

/** Parses JSON of a format, checking it field by field. */
function parseRecord<T>(text: string, format: string, fields: Readonly<Record<string, FieldCheck>>): ParseResult<T> {
  return parseVersioned(text, {
    format,
    validate: (json) => {
      const wrong = Object.entries({ ...HEADER_CHECKS, ...fields }).find(([name, check]) => !check(json[name]));
      return wrong
        ? { type: "foreign", why: `${wrong[0]} is not as expected` }
        : { type: "valid", value: json as unknown as T };
    },
  });
}

const oneOf =
  (words: readonly string[]): FieldCheck =>
  (value) =>
    typeof value === "string" && words.includes(value);
const orNull =
  (check: FieldCheck): FieldCheck =>
  (value) =>
    value === null || check(value);
const isWithin =
  (least: number, most: number): FieldCheck =>
  (value) =>
    typeof value === "number" && value >= least && value <= most;

const isTimestamp: FieldCheck = (value) =>
  typeof value === "string" && value.length <= 24 && parseTimestamp(value) !== null;
const isTextUpTo =
  (most: number) =>
  (value: unknown): boolean =>
    typeof value === "string" && value.length <= most && isSafeText(value);
const isShortText = isTextUpTo(400);
const isText = isTextUpTo(2000);
const isListOf =
  (check: FieldCheck): FieldCheck =>
  (value) =>
    Array.isArray(value) && value.every(check);

const HEADER_CHECKS: Readonly<Record<string, FieldCheck>> = {
  id: (value) => typeof value === "string" && /^[0-9a-z]{4,32}$/.test(value),
  program: isShortText,
  at: isTimestamp,
  utcOffsetMinutes: isWithin(-24 * 60, 24 * 60),
};

const SIDE_CHECKS: Readonly<Record<string, FieldCheck>> = {
  pain: orNull(oneOf(PAIN_ANSWERS)),
  thigh: orNull(oneOf(THIGH_ANSWERS)),
  rotation: orNull(oneOf(ROTATION_ANSWERS)),
  knee: orNull(oneOf(KNEE_ANSWERS)),
  thighDegrees: orNull(isWithin(-180, 180)),
  kneeDegrees: orNull(isWithin(0, 180)),
};

const FINDING_CHECKS: Readonly<Record<string, FieldCheck>> = {
  side: oneOf(["left", "right"]),
  criterion: oneOf(CRITERION_IDS),
  outcome: oneOf(CRITERION_OUTCOMES),
  muscles: isListOf(isShortText),
  shows: isText,
  follows: isText,
};

const isSide: FieldCheck = (value) => passesChecks(value, SIDE_CHECKS);
const isFinding: FieldCheck = (value) => passesChecks(value, FINDING_CHECKS);

function passesChecks(value: unknown, checks: Readonly<Record<string, FieldCheck>>): boolean {
  return isPlainObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
}
