import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/catalog.ts";
import { findEither } from "../../src/catalog/find.ts";
import { dataFolder } from "../../src/paths.ts";
import { faultOf } from "../support/fault-of.ts";

const catalog = await loadCatalog({ dataDir: dataFolder(), userDir: "/nonexistent/unwind" });

test.each([
  ["its id", "psoas-march"],
  ["its name in any case", "PSOAS March"],
  ["an alias", "band-march"],
  ["how its id begins", "psoas-m"],
])("an exercise is found by %s", (_, word) => {
  expect(findEither(catalog, word)).toMatchObject({ type: "exercise", exercise: { id: "psoas-march" } });
});

test("an unknown name is answered with the near miss", () => {
  const error = faultOf(() => findEither(catalog, "psoas-mrach"));
  expect(error).toMatchObject({
    message: 'there is no routine or exercise "psoas-mrach"',
    hint: "did you mean psoas-march?",
    exitCode: 2,
  });
});

test("a name that nothing is like points to the list", () => {
  expect(faultOf(() => findEither(catalog, "zzzzzzzzzzzz")).hint).toBe("see all with: unwind list");
});

test("a beginning that several share names them", () => {
  const error = faultOf(() => findEither(catalog, "psoas-p"));
  expect(error.message).toBe('"psoas-p" could be psoas-program or psoas-post-isometric-relaxation');
});

test("where a routine is preferred, its beginning beats an exercise's, and an exercise's name beats both", () => {
  expect(findEither(catalog, "psoas-p", { prefer: "routine" })).toMatchObject({ type: "routine" });
  expect(findEither(catalog, "pir", { prefer: "routine" })).toMatchObject({ type: "exercise" });
});

test.each(["ab", "q", "zz"])("a word of which no letter is right (%s) is like nothing", (word) => {
  expect(faultOf(() => findEither(catalog, word)).hint).toBe("see all with: unwind list");
});

test.each(["", "   "])("nothing typed (%j) finds nothing", (word) => {
  expect(faultOf(() => findEither(catalog, word)).exitCode).toBe(2);
});

test("a name with control characters comes back harmless", () => {
  expect(faultOf(() => findEither(catalog, "\u001b[2J")).message).toBe('there is no routine or exercise "\\u001b[2J"');
});
