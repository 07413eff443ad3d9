/** The screening: its questions, what a yes calls for, and the decision that is left to the person. */
import { expect, test } from "vitest";
import { createScreeningForm, decisionOf } from "../../../src/app/assess/screening-form.ts";
import { INITIAL_FORM_STATE } from "../../../src/ui/form.ts";
import { handleFormKey } from "../../../src/ui/form-control.ts";
import { SCREENING } from "../../assess/answers-of.ts";

const IDS = ["emergency", "hip", "groin", "back", "numbness", "imbalance", "injury", "night", "general"];

test("asks each question once, a page for each, the emergency first and with the reason", () => {
  const form = createScreeningForm({ table: SCREENING, reason: "Your test reported pain." });
  expect(form.pages({}).map(({ id }) => id)).toEqual(IDS);
  expect(form.pages({})[0]).toMatchObject({ help: expect.arrayContaining(["Your test reported pain."]) });
});

test("a yes names why and whom to see, and asks for a decision; no stands first", () => {
  const pages = createScreeningForm({ table: SCREENING, reason: "" }).pages({ hip: "yes", night: "yes" });
  expect(pages.map(({ id }) => id)).toEqual([...IDS, "advice", "decision"]);
  const advice = pages.find(({ id }) => id === "advice");
  const texts = advice?.type === "read" ? advice.elements.map(({ text }) => text).join("\n") : "";
  expect(texts).toMatch(/Hip joint pain or catching\n.*labrum[\s\S]*Night pain\n.*doctor/);
  const decision = pages.at(-1);
  expect(decision?.type === "choice" && decision.choices.map(({ value }) => value)).toEqual(["no", "yes"]);
});

test("one key reaches the emergency line, which ends the form: nothing is left to decide", () => {
  const form = createScreeningForm({ table: SCREENING, reason: "" });
  const { state } = handleFormKey(form, INITIAL_FORM_STATE, "y");
  const pages = form.pages(state.answers);
  expect(pages.map(({ id }) => id)).toEqual(["emergency", "emergency-advice"]);
  expect(pages[state.pageIndex]).toMatchObject({
    elements: [{ kind: "alert", text: expect.stringMatching(/^Go to an emergency department now/) }],
  });
  expect(handleFormKey(form, state, "enter").effect).toBe("done");
});

test("where the answers stand only the decision is asked again", () => {
  const form = createScreeningForm({ table: SCREENING, reason: "", earlierAnswers: { hip: "no", night: "yes" } });
  expect(form.pages({}).map(({ id }) => id)).toEqual(["advice", "decision"]);
});

test("only an explicit yes goes on", () => {
  expect([decisionOf({ decision: "yes" }), decisionOf({ decision: "no" }), decisionOf({})]).toEqual([
    "go-on",
    "wait",
    null,
  ]);
});
