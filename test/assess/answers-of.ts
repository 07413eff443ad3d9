/** Answers, results and kept files for tests of the assessment, and every combination that can be given. */
import { readScreeningTable, readThomasTable } from "../../src/assess/assessment-store.ts";
import type { ThomasTestResult } from "../../src/assess/compose-routine.ts";
import { evaluateCriteria, evaluateSides } from "../../src/assess/evaluate.ts";
import type { Assessment, Screening } from "../../src/assess/stored-record.ts";
import {
  type BothSides,
  KNEE_ANSWERS,
  PAIN_ANSWERS,
  ROTATION_ANSWERS,
  type SideAnswers,
  THIGH_ANSWERS,
  UNTESTED_ANSWERS,
} from "../../src/assess/types.ts";
import { findDataFolder } from "../../src/paths.ts";

export const TABLE = readThomasTable(findDataFolder());
export const SCREENING = readScreeningTable(findDataFolder());

/** A side that passes, but for what is given. */
export function answers(given: Partial<SideAnswers> = {}): SideAnswers {
  return {
    pain: "no",
    back: "flat",
    thigh: "below",
    drop: null,
    rotation: "none",
    knee: "square",
    thighDegrees: null,
    kneeDegrees: null,
    ...given,
  };
}

/** A side that hurt: the test ended there. */
export function hurt(pain: "hip" | "knee" | "both"): SideAnswers {
  return answers({ pain, back: null, thigh: null, rotation: null, knee: null });
}

/** A side whose lower back did not lie flat: the test ended there. */
export const ARCHED: SideAnswers = answers({ back: "arched", thigh: null, rotation: null, knee: null });

const DROPS = ["yes", "no", null] as const;

/** Every way in which one side can be answered: not tested, pain or an arched back and nothing more, and all combinations. */
export const ALL_SIDES: readonly SideAnswers[] = [
  UNTESTED_ANSWERS,
  ...(["hip", "knee", "both"] as const).map(hurt),
  ARCHED,
  ...PAIN_ANSWERS.flatMap((pain) =>
    THIGH_ANSWERS.flatMap((thigh) =>
      ROTATION_ANSWERS.flatMap((rotation) =>
        thigh === "above"
          ? DROPS.map((drop) => answers({ pain, thigh, rotation, drop, knee: null }))
          : KNEE_ANSWERS.map((knee) => answers({ pain, thigh, rotation, knee })),
      ),
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
