/**
 * What is kept of assessments and screenings: one immutable file each, `assessments/YYYY/MM/<time>-<id>.json` and
 * `screenings/YYYY/MM/<time>-<id>.json`, beside the sessions.
 *
 * What was found is copied in, so that a later table never rewrites the past. Times are ISO 8601 in UTC.
 */
import * as z from "zod/mini";
import { isShowable } from "../journal/checks.ts";
import { line, moment, offset, sessionId } from "../journal/format.ts";
import { type Read, readVersioned } from "../journal/migrate.ts";
import { KNEE, OUTCOMES, PAIN, ROTATION, THIGH } from "./table-schema.ts";

export const ASSESSMENT_FORMAT = "unwind-assessment";
export const SCREENING_FORMAT = "unwind-screening";
export const KEPT_VERSION = 1;

const text = z.string().check(z.maxLength(2000), z.refine(isShowable, "no control characters"));

const sideAnswers = z.object({
  pain: z.nullable(z.enum(PAIN)),
  thigh: z.nullable(z.enum(THIGH)),
  rotation: z.nullable(z.enum(ROTATION)),
  knee: z.nullable(z.enum(KNEE)),
  thighDegrees: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
  kneeDegrees: z.nullable(z.number().check(z.gte(0), z.lte(180))),
});

const finding = z.object({
  side: z.enum(["left", "right"]),
  criterion: z.enum(["thigh", "pain", "rotation", "knee"]),
  outcome: z.enum(OUTCOMES),
  muscles: z.readonly(z.array(line)),
  shows: text,
  follows: text,
});

const head = {
  version: z.literal(KEPT_VERSION),
  id: sessionId,
  /** The version of the program that wrote it. */
  program: line,
  at: moment,
  utcOffsetMinutes: offset,
};

const assessmentFile = z.looseObject({
  format: z.literal(ASSESSMENT_FORMAT),
  ...head,
  test: line,
  sides: z.object({ left: sideAnswers, right: sideAnswers }),
  findings: z.array(finding),
});

const screeningFile = z.looseObject({
  format: z.literal(SCREENING_FORMAT),
  ...head,
  /** When the questions were answered: earlier than `at` where only the decision is new. */
  answeredAt: moment,
  answers: z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)), z.enum(["yes", "no"])),
  /** What the person decided about a yes; null: nothing to decide, or not asked. */
  decision: z.nullable(z.enum(["go-on", "wait"])),
});

export type Assessment = z.infer<typeof assessmentFile>;
export type Screening = z.infer<typeof screeningFile>;

export function readAssessment(json: string): Read<Assessment> {
  return readVersioned(json, {
    format: ASSESSMENT_FORMAT,
    version: KEPT_VERSION,
    migrations: [],
    schema: assessmentFile,
  });
}

export function readScreening(json: string): Read<Screening> {
  return readVersioned(json, {
    format: SCREENING_FORMAT,
    version: KEPT_VERSION,
    migrations: [],
    schema: screeningFile,
  });
}
