/** The Thomas test as pages: how to lie, what to look at, and the result; one side at a time. */
import type { ResultParagraph } from "../../assess/describe-result.ts";
import { averageMeasurements, computeThighAngle } from "../../assess/measure.ts";
import type { ThomasTable } from "../../assess/thomas-table.ts";
import { type BothSides, type SideAnswers, UNTESTED_ANSWERS } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import type { Clock } from "../../clock.ts";
import { oppositeSide, type Side } from "../../terms.ts";
import type { Form, FormAnswers, FormPage, FormScreenHandle } from "../../ui/index.tsx";
import { collectMeasurements } from "./measurement-pages.ts";
import { createAssessPages, LATER, POSITION } from "./test-pages.ts";

interface AssessFormOptions {
  readonly table: ThomasTable;
  /** Explains the position. */
  readonly exercise: Exercise;
  readonly firstSide: Side;
  /** Why the test is offered before a session, where it can be put off. */
  readonly reason?: string;
  /** Called once, when the last question is answered: stores the result and returns what to show of it. */
  readonly onComplete: (sides: BothSides<SideAnswers>) => readonly ResultParagraph[];
  /** Speaks the text of a page that is reached, in place of what is being said; "" silences it. */
  readonly say?: (text: string) => void;
  /** Lets the pages of the position go on by themselves. */
  readonly clock?: Clock;
}

/** The form. A side that hurts is asked nothing more, and whether the other is tested is the person's choice. */
export function createAssessForm(options: AssessFormOptions): Form {
  const { table, exercise, firstSide, reason, onComplete, say, clock } = options;
  const sides = [firstSide, oppositeSide(firstSide)] as const;
  const pagesOf = createAssessPages(table, exercise);
  let secondsLeft = table.advance.afterSeconds;
  let settled: readonly ResultParagraph[] | null = null;
  const pages = (answers: FormAnswers): readonly FormPage[] => {
    const offered = reason === undefined ? [] : [pagesOf.offer(reason)];
    if (answers["offer"] === LATER) return offered;
    const before = reason === undefined ? [pagesOf.before()] : [];
    const tested = sides.flatMap((side, index) =>
      pagesOf.side(side, answers, index === 1 ? sides[0] : null, secondsLeft),
    );
    return [...offered, ...before, ...tested, pagesOf.result(settled ?? [])];
  };
  let screen: FormScreenHandle | null = null;
  let cancelCountdown = () => {};
  /** Shows what is left of the countdown, says what belongs to it, and goes on at its end or as soon as the page allows. */
  const countDown = (pageId: string) => {
    if (!clock) return;
    const startMs = clock.monotonicMs();
    const { afterSeconds, sayAt } = table.advance;
    const speech = sayAt.map(({ seconds, text }) => clock.callAt(startMs + seconds * 1000, () => say?.(text)));
    let cancelTick = () => {};
    const tickAt = (second: number) => {
      cancelTick = clock.callAt(startMs + second * 1000, () => {
        tickAt(second + 1);
        secondsLeft = Math.max(0, afterSeconds - second);
        if (secondsLeft === 0) screen?.goOnFrom(pageId);
        else screen?.redraw();
      });
    };
    tickAt(1);
    cancelCountdown = () => {
      for (const cancel of [...speech, cancelTick]) cancel();
    };
  };
  return {
    pages,
    onShown(handle) {
      screen = handle;
      return () => {
        cancelCountdown();
        screen = null;
      };
    },
    onPageReached(page, answers) {
      cancelCountdown();
      cancelCountdown = () => {};
      secondsLeft = table.advance.afterSeconds;
      if (page.id.endsWith(POSITION)) countDown(page.id);
      if (page.id === "result" && !settled) settled = onComplete(collectSides(answers));
      // The page was built before the result was there.
      const words = page.id === "result" ? pagesOf.result(settled ?? []).say : page.say;
      say?.(words ?? "");
    },
  };
}

/** The answers of each side. */
export function collectSides(answers: FormAnswers): BothSides<SideAnswers> {
  return { left: collectSide(answers, "left"), right: collectSide(answers, "right") };
}

/** Whether the person wants to start without the test. */
export function isPostponed(answers: FormAnswers): boolean {
  return answers["offer"] === LATER;
}

function collectSide(answers: FormAnswers, side: Side): SideAnswers {
  const pain = answers[`${side}.pain`];
  if (pain === undefined) return UNTESTED_ANSWERS;
  const given = (id: string) => answers[`${side}.${id}`] || null;
  const average = (id: string) => averageMeasurements(collectMeasurements(answers, `${side}.${id}`));
  const [length, height] = [average("thigh-length"), average("knee-height")];
  // The pages offer no other answers than those of the table.
  return {
    pain,
    back: given("back"),
    thigh: given("thigh"),
    drop: given("drop"),
    rotation: given("rotation"),
    knee: given("knee"),
    thighDegrees: average("thigh-degrees") ?? (length && height !== null ? computeThighAngle(height, length) : null),
    kneeDegrees: average("knee-degrees"),
  } as SideAnswers;
}
