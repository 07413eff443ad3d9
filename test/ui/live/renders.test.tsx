/** Parts of the screen that do not change are not drawn again. */
import { type ComponentType, memo } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { compilePlan } from "../../../src/plan/compile.ts";
import { each, exercise, hold, routine } from "../../support/content.ts";
import { open } from "../support/on-screen.ts";

const counts = vi.hoisted(() => ({}) as Record<string, number>);

/** The components of a module, each of which counts how often it is drawn. */
async function counted(original: () => Promise<object>): Promise<object> {
  const parts = Object.entries(await original()).map(([name, part]) => {
    const draw = (part as { type?: ComponentType<object> }).type;
    if (typeof draw !== "function") return [name, part];
    const Draw = draw as (props: object) => unknown;
    return [
      name,
      memo((props: object) => {
        counts[name] = (counts[name] ?? 0) + 1;
        return Draw(props) as React.ReactNode;
      }),
    ];
  });
  return Object.fromEntries(parts);
}

vi.mock("../../../src/ui/components/Header.tsx", counted);
vi.mock("../../../src/ui/components/PhaseWord.tsx", counted);
vi.mock("../../../src/ui/components/BigDigits.tsx", counted);
vi.mock("../../../src/ui/components/SideSign.tsx", counted);
vi.mock("../../../src/ui/components/StrokeBar.tsx", counted);
vi.mock("../../../src/ui/components/Instructions.tsx", counted);
vi.mock("../../../src/ui/components/NextUp.tsx", counted);
vi.mock("../../../src/ui/components/Timeline.tsx", counted);
vi.mock("../../../src/ui/components/KeyHints.tsx", counted);

afterEach(() => {
  for (const name of Object.keys(counts)) delete counts[name];
});

test("in a minute of a hold the digits are drawn sixty times, and word, side and keys not at all", async () => {
  const lunge = exercise({ id: "lunge", pattern: hold(65), sides: each("one-side-first"), sets: 1, rest: 15 });
  const made = routine(lunge);
  const plan = compilePlan(made.routine, made.exercises);
  const { session, terminal, pass } = open({ plan, waitForStart: false, columns: 60, rows: 20 });
  while (session.frame().exercise !== "Lunge" || session.frame().kind !== "set") session.send({ type: "skip" });
  await terminal.screen();
  await pass(1);
  for (const name of Object.keys(counts)) delete counts[name];
  for (let quarter = 0; quarter < 240; quarter++) await pass(0.25);
  expect(session.frame()).toMatchObject({ phase: "hold", digits: "4" });
  const { BigDigits = 0, TimedTimeline = 0, StrokeBar = 0, Instructions = 0, ...others } = counts;
  expect(BigDigits).toBe(60);
  // The times change with the digits, the cells of the bars now and then, the cue every ten seconds.
  expect(TimedTimeline).toBeLessThan(75);
  expect(StrokeBar).toBeLessThan(70);
  expect(Instructions).toBeLessThanOrEqual(7);
  expect(others).toEqual({});
});
