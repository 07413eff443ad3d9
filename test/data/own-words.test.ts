/**
 * All wording is ours: no run of eight words is shared with the guides. `guide-runs.txt` holds the runs of both guides as
 * hashes (the first ten hexadecimal digits of SHA-256), so that no text of theirs has to be kept here.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const WORDS_IN_A_RUN = 8;
const DATA = new URL("../../data/", import.meta.url);
const guideRuns = new Set(
  readFileSync(new URL("guide-runs.txt", import.meta.url), "utf8")
    .trim()
    .split("\n"),
);

/** Every text outside `source`, which quotes the titles of the guides. */
function ownTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "source" ? [] : ownTexts(inner)));
}

function runsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];
  return words
    .slice(0, Math.max(0, words.length - WORDS_IN_A_RUN + 1))
    .map((_, at) => words.slice(at, at + WORDS_IN_A_RUN).join(" "));
}

const hash = (run: string) => createHash("sha256").update(run).digest("hex").slice(0, 10);

const files = ["exercises", "routines", "workouts", "assess"].flatMap((folder) =>
  readdirSync(new URL(folder, DATA)).map((name) => `${folder}/${name}`),
);

test.each([...files, "stop.json"])("%s shares no run of eight words with the guides", (file) => {
  const texts = ownTexts(JSON.parse(readFileSync(new URL(file, DATA), "utf8")));
  expect(texts.flatMap(runsOf).filter((run) => guideRuns.has(hash(run)))).toEqual([]);
});

test("nor does the table of guidance, heads aside", () => {
  const lines = readFileSync(new URL("GUIDES.md", DATA), "utf8").split("\n");
  const texts = lines.filter((line) => !line.startsWith("#"));
  expect(texts.flatMap(runsOf).filter((run) => guideRuns.has(hash(run)))).toEqual([]);
});

test("a run of the guides would be found", () => {
  const known = "the psoas muscle is a deep seated muscle located in the hip region";
  expect(runsOf(known).filter((run) => guideRuns.has(hash(run)))).toHaveLength(6);
});
