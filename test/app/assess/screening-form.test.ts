/** The screening: its questions, what a yes calls for, and the decision that is left to the person. */
import { expect, test } from "vitest";
import { createScreeningForm, decisionOf } from "../../../src/app/assess/screening-form.ts";
import { SCREENING } from "../../assess/answers-of.ts";

const IDS = ["hip", "back", "numbness", "imbalance", "injury", "night"];

test("asks each question once, a page for each, after a word of why", () => {
  const form = createScreeningForm({ table: SCREENING, reason: "Your test reported pain." });
  expect(form.pages({}).map(({ id }) => id)).toEqual(["intro", ...IDS]);
  expect(form.pages({})[0]).toMatchObject({
    elements: expect.arrayContaining([{ kind: "text", text: "Your test reported pain." }]),
  });
});

test("a yes names why and whom to see, and asks for a decision; no stands first", () => {
  const pages = createScreeningForm({ table: SCREENING, reason: "" }).pages({ hip: "yes", night: "yes" });
  expect(pages.map(({ id }) => id)).toEqual(["intro", ...IDS, "advice", "decision"]);
  const advice = pages.find(({ id }) => id === "advice");
  const texts = advice?.type === "read" ? advice.elements.map(({ text }) => text).join("\n") : "";
  expect(texts).toMatch(/Hip joint pain or catching\n.*labrum[\s\S]*Night pain\n.*doctor/);
  const decision = pages.at(-1);
  expect(decision?.type === "choice" && decision.choices.map(({ value }) => value)).toEqual(["no", "yes"]);
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
