/** What stands behind a name or a group and says how it is done: rests, tempo, side, load. */
import { parseTempo } from "../tempo.ts";
import { type LineName, MODIFIERS, takeName } from "./names.ts";
import type { Scanner } from "./scanner.ts";
import type { BreathPhase, LineBlock, LineExercise, LineGroup, LineValues } from "./types.ts";

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

const TIMES = ["rest", "prepare", "switch"] as const;

/** Words for times that need a figure to be told from a name: "cap 60s", "pace 2s". */
const FIGURE_TIMES = ["cap", "pace"] as const;

/** A block with the modifiers that follow it, in any order, each once. */
export function applyBlockModifiers(scanner: Scanner, name: LineName, block: LineBlock): LineBlock {
  const draft: Draft<LineBlock> = { ...block };
  const said = new Set<string>();
  for (;;) {
    const { at } = scanner;
    const word = takeBlockWord(scanner);
    if (word === null) return draft;
    const kind = kindOf(word);
    if (said.has(kind)) scanner.fail(`${kind === "load" ? "the load" : kind} is said twice`, at);
    said.add(kind);
    scanner.note(kind, at);
    if (word === "@") applyLoad(scanner, draft, at);
    else if (word === "tempo") applyTempo(scanner, draft);
    else if (word === "inhale" || word === "exhale") applyBreath(scanner, name, draft, at);
    else if (word === "left" || word === "right") {
      requireSides(scanner, name, word, at);
      draft.side = word;
    } else if (word === "each" || word === "each side" || word === "alternating") {
      applySides(scanner, name, draft, word === "alternating" ? "alternating" : "each", at);
    } else draft[word] = scanner.expectTime(word);
  }
}

function takeBlockWord(scanner: Scanner) {
  if (scanner.isNext("for time")) scanner.fail("for time goes with a group: write for time: 50 squat");
  const breath = (["inhale", "exhale"] as const).find((word) => scanner.isNextWithFigure(word));
  if (breath) return breath;
  const time = FIGURE_TIMES.find((word) => scanner.isNextWithFigure(word));
  return scanner.takeOneOf([
    ...(["@", "each side", "each", "alternating", "left", "right", "tempo", ...TIMES] as const),
    ...(time ? [time] : []),
  ]);
}

/** The field that a word is about. */
function kindOf(word: NonNullable<ReturnType<typeof takeBlockWord>>): string {
  switch (word) {
    case "@":
      return "load";
    case "left":
    case "right":
    case "each":
    case "each side":
    case "alternating":
      return "side";
    case "inhale":
    case "exhale":
      return "strokes";
    default:
      return word;
  }
}

/** Modifiers of a group, in any order, each once; `before` are those that its header has said already. */
export function takeGroupModifiers(
  scanner: Scanner,
  before: Omit<LineGroup, "blocks"> = {},
): Omit<LineGroup, "blocks"> {
  const draft: Draft<Omit<LineGroup, "blocks">> = { ...before };
  for (;;) {
    const { at } = scanner;
    const word = scanner.takeOneOf([...GROUP_TIMES, "for time", "pick", "shuffle"]);
    if (word === null) return draft;
    const field = word === "for time" ? "count" : word;
    if (draft[field] !== undefined) scanner.fail(`${word} is said twice`, at);
    scanner.note(field, at);
    if (field === "count") draft.count = "up";
    else if (field === "shuffle") draft.shuffle = true;
    else if (field === "pick") {
      draft.pick = scanner.takeNumber() ?? scanner.fail(`expected how many to pick, ${scanner.describeNext()}`);
    } else draft[field] = scanner.expectTime(word);
  }
}

const GROUP_TIMES = ["rest", "between", "every", "cap", "prepare", "switch"] as const;

/** Without sides of its own an exercise cannot be done on one. */
function requireSides(scanner: Scanner, { known, text }: LineName, word: string, at: number): void {
  if (known?.sided) return;
  const what = known ? `${known.id} works both sides at once` : `${text} has no sides: write each side`;
  scanner.fail(`${word} changes nothing: ${what}`, at);
}

function applySides(
  scanner: Scanner,
  name: LineName,
  draft: Draft<LineBlock>,
  sides: "each" | "alternating",
  at: number,
): void {
  if (typeof draft.exercise === "object") draft.exercise = { ...draft.exercise, sides };
  else requireSides(scanner, name, sides === "each" ? "each side" : sides, at);
}

function applyTempo(scanner: Scanner, draft: Draft<LineBlock>): void {
  const { at } = scanner;
  const tempo = scanner.takeChunk();
  if (tempo === null || !parseTempo(tempo)) {
    scanner.fail("expected eccentric-pause-concentric-pause in seconds, such as 5-0-1-0 or 30X1", at);
  }
  const { exercise } = draft;
  if (typeof exercise === "string") {
    draft.tempo = tempo;
    return;
  }
  if (exercise.strokes) scanner.fail("a breath has no tempo", at);
  if (exercise.reps === undefined) scanner.fail(`${exercise.name} is done for a time: a tempo changes nothing`, at);
  draft.exercise = withSidesLast({ ...exercise, tempo });
}

/** "inhale 4s hold 7s exhale 8s": the strokes of one breath. */
function applyBreath(scanner: Scanner, { known, text }: LineName, draft: Draft<LineBlock>, at: number): void {
  const strokes: { phase: BreathPhase; seconds: number }[] = [];
  for (;;) {
    const phase = (["inhale", "exhale", "hold"] as const).find((word) => scanner.isNextWithFigure(word));
    if (!phase) break;
    scanner.take(phase);
    strokes.push({ phase, seconds: scanner.expectTime(phase) });
  }
  const { exercise } = draft;
  if (typeof exercise === "string") {
    scanner.fail(`${known?.id ?? text} has its own strokes: how to breathe changes nothing`, at);
  }
  if (exercise.tempo !== undefined) scanner.fail("a breath has no tempo", at);
  if (exercise.reps === undefined) scanner.fail(`how many breaths? Write 8 ${text} inhale 4s …`, at);
  draft.exercise = withSidesLast({ ...exercise, strokes });
}

/** The fields of an exercise in the order in which a file shows them. */
function withSidesLast({ sides, ...rest }: LineExercise): LineExercise {
  return sides ? { ...rest, sides } : rest;
}

/** "@20kg", "@green band", or a load for each set: "@22kg-20kg-18kg". */
function applyLoad(scanner: Scanner, draft: Draft<LineBlock>, at: number): void {
  const loads = [expectLoad(scanner)];
  while (scanner.take("-")) loads.push(expectLoad(scanner));
  const [only] = loads;
  if (loads.length === 1 && only !== undefined) {
    draft.load = only;
    return;
  }
  const sets: readonly LineValues[] =
    typeof draft.sets === "object" ? draft.sets : Array.from({ length: draft.sets ?? loads.length }, () => ({}));
  if (sets.length !== loads.length) scanner.fail(`${loads.length} loads for ${sets.length} sets`, at);
  draft.sets = sets.map((values, index) => ({ ...values, load: loads[index] as string }));
}

const WEIGHT = /^(\d+(?:\.\d+)?)\s*(kg|lbs?)(?![\p{L}\p{N}])/iu;

function expectLoad(scanner: Scanner): string {
  const weight = WEIGHT.exec(scanner.line.slice(scanner.at));
  if (weight) {
    scanner.at += weight[0].length;
    return `${weight[1]} ${weight[2]?.toLowerCase().slice(0, 2)}`;
  }
  const name = takeName(scanner, () => null);
  return name?.text ?? scanner.fail(`expected a load, such as @20kg or @green band, ${scanner.describeNext()}`);
}

/** Whether text can be written as a load without quotes. */
export function isPlainLoad(text: string): boolean {
  const weight = WEIGHT.exec(text);
  if (weight) return weight[0] === text && text === `${weight[1]} ${weight[2]?.toLowerCase().slice(0, 2)}`;
  return isPlainName(text);
}

/** Whether text is read back as one name: words of letters, with no modifier among them but at its beginning. */
export function isPlainName(text: string): boolean {
  const words = text.split(" ");
  const isWord = (word: string) => /^\p{L}[\p{L}\p{N}'’&+.]*(?:-[\p{L}\p{N}][\p{L}\p{N}'’&+.]*)*$/u.test(word);
  if (/ for time( |$)/i.test(text)) return false;
  return words.every(isWord) && words.slice(1).every((word) => !MODIFIERS.some((one) => one === word.toLowerCase()));
}
