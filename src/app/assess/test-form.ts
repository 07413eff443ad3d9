/** The Thomas test as pages of questions: how to lie, what to look at, what it came to; one side at a time. */
import type { ResultParagraph } from "../../assess/describe-result.ts";
import type { ThomasTable } from "../../assess/table-schema.ts";
import { type BothSides, type Side, type SideAnswers, UNTESTED_ANSWERS } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/types.ts";
import type { Form, FormAnswers, FormPage } from "../../ui/index.tsx";
import { createAssessPages, LATER } from "./test-pages.ts";

export interface AssessFormOptions {
  readonly table: ThomasTable;
  /** Says how to lie. */
  readonly exercise: Exercise;
  readonly firstSide: Side;
  /** Why the test is asked for now, where a session wants it; it can be put off there. */
  readonly reason?: string;
  /** Called once, when the last question is answered: keeps the result, and says what to show of it. */
  readonly onComplete: (sides: BothSides<SideAnswers>) => readonly ResultParagraph[];
  /** Says aloud what stands on a page that is reached, in place of what is being said; "" for a page without words. */
  readonly say?: (text: string) => void;
}

type SideAnswer<K extends keyof SideAnswers> = SideAnswers[K];

/** The pages. Where a side hurts nothing more is asked of it, and whether the other is tested is the person's choice. */
export function createAssessForm({ table, exercise, firstSide, reason, onComplete, say }: AssessFormOptions): Form {
  const sides = [firstSide, firstSide === "left" ? "right" : "left"] as const;
  const pagesOf = createAssessPages(table, exercise);
  let settled: readonly ResultParagraph[] | null = null;
  const pages = (answers: FormAnswers): readonly FormPage[] => {
    const offered = reason === undefined ? [] : [pagesOf.offer(reason)];
    if (answers["offer"] === LATER) return offered;
    const before = reason === undefined ? [pagesOf.before()] : [];
    const tested = sides.flatMap((side, index) => pagesOf.side(side, answers, index === 1 ? sides[0] : null));
    return [...offered, ...before, ...tested, pagesOf.result(settled ?? [])];
  };
  return {
    pages,
    onPageReached(page, answers) {
      if (page.id === "result" && !settled) settled = onComplete(collectSides(answers));
      // What was settled just now belongs to the last page.
      const words = page.id === "result" ? pagesOf.result(settled ?? []).say : page.say;
      say?.(words ?? "");
    },
  };
}

/** What was answered, side by side. */
export function collectSides(answers: FormAnswers): BothSides<SideAnswers> {
  return { left: collectSide(answers, "left"), right: collectSide(answers, "right") };
}

/** Whether the person wants to begin without the test. */
export function isPostponed(answers: FormAnswers): boolean {
  return answers["offer"] === LATER;
}

function collectSide(answers: FormAnswers, side: Side): SideAnswers {
  const pain = answers[`${side}.pain`];
  if (pain === undefined) return UNTESTED_ANSWERS;
  const given = (id: string) => answers[`${side}.${id}`] || null;
  const degrees = (id: string) => (given(id) === null ? null : Number(given(id)));
  return {
    pain: pain as SideAnswer<"pain">,
    thigh: given("thigh") as SideAnswer<"thigh">,
    rotation: given("rotation") as SideAnswer<"rotation">,
    knee: given("knee") as SideAnswer<"knee">,
    thighDegrees: degrees("thigh-degrees"),
    kneeDegrees: degrees("knee-degrees"),
  };
}
