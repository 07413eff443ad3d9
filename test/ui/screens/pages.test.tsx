/** The pages before and after a workout, and the keys: they fit every size, and say what they should. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EndScreen } from "../../../src/ui/screens/EndScreen.tsx";
import { HelpPanel, HelpScreen } from "../../../src/ui/screens/HelpScreen.tsx";
import { OverviewScreen } from "../../../src/ui/screens/OverviewScreen.tsx";
import { SESSION_KEYS } from "../../../src/ui/session-keys.ts";
import { NO_REVIEW } from "../../../src/ui/summary.ts";
import { doing, group, paced, planOf } from "../../support/groups.ts";
import { shortPlan } from "../support/plans.ts";
import { expectToFit, renderText } from "../support/render.tsx";
import { anySize, nastyText } from "../support/text.ts";

const nothing = () => {};

const SUMMARY = {
  finished: true,
  setsCompleted: 6,
  setsPlanned: 8,
  reps: 40,
  workedMs: 312_000,
  sessionMs: 700_000,
  skipped: ["Pigeon pose, left, set 1 of 2", "Pigeon pose, right, set 1 of 2"],
  scores: [],
  muscles: [
    { name: "iliopsoas", ms: 240_000 },
    { name: "rectus femoris", ms: 120_000 },
  ],
};

describe("the overview", () => {
  const overview = (plan: ReturnType<typeof shortPlan>, from = 0) => (
    <OverviewScreen plan={plan} from={from} onStart={nothing} onLeave={nothing} />
  );

  test("says how long it takes, what it needs, its exercises, what was changed, and the notice", () => {
    const plan = shortPlan({
      notice: "This is no medical advice.",
      changes: [{ exercise: "lunge", before: "2 sets of 45 s", after: "45 s", why: "to fit 5:00" }],
    });
    expect(renderText(overview(plan), 60, 24)).toMatchInlineSnapshot(`
      "|  Evening                                            4 min
      |
      |   ██████▄▄▄▄▄▄▄▄▄▄▄▄██████ ██████████▄▄▄█████████ ███████
      |
      |  You need  no equipment
      |  Pace      one step waits for you
      |  This is no medical advice.
      |
      |  Exercises
      |  March  2 sets of 4, tempo 3-0-3-1                  2 min
      |  Lunge  45 s, each side                             2 min
      |  Test                                           your pace
      |
      |  Changed
      |  · Lunge: 45 s instead of 2 sets of 45 s, to fit 5:00
      |
      |
      |
      |
      |
      |
      |
      |  enter start · q quit"
    `);
  });

  test("of a session that is resumed says what is left, where it continues, and nothing of what was done", () => {
    const plan = shortPlan({
      changes: [{ exercise: "march", before: "3 sets of 4", after: "2 sets of 4", why: "to fit 5:00" }],
    });
    const next = plan.steps.findIndex((step) => step.exercise === "lunge" && step.kind === "switch");
    expect(renderText(overview(plan, next), 60, 16)).toMatchInlineSnapshot(`
      "|  Evening                                       1 min left
      |
      |  ▄▄▄▄▄▄▄█████████████████████████████ ███████████████████
      |
      |  Continues with Lunge, right, set 1 of 1
      |  You need  no equipment
      |  Pace      one step waits for you
      |
      |  Exercises
      |  Lunge  45 s                                         55 s
      |  Test                                           your pace
      |
      |
      |
      |  enter start · q quit"
    `);
  });

  test("estimates self-paced sets, from wherever it begins, and counts those that wait", () => {
    const plan = planOf([paced("squat", 10)], [group({ rounds: 5, rest: 60 }, doing("squat"))]);
    const text = renderText(overview(plan), 60, 16);
    expect(text).toMatch(/about 7 min\n/);
    expect(text).toMatch(/Pace +5 steps wait for you/);
    expect(renderText(overview(plan, 3), 60, 16)).toMatch(/about 5 min left\n/);
    const minutes = planOf([paced("squat", 10)], [group({ rounds: 5, every: 60 }, doing("squat"))]);
    expect(renderText(overview(minutes), 60, 16)).toMatch(/about 5 min\n[\s\S]*Pace +5 steps wait for you/);
    const open = planOf([paced("squat", 10)], [group({ rounds: null, cap: 300 }, doing("squat"))]);
    expect(renderText(overview(open), 60, 16)).toMatch(/about 5 min\n[\s\S]*Pace +one step waits for you/);
  });

  test("tells of cautions that are not seen yet, until they have been scrolled to", () => {
    const careful = Object.entries(shortPlan().exercises).map(([id, exercise]) => {
      return [id, { ...exercise, cautions: [`Keep the ${id} slow.`, `Stop if the ${id} hurts.`] }];
    });
    const plan = shortPlan({ exercises: Object.fromEntries(careful) });
    const last = (columns: number, rows: number) => renderText(overview(plan), columns, rows).split("\n").at(-1);
    expect(last(80, 16)).toMatch(/^\| +enter start · q quit +↑ ↓ scroll: 6 cautions ↓$/);
    expect(last(40, 12)).toMatch(/^\| +enter start · q quit +6 cautions ↓$/);
    expect(last(20, 5)).toMatch(/^\|enter start +care ↓$/);
    // With room for two columns they stand beside the exercises, what stops a set first.
    const wide = renderText(overview(plan), 120, 30);
    expect(wide).toMatch(/Exercises +Take care: March\n/);
    expect(wide.indexOf("Stop if the march hurts.")).toBeLessThan(wide.indexOf("Keep the march slow."));
    expect(wide).toMatch(/enter start · q quit$/);
  });

  test("says that it scrolls where it does, and only there", () => {
    expect(renderText(overview(shortPlan()), 80, 40)).toMatch(/enter start · q quit$/);
    expect(renderText(overview(shortPlan()), 40, 8)).toMatch(/enter start · q quit · ↑ ↓ scroll +↓$/);
  });
});

describe("the end", () => {
  const end = (summary = SUMMARY, notices: readonly string[] = []) => (
    <EndScreen
      plan={shortPlan()}
      summary={summary}
      review={async () => NO_REVIEW}
      notices={notices}
      onLeave={nothing}
    />
  );

  test("is not called done where every set was skipped", () => {
    const shown = renderText(end({ ...SUMMARY, setsCompleted: 0, workedMs: 0, reps: 0, muscles: [] }), 60, 26);
    expect(shown).toMatch(/^\|? *Evening +Nothing done/);
    expect(shown).not.toContain("██    ██");
  });

  test("says in big letters that it is done, then how long it took, what for, and what was skipped", () => {
    expect(renderText(end(), 60, 26)).toMatchInlineSnapshot(`
      "|  Evening
      |
      |  ██████      ████    ██    ██  ████████
      |  ██    ██  ██    ██  ████  ██  ██
      |  ██    ██  ██    ██  ██  ████  ██████
      |  ██    ██  ██    ██  ██    ██  ██
      |  ██████      ████    ██    ██  ████████
      |
      |   ██████▄▄▄▄▄▄▄▄▄▄▄▄██████ ██████████▄▄▄█████████ ███████
      |
      |  Total    11:40
      |  Work     5:12
      |  Sets     6 of 8
      |  Reps     40
      |
      |  Time under tension
      |  iliopsoas       4:00  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
      |  rectus femoris  2:00  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
      |
      |  Skipped: 2
      |  · Pigeon pose, left, set 1 of 2
      |  · Pigeon pose, right, set 1 of 2
      |
      |
      |  press any key to continue"
    `);
  });

  test("says so in a word where there is little room", () => {
    expect(renderText(end(), 40, 8)).toMatch(/^\| Evening +Done\n/);
  });

  test("says what failed at the side", () => {
    expect(renderText(end(SUMMARY, ["Sound stopped", "Sound is back"]), 60, 34)).toMatch(
      /Note\n\| +Sound stopped\n\| +Sound is back/,
    );
  });
});

describe("the help", () => {
  test.each([
    ["page", <HelpScreen key="page" keys={SESSION_KEYS} onKey={nothing} />, 80],
    ["panel", <HelpPanel key="panel" keys={SESSION_KEYS} />, 40],
  ])("as a %s names every key of the table with what it does", (_form, help, columns) => {
    const text = renderText(help, columns, 30).replaceAll(/\n\| +/g, " ");
    for (const { label, description } of SESSION_KEYS) {
      expect(text).toContain(label);
      expect(text).toContain(description);
    }
  });
});

test("no size and no text breaks a page", () => {
  fc.assert(
    fc.property(anySize(), nastyText(), (size, text) => {
      const plan = shortPlan({ title: text, notice: text });
      const [block] = plan.blocks;
      const nasty = {
        ...plan,
        blocks: [{ ...block!, dose: text, note: text, equipment: [text, text] }, ...plan.blocks.slice(1)],
      };
      const summary = { ...SUMMARY, skipped: [text], muscles: [{ name: text, ms: 1000 }] };
      expectToFit(<OverviewScreen plan={nasty} from={0} onStart={nothing} onLeave={nothing} />, size);
      expectToFit(
        <EndScreen plan={nasty} summary={summary} review={async () => NO_REVIEW} notices={[text]} onLeave={nothing} />,
        size,
      );
      expectToFit(<HelpScreen keys={SESSION_KEYS} onKey={nothing} title={text} />, size);
    }),
    { numRuns: 60 },
  );
});
