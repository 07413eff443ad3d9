/** What the home screen offers: every routine and exercise, how long it takes, when it was last done, and typed workouts. */
import { expect, test } from "vitest";
import { openCatalog } from "../../../src/app/open/catalog.ts";
import { listChoices, loadHomeDetails } from "../../../src/app/open/home-menu.ts";
import { openSettings } from "../../../src/app/open/settings.ts";
import { createShell, giveFreshHome, given } from "../../support/run-unwind.ts";

giveFreshHome();

async function load() {
  const shell = createShell();
  const catalog = await openCatalog(shell);
  const choices = listChoices(catalog, []);
  const reported: string[] = [];
  const details = await loadHomeDetails(choices, catalog, openSettings(shell), shell, (text) => reported.push(text));
  return { catalog, choices, details, reported };
}

test("routines come first, then the exercises, each with minutes and a timeline as soon as it is planned", async () => {
  const { catalog, choices, details, reported } = await load();
  const kinds = choices.map(({ entry }) => entry.kind);
  expect(kinds.lastIndexOf("routine")).toBeLessThan(kinds.indexOf("exercise"));
  expect(kinds.filter((kind) => kind === "exercise")).toHaveLength(catalog.exercises.size);
  expect(choices.every(({ entry }) => entry.minutes === null)).toBe(true);
  expect(details.entries.map(({ id }) => id)).toEqual(choices.map(({ entry }) => entry.id));
  expect(details.entries.every(({ minutes, timeline = [] }) => minutes !== null && timeline.length > 0)).toBe(true);
  expect(details.entries.find(({ id }) => id === "psoas-march")?.pictured?.id).toBe("psoas-march");
  expect(reported).toEqual([]);
});

test("what was done says when: today, yesterday, or on which day", async () => {
  given("today123", 0, { routine: "desk-break" });
  given("before12", 24, { routine: "micro-break" });
  given("older123", 24 * 50, { routine: "micro-break" });
  const { details } = await load();
  const lastDone = new Map(details.entries.map((entry) => [entry.id, entry.lastDone]));
  expect(lastDone.get("desk-break")).toBe("today");
  expect(lastDone.get("micro-break")).toBe("yesterday");
  expect(lastDone.get("psoas-program")).toBeUndefined();
});

test("a typed workout is planned, a faulty one says why, and a word is none", async () => {
  const { details } = await load();
  expect(await details.readLine("3x(10 squat, 30s plank)")).toMatchObject({
    id: "3x(10 squat, 30s plank)",
    title: "3x(10 squat, 30s plank)",
    minutes: expect.any(Number),
  });
  expect(await details.readLine("3x(10 squat,")).toEqual(expect.stringContaining("3x(10 squat,"));
  expect(await details.readLine("mar")).toBeNull();
});
