/** The Thomas test as pages of questions: how to lie, what to look at, what it came to; one side at a time. */
import type { ResultPart } from "../../assess/result-text.ts";
import type { ThomasTable } from "../../assess/table-schema.ts";
import { type BothSides, type Side, type SideAnswers, UNTESTED } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/types.ts";
import type { Answers, Form, Page } from "../../ui/index.tsx";
import { formPages, LATER } from "./test-pages.ts";

export interface AssessFormOptions {
  readonly table: ThomasTable;
  /** Says how to lie. */
  readonly exercise: Exercise;
  readonly firstSide: Side;
  /** Why the test is asked for now, where a session wants it; it can be put off there. */
  readonly offer?: string;
  /** Called once, when the last question is answered: keeps the result, and says what to show of it. */
  readonly settle: (sides: BothSides<SideAnswers>) => readonly ResultPart[];
  /** Says aloud what stands on a page that is reached, in place of what is being said; "" for a page without words. */
  readonly say?: (text: string) => void;
}

type Value<K extends keyof SideAnswers> = SideAnswers[K];

/** The pages. Where a side hurts nothing more is asked of it, and whether the other is tested is the person's choice. */
export function assessForm({ table, exercise, firstSide, offer, settle, say }: AssessFormOptions): Form {
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
      // What was settled just now belongs to the last page.
      const words = page.id === "result" ? pagesOf.result(settled ?? []).say : page.say;
      say?.(words ?? "");
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
