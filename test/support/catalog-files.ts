/** Exercise and routine files for tests, in folders that vanish with the test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder of this test alone; taken away when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "unwind-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and the folders above it; what is not text is written as JSON. Returns its path. */
export function write(folder: string, name: string, content: unknown): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const raw = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(file, raw ? content : JSON.stringify(content, null, 2));
  return file;
}

/** A whole exercise as somebody might write it, with what the test changes. */
export function exerciseFile(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "calf-stretch",
    name: "Calf stretch",
    kind: "stretch",
    summary: "Lengthens the calf.",
    targets: ["gastrocnemius"],
    sides: { mode: "each", order: "set-by-set", left: "Left leg behind", right: "Right leg behind" },
    position: "Stand before a wall, one foot behind.",
    steps: ["Keep the heel down.", "Lean in."],
    pattern: { strokes: [{ phase: "hold", seconds: [20, 40] }] },
    dose: { sets: 2, rest: 10 },
    source: { guide: "My physiotherapist" },
    ...changes,
  };
}

/** A whole routine of one block, with what the test changes. */
export function routineFile(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "my-morning",
    name: "My morning",
    summary: "Before breakfast.",
    blocks: [{ exercise: "pigeon-pose" }],
    ...changes,
  };
}
