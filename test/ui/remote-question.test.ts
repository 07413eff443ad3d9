/** What is asked on the screen, as a page shows it: with the keys that do there what they do here. */
import { expect, test } from "vitest";
import { type Form, type FormPage, type FormState, INITIAL_FORM_STATE } from "../../src/ui/form.ts";
import { handleFormKey } from "../../src/ui/form-control.ts";
import { promptOfPage } from "../../src/ui/remote-question.ts";
import { CHECKS, NUMBER, READ, THIGH } from "./support/form-pages.ts";

const PAGES: readonly FormPage[] = [READ, THIGH, CHECKS, NUMBER, { ...READ, id: "end", final: true }];
const form: Form = { pages: () => PAGES };
const at = (pageIndex: number, change: Partial<FormState> = {}): FormState => ({
  ...INITIAL_FORM_STATE,
  pageIndex,
  ...change,
});
const promptAt = (pageIndex: number, change: Partial<FormState> = {}) =>
  promptOfPage(PAGES[pageIndex] as FormPage, at(pageIndex, change));

test.each([1, 2, 3])(
  "the key to go back leads from page %i to the one before, whatever is typed or marked there",
  (index) => {
    const { back } = promptAt(index);
    for (const change of [{}, { typed: "15" }, { marked: ["hip"] }]) {
      expect(handleFormKey(form, at(index, change), back ?? "").state.pageIndex).toBe(index - 1);
    }
  },
);

test("from the first page and from the result no way leads back", () => {
  expect([promptAt(0).back, promptAt(4).back, promptAt(1, { overlay: "quit" }).back]).toEqual([null, null, null]);
});

test("every answer has the key that gives it", () => {
  for (const index of [1, 2]) {
    for (const { key } of promptAt(index).choices) {
      expect(handleFormKey(form, at(index), key).state).not.toEqual(at(index));
    }
  }
});

test("only what cannot wait is urgent, and it stands first", () => {
  expect(
    promptAt(2)
      .choices.map(({ isUrgent }) => isUrgent === true)
      .indexOf(true),
  ).toBe(0);
  expect(promptAt(2).choices.filter(({ isUrgent }) => isUrgent)).toHaveLength(1);
  expect(promptAt(1).choices.filter(({ isUrgent }) => isUrgent)).toEqual([]);
});

test("what is marked is seen, and help is there to read", () => {
  expect(
    promptAt(2, { marked: ["hip"] })
      .choices.map(({ label }) => label)
      .join(),
  ).toContain("☑ A hip joint");
  expect(
    promptAt(2)
      .choices.map(({ label }) => label)
      .join(),
  ).not.toContain("☑");
  expect(promptAt(2).help).toEqual(CHECKS.help);
  expect(promptAt(3, { typed: "-1", problem: "too low" })).toMatchObject({
    typed: "-1",
    lines: expect.arrayContaining(["too low"]),
  });
});
