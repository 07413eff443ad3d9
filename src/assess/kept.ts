/**
 * What is kept of assessments and screenings: one immutable file each, `assessments/YYYY/MM/<time>-<id>.json` and
 * `screenings/YYYY/MM/<time>-<id>.json`, beside the sessions.
 *
 * What was found is copied in, so that a later table never rewrites the past. Times are ISO 8601 in UTC. Fields that a
 * reader does not know are kept. The files are few and small and one is read before most sessions: they are checked by
 * hand, and the schema library is not loaded for them.
 */
import { parseMoment } from "../calendar.ts";
import { fieldsOf, isListOf, isName, isShowable } from "../journal/checks.ts";
import type { BothSides, Finding, SideAnswers, YesNo } from "./types.ts";
import { CRITERIA, KNEE, OUTCOMES, PAIN, ROTATION, THIGH } from "./words.ts";

export const ASSESSMENT_FORMAT = "unwind-assessment";
export const SCREENING_FORMAT = "unwind-screening";
export const KEPT_VERSION = 1;

interface Head<F extends string> {
  readonly format: F;
  readonly version: typeof KEPT_VERSION;
  readonly id: string;
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly at: string;
  /** How far local time was ahead of UTC where and when it was. */
  readonly utcOffsetMinutes: number;
}

export interface Assessment extends Head<typeof ASSESSMENT_FORMAT> {
  readonly test: string;
  readonly sides: BothSides<SideAnswers>;
  readonly findings: readonly Finding[];
}

export interface Screening extends Head<typeof SCREENING_FORMAT> {
  /** When the questions were answered: earlier than `at` where only the decision is new. */
  readonly answeredAt: string;
  readonly answers: Readonly<Record<string, YesNo>>;
  /** What the person decided about a yes; null: nothing to decide, or not asked. */
  readonly decision: "go-on" | "wait" | null;
}

/** What a file was found to be. `later`: of a version to come, valid but not for this program. */
export type ReadKept<T> =
  | { readonly type: "valid"; readonly value: T }
  | { readonly type: "later" }
  | { readonly type: "foreign"; readonly why: string };

export function readAssessment(text: string): ReadKept<Assessment> {
  return read<Assessment>(text, ASSESSMENT_FORMAT, {
    test: isName,
    sides: (value) => {
      const sides = fieldsOf(value);
      return sides !== null && isSide(sides["left"]) && isSide(sides["right"]);
    },
    findings: (value) => isListOf(value, isFinding),
  });
}

export function readScreening(text: string): ReadKept<Screening> {
  return read<Screening>(text, SCREENING_FORMAT, {
    answeredAt: isMoment,
    answers: (value) => {
      const answers = fieldsOf(value);
      return (
        answers !== null && Object.entries(answers).every(([id, word]) => isName(id) && oneOf(["yes", "no"])(word))
      );
    },
    decision: orNull(oneOf(["go-on", "wait"])),
  });
}

type Check = (value: unknown) => boolean;

/** Reads JSON of a format, field by field. There is one version so far; a later program brings older ones up to date here. */
function read<T>(text: string, format: string, fields: Readonly<Record<string, Check>>): ReadKept<T> {
  let json: ReturnType<typeof fieldsOf>;
  try {
    json = fieldsOf(JSON.parse(text));
  } catch {
    return { type: "foreign", why: "it is not JSON, or was cut off" };
  }
  if (json?.["format"] !== format) return { type: "foreign", why: `it is no ${format} file` };
  const version = json["version"];
  if (!Number.isInteger(version) || (version as number) < 1) return { type: "foreign", why: "it has no version" };
  if ((version as number) > KEPT_VERSION) return { type: "later" };
  for (const [name, check] of Object.entries({ ...HEAD, ...fields })) {
    if (!check(json[name])) return { type: "foreign", why: `${name} is not as expected` };
  }
  return { type: "valid", value: json as T };
}

const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && words.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "number" && value >= least && value <= most;

const isMoment: Check = (value) => typeof value === "string" && value.length <= 24 && parseMoment(value) !== null;
const isText: Check = (value) => typeof value === "string" && value.length <= 2000 && isShowable(value);

const HEAD: Readonly<Record<string, Check>> = {
  id: (value) => typeof value === "string" && /^[0-9a-z]{4,32}$/.test(value),
  program: isName,
  at: isMoment,
  utcOffsetMinutes: within(-24 * 60, 24 * 60),
};

const SIDE: Readonly<Record<string, Check>> = {
  pain: orNull(oneOf(PAIN)),
  thigh: orNull(oneOf(THIGH)),
  rotation: orNull(oneOf(ROTATION)),
  knee: orNull(oneOf(KNEE)),
  thighDegrees: orNull(within(-180, 180)),
  kneeDegrees: orNull(within(0, 180)),
};

const FINDING: Readonly<Record<string, Check>> = {
  side: oneOf(["left", "right"]),
  criterion: oneOf(CRITERIA),
  outcome: oneOf(OUTCOMES),
  muscles: (value) => isListOf(value, isName),
  shows: isText,
  follows: isText,
};

const isSide: Check = (value) => passes(value, SIDE);
const isFinding: Check = (value) => passes(value, FINDING);

function passes(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  const fields = fieldsOf(value);
  return fields !== null && Object.entries(checks).every(([name, check]) => check(fields[name]));
}
