/** What a session's routine is called where people read it. */
import { expect, test } from "vitest";
import { isTypedLine, nameRoutine, nameRoutineInText } from "../../src/text/routine-name.ts";

test.each([
  ["line-3x-10-squat-30s-plank", "3x(10 squat, 30s plank)"],
  ["squat-3x10", "squat 3x10"],
  ["amrap-10-5-squat", "amrap 10: 5 squat"],
  ["line-8x20s-10s", "8x20s/10s"],
])("%s was typed as %s", (routine, title) => {
  expect(isTypedLine({ routine, title })).toBe(true);
  expect(nameRoutine({ routine, title })).toBe(title);
  expect(nameRoutineInText({ id: routine, name: title })).toBe(`"${title}"`);
});

test.each([
  ["desk-break", "Desk break"],
  ["my-evening", "Evening 2 of 3"],
  ["tabata", "Tabata"],
  ["breathing-4-7-8", "Breathing 4-7-8"],
])("%s is called by its id, not %s", (routine, title) => {
  expect(nameRoutine({ routine, title })).toBe(routine);
  expect(nameRoutineInText({ id: routine, name: title })).toBe(routine);
});
