/** Evaluates the answers to the Thomas test by the rules of its table. Pure. */
import type { Side } from "../terms.ts";
import { isBeyondError } from "./measure.ts";
import type { ThomasTable } from "./thomas-table.ts";
import {
  type BothSides,
  type CriterionOutcome,
  type Finding,
  QUESTION_IDS,
  SIDES,
  type SideAnswers,
  type SideResult,
} from "./types.ts";

type CriterionRule = ThomasTable["criteria"][number]["rules"][number];

/** Most serious first: the verdict for a side is the first of these outcomes that any criterion yields. */
const OUTCOMES_BY_SEVERITY: readonly CriterionOutcome[] = ["pain", "tight", "unclear", "good"];

/** The findings of all criteria that apply to a side, in table order. With an arched back only pain is reported. */
export function evaluateCriteria(table: ThomasTable, side: Side, answers: SideAnswers): Finding[] {
  return table.criteria.flatMap(({ id, rules }) => {
    if (answers.back === "arched" && id !== "pain") return [];
    const rule = rules.find(({ when }) => matchesRule(when, answers));
    if (!rule) return [];
    const { outcome, muscles, shows, follows } = rule;
    return [{ side, criterion: id, outcome, muscles, shows, follows }];
  });
}

/** Whether the answers satisfy every condition of a rule. */
export function matchesRule(when: CriterionRule["when"], answers: SideAnswers): boolean {
  return QUESTION_IDS.every((question) => {
    const wanted: readonly string[] | undefined = when[question];
    return wanted === undefined || wanted.includes(answers[question] ?? "unanswered");
  });
}

/** Evaluates one side. A side that was judged with an arched back counts as not tested, unless it hurt. */
export function evaluateSide(table: ThomasTable, side: Side, answers: SideAnswers): SideResult {
  const findings = evaluateCriteria(table, side, answers);
  const worst = OUTCOMES_BY_SEVERITY.find((outcome) => findings.some((finding) => finding.outcome === outcome));
  return {
    findings,
    verdict: answers.back === "arched" && worst !== "pain" ? "untested" : (worst ?? "untested"),
    muscles: [...new Set(findings.flatMap(({ muscles }) => muscles))],
  };
}

export function evaluateSides(table: ThomasTable, sides: BothSides<SideAnswers>): BothSides<SideResult> {
  return { left: evaluateSide(table, "left", sides.left), right: evaluateSide(table, "right", sides.right) };
}

/** Whether a side may be trained: it was tested and does not hurt. */
export function isTrainable({ verdict }: SideResult): boolean {
  return verdict !== "pain" && verdict !== "untested";
}

/**
 * The tighter side: the one with more muscles that may be short; if equal, the one with the higher thigh or the straighter
 * knee beyond the measurement error. null if there is no difference, or if a side hurts or was not tested.
 */
export function findTighterSide(results: BothSides<SideResult>, sides: BothSides<SideAnswers>): Side | null {
  if (SIDES.some((side) => !isTrainable(results[side]))) return null;
  const difference = results.left.muscles.length - results.right.muscles.length;
  if (difference !== 0) return difference > 0 ? "left" : "right";
  if (results.left.muscles.length === 0) return null;
  for (const field of ["thighDegrees", "kneeDegrees"] as const) {
    const [left, right] = [sides.left[field], sides.right[field]];
    if (left === null || right === null || !isBeyondError(left, right)) continue;
    return left > right ? "left" : "right";
  }
  return null;
}

/** Both sides in one line, to stand behind a colon: "left may be short (psoas); right passes". */
export function summariseResults(table: ThomasTable, results: BothSides<SideResult>): string {
  return SIDES.map((side) => `${side} ${summariseSide(table, results[side]).replace(/: (.*)/, " ($1)")}`).join("; ");
}

/** One side in a few words: "may be short: psoas, TFL as well", "passes". */
export function summariseSide(table: ThomasTable, { verdict, muscles }: SideResult): string {
  const { word } = table.verdicts[verdict];
  if (verdict !== "tight") return word;
  const names = table.plan.release.filter(({ muscle }) => muscles.includes(muscle)).map(({ called }) => called);
  return `${word}: ${names.join(", ")}`;
}
