import { expect, test } from "vitest";
import { findExerciseOrRoutine } from "../../src/catalog/find-entry.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { faultOf } from "../support/fault-of.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

test.each([
  ["its id", "psoas-march"],
  ["its name in any case", "PSOAS March"],
  ["an alias", "band-march"],
  ["how its id begins", "psoas-m"],
])("an exercise is found by %s", (_, word) => {
  expect(findExerciseOrRoutine(catalog, word)).toMatchObject({ type: "exercise", exercise: { id: "psoas-march" } });
});

test("an unknown name is answered with the near miss", () => {
  const error = faultOf(() => findExerciseOrRoutine(catalog, "psoas-mrach"));
  expect(error).toMatchObject({
    message: 'there is no routine or exercise "psoas-mrach"',
    hint: "did you mean psoas-march?",
    exitCode: 2,
  });
});

test("a name that nothing is like points to the list", () => {
  expect(faultOf(() => findExerciseOrRoutine(catalog, "zzzzzzzzzzzz")).hint).toBe("see all with: unwind list");
});

test("a beginning that several share names them", () => {
  const error = faultOf(() => findExerciseOrRoutine(catalog, "psoas-p"));
  expect(error.message).toBe('"psoas-p" could be psoas-program or psoas-post-isometric-relaxation');
});

test("where a routine is preferred, its beginning beats an exercise's, and an exercise's name beats both", () => {
  expect(findExerciseOrRoutine(catalog, "psoas-p", { prefer: "routine" })).toMatchObject({ type: "routine" });
  expect(findExerciseOrRoutine(catalog, "pir", { prefer: "routine" })).toMatchObject({ type: "exercise" });
});

test.each(["ab", "q", "zz"])("a word of which no letter is right (%s) is like nothing", (word) => {
  expect(faultOf(() => findExerciseOrRoutine(catalog, word)).hint).toBe("see all with: unwind list");
});

test.each(["", "   "])("nothing typed (%j) finds nothing", (word) => {
  expect(faultOf(() => findExerciseOrRoutine(catalog, word)).exitCode).toBe(2);
});

test("a name with control characters comes back harmless", () => {
  expect(faultOf(() => findExerciseOrRoutine(catalog, "\u001b[2J")).message).toBe(
    'there is no routine or exercise "\\u001b[2J"',
  );
});

test.each([
  [
    "hip flexor stretch",
    "did you mean bedside-hip-flexor-stretch, kneeling-hip-flexor-stretch or standing-hip-flexor-stretch?",
  ],
  ["roll", "did you mean foam-roll-adductors-sartorius or foam-roll-tfl?"],
])("the words of a name in any place (%s) are understood before its spelling", (typed, hint) => {
  expect(faultOf(() => findExerciseOrRoutine(catalog, typed)).hint).toBe(hint);
});

test("an id may be typed with spaces", () => {
  expect(findExerciseOrRoutine(catalog, "desk break")).toMatchObject({ routine: { id: "desk-break" } });
  expect(findExerciseOrRoutine(catalog, "Psoas_March")).toMatchObject({ exercise: { id: "psoas-march" } });
});
