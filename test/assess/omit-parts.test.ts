/** A routine that begins with test and screening, done by somebody who was tested and screened. */
import { expect, test } from "vitest";
import { omitPartsNotDue } from "../../src/assess/omit-parts.ts";
import { parseTimestamp } from "../../src/calendar.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { answers, assessment, hurt, SCREENING, screening, TABLE } from "./answers-of.ts";

const { routines, exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
const release = routines.get("psoas-release") as Routine;
const NOW = parseTimestamp("2026-11-22T08:00:00.000Z") ?? 0;
const TABLES = { thomas: TABLE, screening: SCREENING };
const NOTHING = { assessment: null, screening: null };
const SHORT = { left: answers({ thigh: "above" }) };

test("who was never tested or screened finds it as it is written", () => {
  expect(omitPartsNotDue(release, NOTHING, TABLES, NOW)).toEqual(release);
});

test("a test of the last thirty days is left out with a word about what it found", () => {
  const routine = omitPartsNotDue(
    release,
    { ...NOTHING, assessment: assessment("2026-10-24T08:00:00.000Z", SHORT) },
    TABLES,
    NOW,
  );
  expect(routine.sections[0]).toMatchObject({
    blocks: [],
    advice: ["Tested on 24 Oct: left may be short (psoas); right passes. Test skipped; to repeat it: unwind assess"],
  });
  const plan = compilePlan(routine, exercises);
  expect([plan.openSteps, plan.steps.some((step) => step.exercise === "thomas-test")]).toEqual([0, false]);
  expect(plan.sections[0]?.advice).toHaveLength(1);
});

test("an older test is done again", () => {
  const old = { ...NOTHING, assessment: assessment("2026-10-23T08:00:00.000Z", SHORT) };
  expect(omitPartsNotDue(release, old, TABLES, NOW).sections[0]).toEqual(release.sections[0]);
});

test("a screening that stands is told before the guide's advice, which stays", () => {
  const known = { ...NOTHING, screening: screening("2026-11-01T08:00:00.000Z", ["night"], "go-on") };
  const advice = omitPartsNotDue(release, known, TABLES, NOW).sections[1]?.advice ?? [];
  expect(advice[0]).toMatch(/^Screened on 1 Nov: yes to night pain: see someone first\./);
  expect(advice.slice(1)).toEqual(release.sections[1]?.advice);
  const long = { ...NOTHING, screening: screening("2026-08-01T08:00:00.000Z") };
  expect(omitPartsNotDue(release, long, TABLES, NOW).sections[1]).toEqual(release.sections[1]);
});

test("a screening that is due is asked, and nobody is told that it is left out: pain since", () => {
  const at = (sides: Parameters<typeof assessment>[1], assessedAt: string) => ({
    assessment: assessment(assessedAt, sides),
    screening: screening("2026-11-01T08:00:00.000Z"),
  });
  const told = (known: Parameters<typeof omitPartsNotDue>[1]) =>
    omitPartsNotDue(release, known, TABLES, NOW).sections[1]?.advice[0];
  const pain = { left: hurt("hip") };
  expect(told(at(pain, "2026-11-20T08:00:00.000Z"))).toBe(release.sections[1]?.advice[0]);
  expect(told(at(pain, "2026-10-30T08:00:00.000Z"))).toMatch(/^Screened on 1 Nov: nothing to rule out\./);
  expect(told(at({}, "2026-11-20T08:00:00.000Z"))).toMatch(/^Screened on 1 Nov/);
});

test("where only the decision about a yes is open, the answer stands and its questions are left out", () => {
  const known = { ...NOTHING, screening: screening("2026-11-01T08:00:00.000Z", ["night"], "wait") };
  expect(omitPartsNotDue(release, known, TABLES, NOW).sections[1]?.advice[0]).toMatch(
    /^Screened on .*yes to night pain/,
  );
});

test("other routines have nothing to leave out", () => {
  const program = routines.get("psoas-program") as Routine;
  const known = {
    assessment: assessment("2026-11-20T08:00:00.000Z"),
    screening: screening("2026-11-20T08:00:00.000Z"),
  };
  expect(omitPartsNotDue(program, known, TABLES, NOW)).toEqual(program);
});
