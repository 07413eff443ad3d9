/** A side that hurt in the last test is left alone by every command that opens a routine, with or without a screen. */
import { describe, expect, test } from "vitest";
import { LEVELS } from "../../../src/terms.ts";
import { giveFreshHome, skipWaiting, unwind } from "../../support/run-unwind.ts";

giveFreshHome();
skipWaiting();

const ONE_SIDE = ["assess", "--left", "pain=hip", "--right", "pain=no,thigh=below,rotation=none,knee=90"];
const BOTH_SIDES = ["assess", "--left", "pain=hip", "--right", "pain=knee"];

test("the plan shows what became of each exercise, and why", async () => {
  await unwind(...ONE_SIDE);
  const { code, out } = await unwind("plan", "psoas-release");
  expect(code).toBe(0);
  expect(out).toMatch(
    /kneeling-hip-flexor-stretch: 2 sets of 30 s → left out \(your left side hurt in the test of \d+ [A-Z][a-z]+,/,
  );
  expect(out).toMatch(/foam-roll-tfl: 60 s → right side only \(your left side hurt/);
  const { changes, steps } = JSON.parse((await unwind("plan", "psoas-release", "--json")).out);
  expect(changes).toContainEqual(expect.objectContaining({ exercise: "glute-bridge", after: "left out" }));
  const sides = (steps as { kind: string; side: string | null }[]).filter(({ kind }) => kind === "set");
  expect(new Set(sides.map(({ side }) => side))).toEqual(new Set(["right"]));
});

test.each([["--plain"], ["--json"], ["--plain", "--yes"]])("run %s does no more than the plan", async (...flags) => {
  await unwind(...ONE_SIDE);
  const { out } = await unwind("run", "psoas-release", "--speed", "1000", ...flags);
  expect(out).toMatch(/foam/i);
  expect(out).not.toMatch(/set 1 of \d: 12 rep/);
});

test("where nothing is left, it says so and whom to see; a bridge is done if it is asked for by name", async () => {
  await unwind(...ONE_SIDE);
  const { code, error } = await unwind("plan", "psoas-program");
  expect(code).toBe(2);
  expect(error).toMatch(/nothing of psoas-program is left to do: your left side hurt/);
  expect(error).toContain("see a doctor or physiotherapist first");
  expect((await unwind("plan", "glute-bridge")).code).toBe(0);
  expect((await unwind("plan", "psoas-release", "--only", "bridge")).code).toBe(0);
  expect((await unwind("plan", "psoas-release", "--skip", "pir")).error).toMatch(/were left out: your left side hurt/);
});

test("with both sides nothing works the hip, not even on request", async () => {
  await unwind(...BOTH_SIDES);
  for (const words of [["psoas-release"], ["foam-roll-tfl"], ["glute-bridge"]]) {
    expect((await unwind("plan", ...words)).error).toMatch(/is left to do: both sides hurt in your test/);
  }
});

interface ToldStep {
  readonly kind: string;
  readonly exercise: string;
  readonly side: string | null;
}

/** Exercises that work one hip and leave the other at rest, of all that a guide's routine has. */
const SPARING = new Set(["foam-roll-tfl", "foam-roll-adductors-sartorius", "bedside-hip-flexor-stretch"]);

describe.each([
  ["left", ["left"], ["assess", "--left", "pain=knee", "--right", "pain=no,thigh=below,rotation=none,knee=90"]],
  ["right", ["right"], ["assess", "--right", "pain=both", "--left", "pain=no,thigh=above,rotation=out"]],
  ["left and right", ["left", "right"], BOTH_SIDES],
] as const)("where the %s side hurt", (_, painful, assess) => {
  const expectSpared = (sets: readonly ToldStep[], where: string) => {
    for (const { exercise, side } of sets) {
      if (exercise === "thomas-test") continue;
      expect(SPARING, `${where}: ${exercise}`).toContain(exercise);
      expect(painful, `${where}: ${exercise}`).not.toContain(side ?? "left");
    }
  };
  const routines = ["psoas-release", "psoas-program", "psoas-stretches", "hip-strength", "desk-break", "for-me"];

  test("no plan of any routine at any level works it", async () => {
    await unwind(...assess);
    for (const routine of routines) {
      for (const level of LEVELS) {
        const { code, out } = await unwind("plan", routine, "--level", level, "--json");
        if (code === 2) continue;
        const steps = JSON.parse(out).steps as ToldStep[];
        expectSpared(
          steps.filter(({ kind }) => kind === "set"),
          `${routine} ${level}`,
        );
      }
    }
  });

  test.each([["--json"], ["--json", "--yes"]])("no run does either (%s)", async (...flags) => {
    await unwind(...assess);
    let told = 0;
    for (const routine of routines) {
      const { code, out, error } = await unwind("run", routine, "--speed", "1000", ...flags);
      // A routine of which nothing is left says so; any other runs to its end.
      if (code !== 0)
        expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(/is left to do|has nothing to do/) });
      const events = out
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line));
      const sets = events.filter((one) => one.event === "step-started" && one.kind === "set") as ToldStep[];
      expectSpared(sets, `${routine} ${flags.join(" ")}`);
      told += sets.length;
    }
    if (painful.length === 1) expect(told).toBeGreaterThan(0);
  });
});
