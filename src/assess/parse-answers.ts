/** Parses answers given on the command line: `pain=no,back=flat,thigh=above,drop=yes,rotation=none,thigh-degrees=12`. */
import { UserError } from "../errors.ts";
import { suggestNearMiss } from "../text/near-miss.ts";
import { averageMeasurements, computeThighAngle } from "./measure.ts";
import { isEmergency } from "./screening.ts";
import type { ScreeningTable } from "./screening-table.ts";
import type { ThomasTable } from "./thomas-table.ts";
import { QUESTION_IDS, type QuestionId, type SideAnswers, type YesNo } from "./types.ts";

/** Measurements, each as one figure or several to be averaged: 12/14/13. */
const MEASUREMENT_NAMES = ["thigh-degrees", "thigh-length", "knee-height", "knee-degrees"] as const;
type MeasurementName = (typeof MEASUREMENT_NAMES)[number];

/**
 * Parses the answers for one side. If it hurts or the back is arched, the other answers may be omitted, because the test
 * ends there. The back counts as flat if nothing is said about it. While the thigh is high, the knee cannot be judged:
 * its answer may be omitted too.
 *
 * @throws UserError (exit 2), with a suggestion, if a name or value is unknown, answers contradict each other or one is
 * missing.
 */
export function parseSideAnswers(table: ThomasTable, side: "left" | "right", text: string): SideAnswers {
  const flag = `--${side}`;
  const pairs = parsePairs(flag, text, [...QUESTION_IDS, ...MEASUREMENT_NAMES]);
  const answers = new Map(
    QUESTION_IDS.flatMap((id) => {
      const given = pairs.get(id);
      return given === undefined ? [] : [[id, resolveAnswer(table, id, given, flag)] as const];
    }),
  );
  if (!answers.has("back")) answers.set("back", "flat");
  const missing = listRequired(answers).filter((id) => !answers.has(id));
  if (missing.length > 0) {
    throw new UserError(`${flag}: no answer for ${missing.join(", ")}`, {
      hint: missing.map((id) => `${id}=${table.questions[id].answers.map(({ value }) => value).join("|")}`).join(" "),
    });
  }
  const read = (id: QuestionId) => answers.get(id) ?? null;
  const measure = (name: MeasurementName, check: (figure: string) => string | null) =>
    parseMeasurement(flag, name, pairs.get(name), check);
  const thighLength = measure("thigh-length", (figure) => validateLength(table, "length", figure));
  const kneeHeight = measure("knee-height", (figure) => validateHeight(table, read("thigh"), thighLength, figure));
  const thighDegrees = measure("thigh-degrees", (figure) => validateDegrees(table, "thigh", read("thigh"), figure));
  return {
    ...(Object.fromEntries(QUESTION_IDS.map((id) => [id, read(id)])) as unknown as Pick<SideAnswers, QuestionId>),
    thighDegrees:
      thighDegrees ?? (kneeHeight === null || thighLength === null ? null : computeThighAngle(kneeHeight, thighLength)),
    kneeDegrees: measure("knee-degrees", (figure) => validateDegrees(table, "knee", read("knee"), figure)),
  };
}

/** The questions that these answers leave open. */
function listRequired(answers: ReadonlyMap<QuestionId, string>): readonly QuestionId[] {
  if (answers.get("pain") !== "no" || answers.get("back") !== "flat") return ["pain"];
  return answers.get("thigh") === "above" ? ["pain", "thigh", "rotation"] : ["pain", "thigh", "rotation", "knee"];
}

function parseMeasurement(
  flag: string,
  name: MeasurementName,
  text: string | undefined,
  check: (figure: string) => string | null,
): number | null {
  const figures = text?.split("/") ?? [];
  for (const figure of figures) {
    const problem = check(figure);
    if (problem) throw new UserError(`${flag} ${name}=${text}: ${problem}`);
  }
  return averageMeasurements(figures.map(Number));
}

/** Explains to the user why a measured angle is not plausible; null if it is. */
export function validateDegrees(
  table: ThomasTable,
  id: "thigh" | "knee",
  answer: string | null,
  text: string,
): string | null {
  const { measure, answers } = table.questions[id];
  if (!measure) return null;
  if (!isWithin(text, measure)) return `expected degrees from ${measure.from} to ${measure.to}`;
  const chosen = answers.find(({ value }) => value === answer);
  const [from, to] = chosen?.degrees ?? [measure.from, measure.to];
  if (Number(text) >= from && Number(text) <= to) return null;
  return `that contradicts "${chosen?.short}", which means ${from} to ${to} (${measure.axis})`;
}

/** Explains why a length cannot be one of a thigh, or a height one of a knee; null if it can. */
export function validateLength({ measuring }: ThomasTable, which: "length" | "height", text: string): string | null {
  const { from, to } = measuring[which];
  return isWithin(text, measuring[which]) ? null : `expected a figure from ${from} to ${to}`;
}

/** Explains why a knee cannot be that high over the edge with a thigh of that length; null if it can. */
export function validateHeight(
  table: ThomasTable,
  thigh: string | null,
  thighLength: number | null,
  text: string,
): string | null {
  const problem = validateLength(table, "height", text);
  if (problem) return problem;
  if (thighLength === null) return "it needs the length of the thigh as well: thigh-length=42";
  if (Math.abs(Number(text)) >= thighLength) return "it must be less than the length of the thigh";
  return validateDegrees(table, "thigh", thigh, String(computeThighAngle(Number(text), thighLength)));
}

function isWithin(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return /^-?\d{1,3}(\.\d)?$/.test(text.trim()) && Number(text) >= from && Number(text) <= to;
}

/**
 * Parses the answers to the screening: `emergency=no,hip=no,…`. Every question needs one, but an emergency stands alone.
 *
 * @throws UserError (exit 2) otherwise.
 */
export function parseScreeningAnswers(table: ScreeningTable, text: string): Readonly<Record<string, YesNo>> {
  const ids = table.questions.map(({ id }) => id);
  const pairs = parsePairs("--answers", text, ids);
  const answers = Object.fromEntries(
    [...pairs].map(([id, value]): [string, YesNo] => {
      const answer = /^(y|yes)$/i.test(value) ? "yes" : /^(n|no)$/i.test(value) ? "no" : null;
      if (!answer) throw new UserError(`--answers ${id}=${value}: expected yes or no`);
      return [id, answer];
    }),
  );
  const missing = isEmergency({ answers }, table) ? [] : ids.filter((id) => !pairs.has(id));
  if (missing.length > 0) {
    throw new UserError(`--answers: no answer for ${missing.join(", ")}`, {
      hint: `for example ${ids.map((id) => `${id}=no`).join(",")}`,
    });
  }
  return answers;
}

function resolveAnswer(table: ThomasTable, id: QuestionId, text: string, flag: string): string {
  const { answers } = table.questions[id];
  const wanted = text.toLowerCase();
  const found = answers.find(({ value, aliases }) => value === wanted || aliases.includes(wanted));
  if (found) return found.value;
  const known = answers.flatMap(({ value, aliases }) => [value, ...aliases]);
  throw new UserError(`${flag} ${id}=${text}: expected ${answers.map(({ value }) => value).join(", ")}`, {
    hint: suggestNearMiss(wanted, known),
  });
}

/** Parses "a=b,c=d" into names and values; each name may occur once. */
function parsePairs(flag: string, text: string, allowedNames: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of text.split(",").map((part) => part.trim())) {
    const equals = pair.indexOf("=");
    const name = (equals < 0 ? pair : pair.slice(0, equals)).trim().toLowerCase();
    if (!allowedNames.includes(name)) {
      throw new UserError(`${flag}: unknown question "${name}"`, {
        hint: suggestNearMiss(name, allowedNames) ?? `questions: ${allowedNames.join(", ")}`,
      });
    }
    const value = equals < 0 ? "" : pair.slice(equals + 1).trim();
    if (value === "") throw new UserError(`${flag}: ${name} has no answer`, { hint: `for example ${name}=…` });
    if (pairs.has(name)) throw new UserError(`${flag}: ${name} is answered twice`);
    pairs.set(name, value);
  }
  return pairs;
}
