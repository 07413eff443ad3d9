/**
 * What is kept of assessments and screenings: one immutable file each, `assessments/YYYY/MM/<time>-<id>.json` and
 * `screenings/YYYY/MM/<time>-<id>.json`, beside the sessions.
 *
 * What was found is copied in, so that a later table never rewrites the past. Times are ISO 8601 in UTC. Fields that a
 * reader does not know are kept. The files are few and small and one is read before most sessions: they are checked by
 * hand, and the schema library is not loaded for them.
 */
import { parseTimestamp } from "../calendar.ts";
import { asFields, isListOf, isPrintable, isShortText } from "../journal/value-checks.ts";
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

/** What a file was found to be. `later`: of a version to come, valid but not for this program. */
export type ParsedRecord<T> =
  | { readonly type: "valid"; readonly value: T }
  | { readonly type: "later" }
  | { readonly type: "foreign"; readonly why: string };

export function parseAssessment(text: string): ParsedRecord<Assessment> {
  return parseRecord<Assessment>(text, ASSESSMENT_FORMAT, {
    test: isShortText,
    sides: (value) => {
      const sides = asFields(value);
      return sides !== null && isSide(sides["left"]) && isSide(sides["right"]);
    },
    findings: (value) => isListOf(value, isFinding),
  });
}

export function parseScreening(text: string): ParsedRecord<Screening> {
  return parseRecord<Screening>(text, SCREENING_FORMAT, {
    answeredAt: isTimestamp,
    answers: (value) => {
      const answers = asFields(value);
      return (
        answers !== null && Object.entries(answers).every(([id, word]) => isShortText(id) && oneOf(["yes", "no"])(word))
      );
    },
    decision: orNull(oneOf(["go-on", "wait"])),
  });
}

type FieldCheck = (value: unknown) => boolean;

/** Reads JSON of a format, field by field. There is one version so far; a later program brings older ones up to date here. */
function parseRecord<T>(text: string, format: string, fields: Readonly<Record<string, FieldCheck>>): ParsedRecord<T> {
  let json: ReturnType<typeof asFields>;
  try {
    json = asFields(JSON.parse(text));
  } catch {
    return { type: "foreign", why: "it is not JSON, or was cut off" };
  }
  if (json?.["format"] !== format) return { type: "foreign", why: `it is no ${format} file` };
  const version = json["version"];
  if (!Number.isInteger(version) || (version as number) < 1) return { type: "foreign", why: "it has no version" };
  if ((version as number) > RECORD_VERSION) return { type: "later" };
  for (const [name, check] of Object.entries({ ...HEADER_CHECKS, ...fields })) {
    if (!check(json[name])) return { type: "foreign", why: `${name} is not as expected` };
  }
  return { type: "valid", value: json as T };
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
const isText: FieldCheck = (value) => typeof value === "string" && value.length <= 2000 && isPrintable(value);

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
  muscles: (value) => isListOf(value, isShortText),
  shows: isText,
  follows: isText,
};

const isSide: FieldCheck = (value) => passesChecks(value, SIDE_CHECKS);
const isFinding: FieldCheck = (value) => passesChecks(value, FINDING_CHECKS);

function passesChecks(value: unknown, checks: Readonly<Record<string, FieldCheck>>): boolean {
  const fields = asFields(value);
  return fields !== null && Object.entries(checks).every(([name, check]) => check(fields[name]));
}
