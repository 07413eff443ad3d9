/** Answers, results and kept files for tests of the assessment, and every combination that can be given. */

import { KNEE_ANSWERS, PAIN_ANSWERS, ROTATION_ANSWERS, THIGH_ANSWERS } from "../../src/assess/answer-values.ts";
import type { ThomasTestResult } from "../../src/assess/compose-routine.ts";
import { evaluateCriteria, evaluateSides } from "../../src/assess/evaluate.ts";
import { readScreeningTable, readThomasTable } from "../../src/assess/read-tables.ts";
import type { Assessment, Screening } from "../../src/assess/stored-record.ts";
import { type BothSides, type SideAnswers, UNTESTED_ANSWERS } from "../../src/assess/types.ts";
import { findDataFolder } from "../../src/paths.ts";

export const TABLE = readThomasTable(findDataFolder());
export const SCREENING = readScreeningTable(findDataFolder());

/** A side that passes, but for what is given. */
export function answers(given: Partial<SideAnswers> = {}): SideAnswers {
  return {
    pain: "no",
    thigh: "below",
    rotation: "none",
    knee: "square",
    thighDegrees: null,
    kneeDegrees: null,
    ...given,
  };
}

/** A side that hurt: the test ended there. */
export function hurt(pain: "hip" | "knee" | "both"): SideAnswers {
  return answers({ pain, thigh: null, rotation: null, knee: null });
}

/** Every way in which one side can be answered: not tested, pain and nothing more, and all combinations of answers. */
export const ALL_SIDES: readonly SideAnswers[] = [
  UNTESTED_ANSWERS,
  ...(["hip", "knee", "both"] as const).map(hurt),
  ...PAIN_ANSWERS.flatMap((pain) =>
    THIGH_ANSWERS.flatMap((thigh) =>
      ROTATION_ANSWERS.flatMap((rotation) => KNEE_ANSWERS.map((knee) => answers({ pain, thigh, rotation, knee }))),
    ),
  ),
];

export function tested(sides: BothSides<SideAnswers>): ThomasTestResult {
  return { sides, results: evaluateSides(TABLE, sides), summary: "Tested today." };
}

export function assessment(at: string, sides: Partial<BothSides<SideAnswers>> = {}): Assessment {
  const both = { left: answers(), right: answers(), ...sides };
  return {
    format: "unwind-assessment",
    version: 1,
    id: "abcdefgh",
    program: "1.0.0",
    at,
    utcOffsetMinutes: 60,
    test: "thomas-test",
    sides: both,
    findings: (["left", "right"] as const).flatMap((side) => evaluateCriteria(TABLE, side, both[side])),
  };
}

export function screening(at: string, yes: readonly string[] = [], decision: Screening["decision"] = null): Screening {
  return {
    format: "unwind-screening",
    version: 1,
    id: "abcdefgh",
    program: "1.0.0",
    at,
    utcOffsetMinutes: 60,
    answeredAt: at,
    answers: Object.fromEntries(SCREENING.questions.map(({ id }) => [id, yes.includes(id) ? "yes" : "no"])),
    decision,
  };
}
