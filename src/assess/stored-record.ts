/**
 * The stored form of assessments and screenings: one immutable file each, `assessments/YYYY/MM/<time>-<id>.json` and
 * `screenings/YYYY/MM/<time>-<id>.json`, next to the sessions.
 *
 * Findings are copied into the file, so that a later table never changes the past. Times are ISO 8601 in UTC. Unknown
 * fields are preserved. The files are few and small, and one is read before most sessions, so they are checked by hand
 * and the schema library is not loaded.
 */
import { parseTimestamp } from "../calendar.ts";
import { asFields, isListOf, isPrintable, isShortText } from "../journal/value-checks.ts";
import {
  BACK_ANSWERS,
  type BothSides,
  CRITERION_IDS,
  CRITERION_OUTCOMES,
  DROP_ANSWERS,
  type Finding,
  KNEE_ANSWERS,
  PAIN_ANSWERS,
  ROTATION_ANSWERS,
  type SideAnswers,
  THIGH_ANSWERS,
  type YesNo,
} from "./types.ts";

const ASSESSMENT_FORMAT = "unwind-assessment";
const SCREENING_FORMAT = "unwind-screening";
const RECORD_VERSION = 1;

interface RecordHeader<F extends string> {
  readonly format: F;
  readonly version: typeof RECORD_VERSION;
  readonly id: string;
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly at: string;
  /** The local offset from UTC at that time and place. */
  readonly utcOffsetMinutes: number;
}

export interface Assessment extends RecordHeader<typeof ASSESSMENT_FORMAT> {
  readonly test: string;
  readonly sides: BothSides<SideAnswers>;
  readonly findings: readonly Finding[];
}

export interface Screening extends RecordHeader<typeof SCREENING_FORMAT> {
  /** When the questions were answered: earlier than `at` if only the decision is new. */
  readonly answeredAt: string;
  readonly answers: Readonly<Record<string, YesNo>>;
  /** What the person decided after a yes; null if there was nothing to decide or they were not asked. */
  readonly decision: "go-on" | "wait" | null;
}

/** The result of parsing a stored file. `later`: a newer format version, valid but not readable by this program. */
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
        answers !== null &&
        Object.entries(answers).every(([id, answer]) => isShortText(id) && oneOf(["yes", "no"])(answer))
      );
    },
    decision: orNull(oneOf(["go-on", "wait"])),
  });
}

type FieldCheck = (value: unknown) => boolean;

/** Parses JSON of the given format field by field. There is one version so far; migrations from older ones belong here. */
function parseRecord<T>(text: string, format: string, fields: Readonly<Record<string, FieldCheck>>): ParsedRecord<T> {
  let json: ReturnType<typeof asFields>;
  try {
    json = asFields(JSON.parse(text));
  } catch {
    return { type: "foreign", why: "it is not valid JSON, or is truncated" };
  }
  if (json?.["format"] !== format) return { type: "foreign", why: `it is not an ${format} file` };
  const version = json["version"];
  if (!Number.isInteger(version) || (version as number) < 1) return { type: "foreign", why: "it has no version" };
  if ((version as number) > RECORD_VERSION) return { type: "later" };
  for (const [name, check] of Object.entries({ ...HEADER_CHECKS, ...fields })) {
    if (!check(json[name])) return { type: "foreign", why: `${name} is invalid` };
  }
  return { type: "valid", value: json as T };
}

const oneOf =
  (values: readonly string[]): FieldCheck =>
  (value) =>
    typeof value === "string" && values.includes(value);
const orNull =
  (check: FieldCheck): FieldCheck =>
  (value) =>
    value === null || check(value);
const isWithin =
  (min: number, max: number): FieldCheck =>
  (value) =>
    typeof value === "number" && value >= min && value <= max;
const optional =
  (check: FieldCheck): FieldCheck =>
  (value) =>
    value === undefined || check(value);

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
  back: optional(orNull(oneOf(BACK_ANSWERS))),
  drop: optional(orNull(oneOf(DROP_ANSWERS))),
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
