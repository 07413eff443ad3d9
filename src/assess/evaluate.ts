/** From the answers of the Thomas test to what they say, by the rules of its table. Pure. */

import type { CriterionOutcome } from "./answer-values.ts";
import type { ThomasTable } from "./table-schema.ts";
import { type BothSides, type Finding, SIDES, type Side, type SideAnswers, type SideResult } from "./types.ts";

type CriterionRule = ThomasTable["criteria"][number]["rules"][number];

/** The gravest first: what a side comes to is the first of these that any criterion says. */
const OUTCOMES_BY_SEVERITY: readonly CriterionOutcome[] = ["pain", "tight", "unclear", "good"];

/** What every criterion that was looked at says of a side, in the order of the table. */
export function evaluateCriteria(table: ThomasTable, side: Side, answers: SideAnswers): Finding[] {
  return table.criteria.flatMap(({ id, rules }) => {
    const rule = rules.find(({ when }) => matchesRule(when, answers));
    if (!rule) return [];
    const { outcome, muscles, shows, follows } = rule;
    return [{ side, criterion: id, outcome, muscles, shows, follows }];
  });
}

/** Whether every answer that a rule asks for was given. */
export function matchesRule(when: CriterionRule["when"], answers: SideAnswers): boolean {
  return (["thigh", "pain", "rotation", "knee"] as const).every((question) => {
    const wanted: readonly string[] | undefined = when[question];
    const given = answers[question];
    return wanted === undefined || (given !== null && wanted.includes(given));
  });
}

/** One side as a whole. */
export function evaluateSide(table: ThomasTable, side: Side, answers: SideAnswers): SideResult {
  const findings = evaluateCriteria(table, side, answers);
  return {
    findings,
    verdict:
      OUTCOMES_BY_SEVERITY.find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? "untested",
    muscles: [...new Set(findings.flatMap(({ muscles }) => muscles))],
  };
}

export function evaluateSides(table: ThomasTable, sides: BothSides<SideAnswers>): BothSides<SideResult> {
  return { left: evaluateSide(table, "left", sides.left), right: evaluateSide(table, "right", sides.right) };
}

/** Whether a side may be worked on: it was tested, and does not hurt. */
export function isTrainable({ verdict }: SideResult): boolean {
  return verdict !== "pain" && verdict !== "untested";
}

/** Two measurements with a phone differ by some degrees from one time to the next; less is no difference. */
const MIN_DEGREES_DIFFERENCE = 5;

/**
 * The tighter side: the one with more muscles that look short; of equals, the one whose thigh was measured higher or
 * whose knee was measured straighter. null when neither is, or when one hurts or was not tested.
 */
export function findTighterSide(results: BothSides<SideResult>, sides: BothSides<SideAnswers>): Side | null {
  if (SIDES.some((side) => !isTrainable(results[side]))) return null;
  const more = results.left.muscles.length - results.right.muscles.length;
  if (more !== 0) return more > 0 ? "left" : "right";
  if (results.left.muscles.length === 0) return null;
  for (const field of ["thighDegrees", "kneeDegrees"] as const) {
    const [left, right] = [sides.left[field], sides.right[field]];
    if (left === null || right === null || Math.abs(left - right) < MIN_DEGREES_DIFFERENCE) continue;
    return left > right ? "left" : "right";
  }
  return null;
}

/** "left: iliopsoas short; right: passes": both sides in a line. */
export function summariseResults(table: ThomasTable, results: BothSides<SideResult>): string {
  return SIDES.map((side) => `${side}: ${summariseSide(table, results[side])}`).join("; ");
}

/** "iliopsoas short": one side in some words. */
export function summariseSide(table: ThomasTable, { verdict, muscles }: SideResult): string {
  const { word } = table.verdicts[verdict];
  return verdict === "tight" ? `${muscles.join(", ")} ${word}` : word;
}
