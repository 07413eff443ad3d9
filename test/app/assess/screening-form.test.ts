/** The screening: one page, what applies calls for, and the decision that is left to the person. */
import { describe, expect, test } from "vitest";
import { answersOf, createScreeningForm, decisionOf } from "../../../src/app/assess/screening-form.ts";
import { type ChecksPage, type FormState, INITIAL_FORM_STATE } from "../../../src/ui/form.ts";
import { handleFormKey } from "../../../src/ui/form-control.ts";
import { SCREENING } from "../../assess/answers-of.ts";

const IDS = SCREENING.questions.map(({ id }) => id);
const OTHERS = IDS.slice(1);
const form = createScreeningForm({ table: SCREENING, reason: "Your test reported pain." });

/** The state after keys, what they answered, and the effect of the last. */
function press(...keys: string[]) {
  let state: FormState = INITIAL_FORM_STATE;
  let effect: string | undefined;
  for (const key of keys) ({ state, effect } = handleFormKey(form, state, key));
  const page = form.pages(state.answers)[state.pageIndex];
  return { state, effect, page: page?.id, answers: answersOf(state.answers, SCREENING) };
}

test("asks everything on one page: the emergency first, then the others with a key each, and why it is asked now", () => {
  const pages = form.pages({});
  expect(pages.map(({ type }) => type)).toEqual(["checks"]);
  const page = pages[0] as ChecksPage;
  expect([page.urgent, ...page.checks].map(({ value }) => value)).toEqual(IDS);
  expect(page.checks.map(({ key }) => key)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  expect(page.text).toMatch(/^Your test reported pain\. /);
  for (const { help } of SCREENING.questions) expect(page.help.join(" ")).toContain(help[0]);
});

test("one key answers it where nothing applies, and nothing more is asked", () => {
  expect(press("n")).toMatchObject({ effect: "done", answers: Object.fromEntries(IDS.map((id) => [id, "no"])) });
});

test("Enter alone answers nothing, and says which key does", () => {
  expect(press("enter", "space")).toMatchObject({ effect: undefined, page: "applies", answers: {} });
  expect(press("enter").state.problem).toContain("Press n");
});

test("Space marks the line that the arrows went to, and neither answers the page nor says that none applies", () => {
  expect(press("down", "down", "space", "up", "up", "space").state.marked).toEqual(OTHERS.slice(0, 2));
  expect(press("down", "space", "space").state.marked).toEqual([]);
  expect(press(...Array(20).fill("down"), "space").state.marked).toEqual(OTHERS.slice(-1));
  expect(press("1", "space")).toMatchObject({ effect: undefined, page: "applies", answers: {} });
  expect(press("space").state.problem).toBe("Press 1–8 to mark what applies.");
  expect(press("space", "down").state.problem).toBeNull();
});

test("every combination of what applies is answered with its keys, and asks for a decision", () => {
  for (let mask = 1; mask < 1 << OTHERS.length; mask++) {
    const applies = OTHERS.filter((_, index) => mask & (1 << index));
    const keys = applies.map((id) => String(OTHERS.indexOf(id) + 1)).reverse();
    const { answers, page, effect } = press(...keys, "enter");
    expect(answers).toEqual(Object.fromEntries(IDS.map((id) => [id, applies.includes(id) ? "yes" : "no"])));
    expect([page, effect]).toEqual(["advice", undefined]);
  }
});

test("a mark is taken away by its key again; n takes all of them away and does not say none at the same time", () => {
  expect(press("1", "2", "1", "enter").answers).toMatchObject({ hip: "no", groin: "yes" });
  expect(press("1", "2", "n")).toMatchObject({ page: "applies", effect: undefined, state: { marked: [] } });
  expect(press("1", "n", "n").answers["hip"]).toBe("no");
});

describe("the emergency line", () => {
  test("is reached with one key whatever is marked, and ends the form: nothing is left to decide", () => {
    for (const marked of [[], ["1"], ["3", "8"]]) {
      const { page, answers, state } = press(...marked, "e");
      expect(page).toBe("emergency-advice");
      expect(answers).toEqual({ emergency: "yes" });
      const pages = form.pages(state.answers);
      expect(pages.map(({ id }) => id)).toEqual(["applies", "emergency-advice"]);
      expect(pages.at(-1)).toMatchObject({
        elements: [{ kind: "alert", text: expect.stringMatching(/^Go to an emergency department now/) }],
      });
      expect(handleFormKey(form, state, "enter").effect).toBe("done");
    }
  });

  test("pressed by mistake can be taken back", () => {
    expect(press("e", "backspace", "n")).toMatchObject({ effect: "done", answers: { emergency: "no" } });
  });
});

test("going back shows what was marked", () => {
  expect(press("2", "7", "enter", "backspace").state.marked).toEqual(["groin", "night"]);
});

test("q asks before marks are lost", () => {
  expect(press("q").effect).toBe("leave");
  expect(press("2", "q").state.overlay).toBe("quit");
});

test("what applies is explained, and the decision begins with no", () => {
  const pages = form.pages({ applies: "hip,night" });
  const advice = pages.find(({ id }) => id === "advice");
  const texts = advice?.type === "read" ? advice.elements.map(({ text }) => text).join("\n") : "";
  expect(texts).toMatch(/Hip joint pain or catching\n.*labrum[\s\S]*Night pain\n.*doctor/);
  const decision = pages.at(-1);
  expect(decision?.type === "choice" && decision.choices.map(({ value }) => value)).toEqual(["no", "yes"]);
});

test("where the answers stand only the decision is asked again", () => {
  const earlier = createScreeningForm({ table: SCREENING, reason: "", earlierAnswers: { hip: "no", night: "yes" } });
  expect(earlier.pages({}).map(({ id }) => id)).toEqual(["advice", "decision"]);
});

test("only an explicit yes goes on", () => {
  expect([decisionOf({ decision: "yes" }), decisionOf({ decision: "no" }), decisionOf({})]).toEqual([
    "go-on",
    "wait",
    null,
  ]);
});
