/** Parts of the screen that do not change are not drawn again. */
import { type ComponentType, memo } from "react";
import { afterAll, afterEach, expect, onTestFinished, test, vi } from "vitest";
import { compilePlan } from "../../../src/plan/compile.ts";
import { each, exercise, hold, routine } from "../../support/content.ts";
import type { open } from "../support/on-screen.ts";

const counts: Record<string, number> = {};

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

const COMPONENTS = [
  "Header",
  "PhaseWord",
  "BigDigits",
  "SideSign",
  "StrokeBar",
  "Instructions",
  "NextUp",
  "Timeline",
  "KeyHints",
].map((name) => `../../../src/ui/components/${name}.tsx`);

/** The screen out of components that count; the modules of other test files are left as they are. */
async function openCounted(options: Parameters<typeof open>[0]) {
  vi.resetModules();
  for (const path of COMPONENTS) vi.doMock(path, counted);
  const screen = await import("../support/on-screen.ts");
  onTestFinished(screen.closeOpened);
  return screen.open(options);
}

afterAll(() => {
  for (const path of COMPONENTS) vi.doUnmock(path);
  vi.resetModules();
});

afterEach(() => {
  for (const name of Object.keys(counts)) delete counts[name];
});

test("in a minute of a hold the digits are drawn sixty times, and word, side and keys not at all", async () => {
  const lunge = exercise({ id: "lunge", pattern: hold(65), sides: each("one-side-first"), sets: 1, rest: 15 });
  const made = routine(lunge);
  const plan = compilePlan(made.routine, made.exercises);
  const { session, terminal, pass } = await openCounted({ plan, waitForStart: false, columns: 60, rows: 20 });
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
