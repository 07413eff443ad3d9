/** Answers as words on the command line: `thigh=above,knee=straight,pain=no,rotation=none,thigh-degrees=12`. */
import { UserError } from "../errors.ts";
import { suggestNearMiss } from "../text/near-miss.ts";
import type { ScreeningTable, ThomasTable } from "./table-schema.ts";
import type { Side, SideAnswers, YesNo } from "./types.ts";

type QuestionId = keyof ThomasTable["questions"];

const QUESTION_IDS: readonly QuestionId[] = ["thigh", "pain", "rotation", "knee"];

/**
 * The answers of one side. Where it hurts the rest may be left out, as the test ends there.
 *
 * @throws UserError (exit 2), with the near miss, for a word that is not known, a contradiction or something missing.
 */
export function parseSideAnswers(table: ThomasTable, side: Side, text: string): SideAnswers {
  const flag = `--${side}`;
  const degreesOf = { "thigh-degrees": "thigh", "knee-degrees": "knee" } as const;
  const pairs = parsePairs(flag, text, [...QUESTION_IDS, ...Object.keys(degreesOf)]);
  const value = (id: QuestionId) => {
    const word = pairs.get(id);
    return word === undefined ? null : resolveAnswer(table, id, word, flag);
  };
  const pain = value("pain") as SideAnswers["pain"] | null;
  const missing = QUESTION_IDS.filter((id) => !pairs.has(id) && (id === "pain" || pain === "no"));
  if (missing.length > 0) {
    throw new UserError(`${flag}: nothing was said about ${missing.join(", ")}`, {
      hint: missing
        .map((id) => `${id}=${table.questions[id].answers.map((answer) => answer.value).join("|")}`)
        .join(" "),
    });
  }
  const degrees = (name: keyof typeof degreesOf) => {
    const word = pairs.get(name);
    if (word === undefined) return null;
    const problem = validateDegrees(table, degreesOf[name], value(degreesOf[name]), word);
    if (problem) throw new UserError(`${flag} ${name}=${word}: ${problem}`);
    return Number(word);
  };
  return {
    pain,
    thigh: value("thigh") as SideAnswers["thigh"],
    rotation: value("rotation") as SideAnswers["rotation"],
    knee: value("knee") as SideAnswers["knee"],
    thighDegrees: degrees("thigh-degrees"),
    kneeDegrees: degrees("knee-degrees"),
  };
}

/** Why degrees cannot be what was measured, in words for the person; null when they can. */
export function validateDegrees(
  table: ThomasTable,
  id: "thigh" | "knee",
  answer: string | null,
  text: string,
): string | null {
  const { measure, answers } = table.questions[id];
  if (!measure) return null;
  const value = Number(text);
  if (!/^-?\d{1,3}(\.\d)?$/.test(text.trim()) || value < measure.from || value > measure.to) {
    return `expected degrees from ${measure.from} to ${measure.to}`;
  }
  const chosen = answers.find((one) => one.value === answer);
  const [from, to] = chosen?.degrees ?? [measure.from, measure.to];
  if (value >= from && value <= to) return null;
  return `that does not go with "${chosen?.short}", which is ${from} to ${to} (${measure.axis})`;
}

/**
 * The answers of the screening: `hip=no,back=no,…`, every question answered.
 *
 * @throws UserError (exit 2) for anything else.
 */
export function parseScreeningAnswers(table: ScreeningTable, text: string): Readonly<Record<string, YesNo>> {
  const ids = table.questions.map(({ id }) => id);
  const pairs = parsePairs("--answers", text, ids);
  const missing = ids.filter((id) => !pairs.has(id));
  if (missing.length > 0) {
    throw new UserError(`--answers: nothing was said about ${missing.join(", ")}`, {
      hint: `such as ${ids.map((id) => `${id}=no`).join(",")}`,
    });
  }
  return Object.fromEntries(
    [...pairs].map(([id, word]) => {
      const known = /^(y|yes)$/i.test(word) ? "yes" : /^(n|no)$/i.test(word) ? "no" : null;
      if (!known) throw new UserError(`--answers ${id}=${word}: expected yes or no`);
      return [id, known];
    }),
  );
}

function resolveAnswer(table: ThomasTable, id: QuestionId, word: string, flag: string): string {
  const { answers } = table.questions[id];
  const wanted = word.toLowerCase();
  const found = answers.find(({ value, aliases }) => value === wanted || aliases.includes(wanted));
  if (found) return found.value;
  const known = answers.flatMap(({ value, aliases }) => [value, ...aliases]);
  throw new UserError(`${flag} ${id}=${word}: expected ${answers.map(({ value }) => value).join(", ")}`, {
    hint: suggestNearMiss(wanted, known),
  });
}

/** Names and words of "a=b,c=d", each name at most once. */
function parsePairs(flag: string, text: string, known: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const part of text.split(",").map((one) => one.trim())) {
    const equals = part.indexOf("=");
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (!known.includes(name)) {
      throw new UserError(`${flag}: there is no question "${name}"`, {
        hint: suggestNearMiss(name, known) ?? `there are ${known.join(", ")}`,
      });
    }
    const word = equals < 0 ? "" : part.slice(equals + 1).trim();
    if (word === "") throw new UserError(`${flag}: ${name} has no answer`, { hint: `such as ${name}=…` });
    if (pairs.has(name)) throw new UserError(`${flag}: ${name} is answered twice`);
    pairs.set(name, word);
  }
  return pairs;
}
