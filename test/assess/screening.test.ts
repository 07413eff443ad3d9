/** When the screening is asked. */
import { describe, expect, test } from "vitest";
import {
  describeYesAnswers,
  findScreeningReasonForPlan,
  isEmergency,
  isHipExercise,
  isHipPlan,
  isTestCurrent,
  reportsPain,
  selectYesQuestions,
  targetsHip,
} from "../../src/assess/screening.ts";
import type { Assessment, Screening } from "../../src/assess/stored-record.ts";
import { UNTESTED_ANSWERS } from "../../src/assess/types.ts";
import { parseTimestamp } from "../../src/calendar.ts";
import { createSingleExerciseRoutine } from "../../src/catalog/create-routine.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { exercise, routine } from "../support/content.ts";
import { assessment, hurt, SCREENING, screening, TABLE } from "./answers-of.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
const NOW = parseTimestamp("2026-11-22T08:00:00.000Z") ?? 0;
const program = catalog.routines.get("psoas-program") as Routine;

/** What a plan of the routine holds of its exercises. */
const planned = ({ sections }: Routine, exercises: ReadonlyMap<string, Exercise> = catalog.exercises) => ({
  exercises: Object.fromEntries(
    sections.flatMap(({ blocks }) => blocks).map(({ exercise: id }) => [id, exercises.get(id) as Exercise]),
  ),
});
const due = (known: { screening?: Screening; assessment?: Assessment }, of = planned(program)) =>
  findScreeningReasonForPlan({ screening: null, assessment: null, ...known }, of, SCREENING, NOW);

test("before the first run of a routine that works the hip", () => {
  expect(due({})).toBe("never");
});

test.each(["desk-break", "hip-strength", "micro-break", "psoas-program", "psoas-release", "psoas-stretches"])(
  "%s works the hip",
  (id) => {
    expect(isHipPlan(planned(catalog.routines.get(id) as Routine), SCREENING)).toBe(true);
  },
);

test.each(["thomas-test", "foam-roll-tfl"])("%s alone neither stretches nor loads the hip: nothing is asked", (id) => {
  expect(due({}, planned(createSingleExerciseRoutine(catalog.exercises.get(id) as Exercise)))).toBeNull();
});

test("a routine for the shoulders asks nothing", () => {
  const arms = routine({ ...exercise({ id: "press" }), targets: ["deltoid"] });
  expect(due({}, planned(arms.routine, arms.exercises))).toBeNull();
});

test("not within ninety days, and again from the ninetieth on", () => {
  expect(due({ screening: screening("2026-08-24T08:00:00.001Z") })).toBeNull();
  expect(due({ screening: screening("2026-08-24T08:00:00.000Z") })).toBe("old");
});

test("again when a test has reported pain since", () => {
  const screened = screening("2026-11-01T08:00:00.000Z");
  const pain = { left: hurt("hip") };
  expect(due({ screening: screened, assessment: assessment("2026-11-02T08:00:00.000Z", pain) })).toBe("pain");
  expect(due({ screening: screened, assessment: assessment("2026-10-30T08:00:00.000Z", pain) })).toBeNull();
  expect(due({ screening: screened, assessment: assessment("2026-11-02T08:00:00.000Z") })).toBeNull();
  expect(due({ screening: screened, assessment: assessment("2026-11-01T08:00:00.000Z", pain) })).toBeNull();
});

test("after a yes the decision is asked until it was to go on", () => {
  const at = "2026-11-01T08:00:00.000Z";
  expect(due({ screening: screening(at, ["night"]) })).toBe("undecided");
  expect(due({ screening: screening(at, ["night"], "wait") })).toBe("undecided");
  expect(due({ screening: screening(at, ["night"], "go-on") })).toBeNull();
});

describe("an emergency", () => {
  const urgent = screening("2026-11-22T07:00:00.000Z", ["emergency"], "go-on");

  test("is due again and again, whatever was decided, until the questions are answered anew", () => {
    expect(due({ screening: urgent })).toBe("emergency");
    expect(isEmergency(urgent, SCREENING)).toBe(true);
    expect(isEmergency(screening("2026-11-22T07:00:00.000Z", ["hip", "night"]), SCREENING)).toBe(false);
  });
});

test("a test stands for thirty days", () => {
  expect(isTestCurrent(null, TABLE, NOW)).toBe(false);
  expect(isTestCurrent(assessment("2026-10-23T08:00:00.001Z"), TABLE, NOW)).toBe(true);
  expect(isTestCurrent(assessment("2026-10-23T08:00:00.000Z"), TABLE, NOW)).toBe(false);
});

describe("hip work", () => {
  const roll = catalog.exercises.get("foam-roll-tfl") as Exercise;

  test("is of a kind that stretches or loads; rolling only has the hip as its target", () => {
    expect([isHipExercise(roll, SCREENING), targetsHip(roll, SCREENING)]).toEqual([false, true]);
    expect(isHipExercise({ kind: "stretch", targets: ["Hamstrings"] }, SCREENING)).toBe(true);
    expect(isHipExercise({ kind: "stretch", targets: ["deltoid"] }, SCREENING)).toBe(false);
    expect(targetsHip({ targets: ["deltoid"] }, SCREENING)).toBe(false);
    expect(targetsHip({ targets: ["deltoid", "Adductors"] }, SCREENING)).toBe(true);
    expect(targetsHip({ targets: ["Hip flexors"] }, SCREENING)).toBe(true);
  });

  test("is in a plan with one hip exercise among others, and not in one that skips it", () => {
    const bridge = catalog.exercises.get("glute-bridge") as Exercise;
    expect(isHipPlan({ exercises: { roll, bridge } }, SCREENING)).toBe(true);
    expect(isHipPlan({ exercises: { roll } }, SCREENING)).toBe(false);
  });
});

test.each(["hip", "knee", "both"] as const)("a test reports pain on either side: %s", (pain) => {
  const at = "2026-11-20T08:00:00.000Z";
  expect(reportsPain(assessment(at, { left: hurt(pain) }))).toBe(true);
  expect(reportsPain(assessment(at, { right: hurt(pain) }))).toBe(true);
  expect(reportsPain(assessment(at))).toBe(false);
  expect(reportsPain(assessment(at, { left: UNTESTED_ANSWERS }))).toBe(false);
});

test("a screening from a time that cannot be read counts as old", () => {
  expect(due({ screening: { ...screening("2026-11-01T08:00:00.000Z"), answeredAt: "never" } })).toBe("old");
});

test("a session is marked with what was answered with yes", () => {
  const screened = screening("2026-11-01T08:00:00.000Z", ["night", "hip"], "go-on");
  expect(selectYesQuestions(screened, SCREENING).map(({ id }) => id)).toEqual(["hip", "night"]);
  expect(describeYesAnswers(screened, SCREENING)).toBe("screening: yes to hip joint pain or catching, night pain");
  expect(describeYesAnswers(screening("2026-11-01T08:00:00.000Z"), SCREENING)).toBe("");
  expect(describeYesAnswers(null, SCREENING)).toBe("");
});
