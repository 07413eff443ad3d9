import stringWidth from "string-width";
import { expect, test } from "vitest";
import { describeFaultyFiles } from "../../../src/app/open/catalog.ts";
import type { ListEntry } from "../../../src/app/open/index-entries.ts";
import { indexEntries } from "../../../src/app/open/index-entries.ts";
import type { ListFilter } from "../../../src/commands/list/filter-entries.ts";
import { list } from "../../../src/commands/list/index.ts";
import { context } from "../../support/catalog-context.ts";
import { exerciseFile, routineFile, temporaryFolder, write } from "../../support/catalog-files.ts";

async function entries(options: ListFilter): Promise<ListEntry[]> {
  const surroundings = await context();
  await list({ json: true, ...options }, indexEntries(surroundings), surroundings.out);
  return JSON.parse(surroundings.written.out);
}
const ids = async (options: ListFilter) => (await entries(options)).map((entry) => entry.id);

test("the list of exercises reads as a table", async () => {
  const surroundings = await context({ columns: 140 });
  await list({ words: ["exercises"], json: false, kind: "strength" }, indexEntries(surroundings), surroundings.out);
  expect(surroundings.written.out).toMatchInlineSnapshot(`
    "Exercises
    name                  kind      dose                                      targets                                  equipment
    banded-hip-flexion    strength  2–3 sets of 8–15 per side, tempo 3-0-3-1  iliopsoas, rectus femoris                resistance band
    dead-bug              strength  2–3 sets of 8–16, tempo 3-1-2-1           abdominals, iliopsoas                    –
    glute-bridge          strength  2–3 sets of 8–12, tempo 3-0-2-2           gluteus maximus, hamstrings              –
    hanging-leg-raise     strength  2–3 sets of 10–15, 2–3 s at the top       iliopsoas, rectus femoris, abdominals    pull-up bar
    psoas-march           strength  2–3 sets of 10–20, tempo 3-0-3-1          iliopsoas, rectus femoris, abdominals    resistance band
    side-lying-abduction  strength  2 sets of 8–12 per side, tempo 3-0-2-1    gluteus medius                           –
    single-leg-bridge     strength  2 sets of 6–12 per side, tempo 3-0-2-2    gluteus maximus, hamstrings              –
    sit-to-stand          strength  8–12 reps, tempo 3-1-2-1                  gluteus maximus, quadriceps              chair
    split-squat           strength  2–3 sets of 6–12 per side, tempo 3-1-2-0  quadriceps, gluteus maximus, hamstrings  –
    standing-march        strength  6–14 reps, tempo 3-0-3-1                  iliopsoas, rectus femoris, abdominals    –
    "
  `);
});

test("the list of routines says how long each takes", async () => {
  const surroundings = await context({ columns: 100 });
  await list({ words: ["routines"], json: false }, indexEntries(surroundings), surroundings.out);
  expect(surroundings.written.out).toMatch(/^psoas-program +38 +/m);
});

test.each([60, 80, 120, 200])("at %d columns no line is wider", async (columns) => {
  const surroundings = await context({ columns });
  await list({ json: false }, indexEntries(surroundings), surroundings.out);
  for (const line of surroundings.written.out.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
});

test("every exercise and routine is in the JSON, routines first", async () => {
  const all = await entries({});
  expect(all.map((entry) => entry.type)).toEqual([...Array(12).fill("routine"), ...Array(24).fill("exercise")]);
  expect(all.find((entry) => entry.id === "psoas-march")).toEqual({
    type: "exercise",
    id: "psoas-march",
    name: "Psoas march",
    aliases: expect.any(Array),
    summary: expect.any(String),
    kinds: ["strength"],
    dose: "2–3 sets of 10–20, tempo 3-0-3-1",
    targets: expect.arrayContaining(["iliopsoas"]),
    equipment: ["resistance band"],
    origin: "shipped",
  });
  expect(all.find((entry) => entry.id === "psoas-program")).toMatchObject({
    minutes: 38,
    kinds: ["cardio", "strength", "stretch"],
  });
});

test("a filter leaves what it asks for", async () => {
  expect(await ids({ words: ["exercises"], equipment: "BAND" })).toEqual(["banded-hip-flexion", "psoas-march"]);
  expect(await ids({ words: ["exercises"], kind: "massage" })).toEqual([
    "foam-roll-adductors-sartorius",
    "foam-roll-tfl",
  ]);
  expect(await ids({ words: ["exercises"], target: "sartorius", kind: "assessment" })).toEqual(["thomas-test"]);
  const bare = await ids({ words: ["routines"], equipment: "none" });
  expect(bare.filter((id) => /break|psoas/.test(id))).toEqual(["micro-break", "psoas-stretches"]);
});

test("filters that nothing passes together say so, which is no error", async () => {
  const surroundings = await context();
  await list({ json: false, target: "sartorius", kind: "cardio" }, indexEntries(surroundings), surroundings.out);
  expect(surroundings.written).toEqual({
    out: "",
    error: "nothing matches all of this; see everything with: unwind list\n",
  });
  expect(await entries({ target: "sartorius", kind: "cardio" })).toEqual([]);
});

test("what is a person's own is marked", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/calf.json", exerciseFile({ equipment: ["壁 🧱"] }));
  const surroundings = await context({ userDir: folder, columns: 120 });
  await list({ words: ["exercises"], json: false }, indexEntries(surroundings), surroundings.out);
  expect(surroundings.written.out).toMatch(/^calf-stretch .* yours$/m);
  expect(surroundings.written.out).not.toMatch(/^psoas-march .* yours$/m);
});

test("files that were passed over earn one line that says how to see why", async () => {
  const folder = temporaryFolder();
  const file = write(folder, "exercises/bad file.json", "{");
  const { catalog } = await context({ userDir: folder });
  expect(describeFaultyFiles(catalog)).toBe(`ignored ${file}: it has faults; see them with: unwind check '${file}'`);
  expect(describeFaultyFiles((await context()).catalog)).toBeNull();
});

test("nothing is coloured where there is no colour", async () => {
  const plain = await context();
  await list({ json: false }, indexEntries(plain), plain.out);
  expect(plain.written.out).not.toContain("\u001b");
  const coloured = await context({ colour: true });
  await list({ json: false }, indexEntries(coloured), coloured.out);
  expect(coloured.written.out).toContain("\u001b[");
});

test("a routine that cannot be planned has no minutes and one word of why, and hides no other", async () => {
  const userDir = temporaryFolder();
  const blocks = [{ exercise: "mountain-climbers", sets: 30, hold: 3600 }];
  write(userDir, "routines/huge.json", routineFile({ id: "huge", name: "Huge", blocks }));
  const surroundings = await context({ userDir });
  await list({ words: ["routines"], json: true }, indexEntries(surroundings), surroundings.out);
  const minutes = JSON.parse(surroundings.written.out).map((entry: ListEntry) => [entry.id, entry.minutes]);
  expect(Object.fromEntries(minutes)).toMatchObject({ huge: null, "psoas-program": 38 });
  expect(surroundings.written.error).toBe("unwind: huge would last 30:22:00; 24 hours is the most\n");
});
