/** The led Thomas test: which pages follow one another, and what the answers become. */
import { describe, expect, test } from "vitest";
import { collectSides, createAssessForm, isPostponed } from "../../../src/app/assess/test-form.ts";
import { type BothSides, type SideAnswers, UNTESTED_ANSWERS } from "../../../src/assess/types.ts";
import type { Exercise } from "../../../src/catalog/exercise-types.ts";
import { loadCatalog } from "../../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../../src/paths.ts";
import { INITIAL_FORM_STATE, selectReachableAnswers } from "../../../src/ui/form.ts";
import { handleFormKey } from "../../../src/ui/form-control.ts";
import { ARCHED, answers, hurt, TABLE } from "../../assess/answers-of.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
const exercise = exercises.get("thomas-test") as Exercise;

/** Presses keys as a person would, telling the form of every page that is reached; what it settled. */
function led(keys: readonly string[], offer?: string, firstSide: "left" | "right" = "left") {
  const settled: BothSides<SideAnswers>[] = [];
  const form = createAssessForm({
    table: TABLE,
    exercise,
    firstSide,
    ...(offer === undefined ? {} : { reason: offer }),
    onComplete: (sides) => {
      settled.push(sides);
      return [{ kind: "text", text: "kept" }];
    },
  });
  let state = INITIAL_FORM_STATE;
  const seen = [form.pages({})[0]?.id];
  let effect: string | undefined;
  for (const key of keys) {
    const outcome = handleFormKey(form, state, key);
    if (outcome.state.pageIndex !== state.pageIndex) {
      const page = form.pages(outcome.state.answers)[outcome.state.pageIndex];
      if (page) form.onPageReached?.(page, selectReachableAnswers(form, outcome.state.answers));
      seen.push(page?.id);
    }
    ({ state, effect } = outcome);
  }
  return { settled, seen, effect, state, form };
}

/** Position, no pain, flat, below level, straight, near 90, not measured. */
const SIDE = ["enter", "1", "1", "3", "1", "2", "1"];

test("each side: the position, pain first, then back, thigh, kneecap and knee; measuring can be left out", () => {
  const { seen, settled } = led(["enter", ...SIDE, ...SIDE]);
  const ids = ["position", "pain", "back", "thigh", "rotation", "knee", "measure"];
  expect(seen).toEqual(["before", ...ids.map((id) => `left.${id}`), ...ids.map((id) => `right.${id}`), "result"]);
  expect(settled).toEqual([{ left: answers(), right: answers() }]);
});

test("nothing is chosen beforehand: Enter alone answers no question", () => {
  const { seen, settled } = led(["enter", "enter", "enter", "enter", "enter"]);
  expect(seen).toEqual(["before", "left.position", "left.pain"]);
  expect(settled).toEqual([]);
});

test("the side that begins is the person's", () => {
  expect(led(["enter"], undefined, "right").seen).toEqual(["before", "right.position"]);
});

describe("measured", () => {
  const measured = SIDE.slice(0, -1);

  test("with a phone, up to three times each: the average is kept", () => {
    const thigh = [..."-12", "enter", ..."-14", "enter", ..."-13", "enter"];
    const { settled, seen } = led(["enter", ...measured, "2", ...thigh, ..."92", "enter", "enter", ...SIDE]);
    expect(settled[0]?.left).toEqual(answers({ thighDegrees: -13, kneeDegrees: 92 }));
    expect(seen.slice(8, 13)).toEqual([
      "left.thigh-degrees",
      "left.thigh-degrees-2",
      "left.thigh-degrees-3",
      "left.knee-degrees",
      "left.knee-degrees-2",
    ]);
  });

  test("with a tape measure: thigh length and drop of the knee give the angle", () => {
    const lengths = [..."40", "enter", ..."-6", "enter", ..."-8", "enter", "enter"];
    const { settled } = led(["enter", ...measured, "3", ...lengths, ...SIDE]);
    expect(settled[0]?.left).toEqual(answers({ thighDegrees: -10 }));
  });

  test("without the length of the thigh nothing more is asked", () => {
    const { settled } = led(["enter", ...measured, "3", "enter", ...SIDE]);
    expect(settled[0]?.left).toEqual(answers());
  });

  test("what contradicts the answer is not taken", () => {
    const { state, seen } = led(["enter", ...measured, "2", ..."12", "enter"]);
    expect(seen.at(-1)).toBe("left.thigh-degrees");
    expect(state.problem).toMatch(/contradicts "below level"/);
    expect(led(["enter", ...measured, "3", ..."40", "enter", ..."12", "enter"]).state.problem).toMatch(/contradicts/);
    expect(led(["enter", ...measured, "3", ..."400", "enter"]).state.problem).toMatch(/from 10 to 80/);
  });
});

test("a back that does not lie flat ends the side: it was not tested", () => {
  const { settled, seen } = led(["enter", "enter", "1", "2", ...SIDE]);
  expect(seen.slice(3, 5)).toEqual(["left.back", "right.position"]);
  expect(settled[0]).toEqual({ left: ARCHED, right: answers() });
});

test("with the thigh above level the usual follow-up is asked in place of the knee", () => {
  const { settled, seen } = led(["enter", "enter", "1", "1", "1", "1", "1", "1", ...SIDE]);
  expect(seen.slice(4, 8)).toEqual(["left.thigh", "left.rotation", "left.drop", "left.measure"]);
  expect(settled[0]?.left).toEqual(answers({ thigh: "above", drop: "yes", knee: null }));
});

describe("where it hurts", () => {
  test("nothing more is asked of that side, and going on is a choice", () => {
    const { seen, settled } = led(["enter", "enter", "2", "1"]);
    expect(seen).toEqual(["before", "left.position", "left.pain", "right.go-on", "result"]);
    expect(settled).toEqual([{ left: hurt("hip"), right: UNTESTED_ANSWERS }]);
  });

  test("the other side is tested when the person wants it", () => {
    const { settled } = led(["enter", "enter", "2", "2", ...SIDE]);
    expect(settled[0]?.right).toEqual(answers());
  });

  test("an answer that is taken back takes its followers with it", () => {
    // Answered in full, then back to the first question: it hurts after all.
    const back = Array.from({ length: 6 }, () => "backspace");
    const { settled } = led(["enter", ...SIDE, ...back, "3", "1"]);
    expect(settled[0]?.left).toEqual(hurt("knee"));
  });
});

test("the result is settled once, shown, and cannot be taken back", () => {
  const { settled, state, form, effect } = led(["enter", ...SIDE, ...SIDE, "backspace", "b", "enter"]);
  expect([settled.length, effect]).toEqual([1, "done"]);
  expect(form.pages(state.answers).at(-1)).toMatchObject({ elements: [{ text: "kept" }] });
});

describe("before a session", () => {
  test("the test is offered, with why, and can be put off", () => {
    const { form, effect, state, settled } = led(["n"], "Psoas release begins with it.");
    expect(form.pages({})[0]).toMatchObject({
      id: "offer",
      help: expect.arrayContaining(["Psoas release begins with it."]),
    });
    expect([effect, isPostponed(state.answers), settled]).toEqual(["done", true, []]);
  });

  test("or begins at once", () => {
    expect(led(["y"], "why").seen).toEqual(["offer", "left.position"]);
  });
});

test("the middle of the body is on the other side of a left thigh than of a right one", () => {
  const { form } = led([]);
  const middle = (id: string) => {
    const page = form.pages({}).find((one) => one.id === id);
    const picture = page?.type === "choice" ? page.choices[1]?.picture : undefined;
    return picture?.view === "front" ? picture.middle : undefined;
  };
  expect([middle("left.rotation"), middle("right.rotation")]).toEqual(["right", "left"]);
});

test("sides without answers were not tested", () => {
  expect(collectSides({})).toEqual({ left: UNTESTED_ANSWERS, right: UNTESTED_ANSWERS });
});
