/** Which sessions are offered to be resumed. */
import { expect, test } from "vitest";
import { openSettings } from "../../../src/app/open/settings.ts";
import { findResumableEntries } from "../../../src/app/session/resume-session.ts";
import { createShell, cutOff, giveFreshHome } from "../../support/run-unwind.ts";

giveFreshHome();

async function titles() {
  const shell = createShell();
  return (await findResumableEntries(shell, openSettings(shell))).map(({ entry }) => entry);
}

test("a session that was cut off in a set is offered, with what is left of it", async () => {
  cutOff("cutoff12");
  const [entry, ...others] = await titles();
  expect(entry).toMatchObject({ id: "resume:cutoff12", title: expect.stringMatching(/^Resume: /) });
  expect(entry?.purpose).toMatch(/^Continues with .+, set \d+ of \d+\. \d+ of \d+ steps done\.$/);
  expect(entry?.timeline?.length).toBeGreaterThan(0);
  expect(others).toEqual([]);
});

test("a try that ended before its first set is not", async () => {
  cutOff("attempt1", 1, 2);
  expect(await titles()).toEqual([]);
});
