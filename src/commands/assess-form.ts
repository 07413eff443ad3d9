/** The Thomas test as pages of questions: how to lie, what to look at, what it came to; one side at a time. */
import { degreesProblem } from "../assess/answers.ts";
import type { ResultPart } from "../assess/result-text.ts";
import type { ThomasTable } from "../assess/table-schema.ts";
import { type BothSides, type Side, type SideAnswers, UNTESTED } from "../assess/types.ts";
import type { Exercise } from "../catalog/types.ts";
import type { Answers, ChoicePage, Form, NumberPage, Page, ReadPage } from "../ui/index.tsx";

export interface AssessFormOptions {
  readonly table: ThomasTable;
  /** Says how to lie. */
  readonly exercise: Exercise;
  readonly firstSide: Side;
  /** Why the test is asked for now, where a session wants it; it can be put off there. */
  readonly offer?: string;
  /** Called once, when the last question is answered: keeps the result, and says what to show of it. */
  readonly settle: (sides: BothSides<SideAnswers>) => readonly ResultPart[];
}

type QuestionId = keyof ThomasTable["questions"];
type Value<K extends keyof SideAnswers> = SideAnswers[K];

const LATER = "later";

/** The pages. Where a side hurts nothing more is asked of it, and whether the other is tested is the person's choice. */
export function assessForm({ table, exercise, firstSide, offer, settle }: AssessFormOptions): Form {
  const sides = [firstSide, firstSide === "left" ? "right" : "left"] as const;
  const pagesOf = formPages(table, exercise);
  let settled: readonly ResultPart[] | null = null;
  const pages = (answers: Answers): readonly Page[] => {
    const offered = offer === undefined ? [] : [pagesOf.offer(offer)];
    if (answers["offer"] === LATER) return offered;
    const before = offer === undefined ? [pagesOf.before()] : [];
    const tested = sides.flatMap((side, index) => pagesOf.side(side, answers, index === 1 ? sides[0] : null));
    return [...offered, ...before, ...tested, pagesOf.result(settled ?? [])];
  };
  return {
    pages,
    reached(page, answers) {
      if (page.id === "result" && !settled) settled = settle(sidesOf(answers));
    },
  };
}

/** What was answered, side by side. */
export function sidesOf(answers: Answers): BothSides<SideAnswers> {
  return { left: sideOf(answers, "left"), right: sideOf(answers, "right") };
}

/** Whether the person wants to begin without the test. */
export function isPutOff(answers: Answers): boolean {
  return answers["offer"] === LATER;
}

function sideOf(answers: Answers, side: Side): SideAnswers {
  const pain = answers[`${side}.pain`];
  if (pain === undefined) return UNTESTED;
  const given = (id: string) => answers[`${side}.${id}`] || null;
  const degrees = (id: string) => (given(id) === null ? null : Number(given(id)));
  return {
    pain: pain as Value<"pain">,
    thigh: given("thigh") as Value<"thigh">,
    rotation: given("rotation") as Value<"rotation">,
    knee: given("knee") as Value<"knee">,
    thighDegrees: degrees("thigh-degrees"),
    kneeDegrees: degrees("knee-degrees"),
  };
}

function formPages(table: ThomasTable, exercise: Exercise) {
  const title = exercise.name;
  const meaning = exercise.sides.mode === "both" ? null : exercise.sides;

  const choice = (id: QuestionId, side: Side): ChoicePage => {
    const { text, short, help, answers } = table.questions[id];
    return {
      type: "choice",
      id: `${side}.${id}`,
      title,
      aside: `${side} side`,
      text,
      short,
      help,
      choices: answers.map(({ value, label, short: word, picture }) => ({
        value,
        label,
        short: word,
        ...(value === "no" ? { keys: ["n"] } : {}),
        ...(picture && {
          picture: picture.view === "front" ? { ...picture, middle: side === "left" ? "right" : "left" } : picture,
        }),
      })),
    };
  };

  const degrees = (id: "thigh" | "knee", side: Side, answers: Answers): readonly NumberPage[] => {
    const { measure } = table.questions[id];
    if (!measure) return [];
    const { text, short, help } = measure;
    const check = (typed: string) => degreesProblem(table, id, answers[`${side}.${id}`] ?? null, typed);
    return [{ type: "number", id: `${side}.${id}-degrees`, title, aside: `${side} side`, text, short, help, check }];
  };

  const position = (side: Side): ReadPage => ({
    type: "read",
    id: `${side}.position`,
    title,
    aside: `${side} side`,
    parts: [
      ...(meaning ? [{ kind: "heading" as const, text: `${meaning[side]}.` }] : []),
      { kind: "text", text: exercise.position },
      ...exercise.steps.slice(0, 1).map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: "Stay like this for the questions, or have someone look for you." },
    ],
    enter: "goes on",
  });

  const goOn = (side: Side): ChoicePage => {
    const fill = (text: string) => text.replaceAll("{side}", side);
    const { text, short, help, yes, no } = table.goOn;
    return {
      type: "choice",
      id: `${side}.go-on`,
      title,
      aside: "",
      text: fill(text),
      short: fill(short),
      help,
      uncounted: true,
      choices: [
        { value: "no", label: no, short: no, keys: ["n"] },
        { value: "yes", label: yes, short: yes, keys: ["y"] },
      ],
    };
  };

  return {
    offer: (why: string): ChoicePage => ({
      type: "choice",
      id: "offer",
      title,
      aside: "",
      text: "Do the test first? It takes about five minutes.",
      short: "Test first?",
      help: [why, ...table.before.items],
      uncounted: true,
      choices: [
        { value: "now", label: "Yes, now", short: "now", keys: ["y"] },
        { value: LATER, label: "Later: begin without it", short: "later", keys: ["n"] },
      ],
    }),

    before: (): ReadPage => ({
      type: "read",
      id: "before",
      title,
      aside: "",
      parts: [
        { kind: "text", text: table.before.text },
        ...table.before.items.map((text) => ({ kind: "item" as const, text })),
      ],
      enter: "begins",
    }),

    side(side: Side, answers: Answers, first: Side | null): readonly Page[] {
      const hurt = first !== null && (answers[`${first}.pain`] ?? "no") !== "no";
      if (hurt && answers[`${side}.go-on`] !== "yes") return [goOn(side)];
      const here = [...(hurt ? [goOn(side)] : []), position(side), choice("pain", side)];
      if ((answers[`${side}.pain`] ?? "no") !== "no") return here;
      return [
        ...here,
        choice("thigh", side),
        ...degrees("thigh", side, answers),
        choice("rotation", side),
        choice("knee", side),
        ...degrees("knee", side, answers),
      ];
    },

    result: (parts: readonly ResultPart[]): ReadPage => ({
      type: "read",
      id: "result",
      title: `${title}: what it came to`,
      aside: "",
      parts,
      enter: "goes on",
      final: true,
    }),
  };
}
