/** Answers, results and kept files for tests of the assessment, and every combination that can be given. */

import type { Tested } from "../../src/assess/compose.ts";
import { findingsOf, resultsOf } from "../../src/assess/findings.ts";
import type { Assessment, Screening } from "../../src/assess/kept.ts";
import { readScreeningTable, readThomasTable } from "../../src/assess/tables.ts";
import { type BothSides, type SideAnswers, UNTESTED } from "../../src/assess/types.ts";
import { KNEE, PAIN, ROTATION, THIGH } from "../../src/assess/words.ts";
import { dataFolder } from "../../src/paths.ts";

export const TABLE = readThomasTable(dataFolder());
export const SCREENING = readScreeningTable(dataFolder());

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
  UNTESTED,
  ...(["hip", "knee", "both"] as const).map(hurt),
  ...PAIN.flatMap((pain) =>
    THIGH.flatMap((thigh) =>
      ROTATION.flatMap((rotation) => KNEE.map((knee) => answers({ pain, thigh, rotation, knee }))),
    ),
  ),
];

export function tested(sides: BothSides<SideAnswers>): Tested {
  return { sides, results: resultsOf(TABLE, sides), summary: "Tested today." };
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
    findings: (["left", "right"] as const).flatMap((side) => findingsOf(TABLE, side, both[side])),
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
