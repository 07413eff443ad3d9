/** The linter keeps the directions in which the folders may know each other. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";

const using = (from: string) => `import { a } from "${from}";\nexport const b = a;\n`;

/** What must not be, in a file of its own each, and the rule that stops it. */
const BANNED: readonly (readonly [what: string, path: string, code: string, rule: string])[] = [
  ["the player knows the session", "src/player/a.ts", using("../session/types.ts"), "noRestrictedImports"],
  ["the player knows the compiler", "src/player/b.ts", using("../plan/compile.ts"), "noRestrictedImports"],
  ["the player uses a package", "src/player/c.ts", using("chalk"), "noRestrictedImports"],
  ["the plan knows the settings", "src/plan/a.ts", using("../settings/read.ts"), "noRestrictedImports"],
  ["the screen knows the clock", "src/ui/a.tsx", using("../clock.ts"), "noRestrictedImports"],
  ["a layout knows the compiler", "src/ui/layout/a.ts", using("../../plan/compile.ts"), "noRestrictedImports"],
  [
    "the catalogue knows the plan, if only its types",
    "src/catalog/b.ts",
    using("../plan/types.ts"),
    "noRestrictedImports",
  ],
  ["cues know audio", "src/cues/a.ts", using("../audio/types.ts"), "noRestrictedImports"],
  ["what commands share knows a command", "src/app/a.ts", using("../commands/run.ts"), "noRestrictedImports"],
  ["the journal knows an assessment", "src/journal/a.ts", using("../assess/types.ts"), "noRestrictedImports"],
  ["the screen reads files", "src/ui/b.tsx", using("node:fs"), "noRestrictedImports"],
  ["the catalogue knows the screen", "src/catalog/a.ts", using("../ui/index.tsx"), "noRestrictedImports"],
  ["a command takes timers from Node", "src/commands/a.ts", using("node:timers/promises"), "noRestrictedImports"],
  ["the session reads time", "src/session/session.ts", "export const a = Date.now();\n", "noRestrictedGlobals"],
  ["the screen measures time", "src/ui/c.tsx", "export const a = performance.now();\n", "noRestrictedGlobals"],
  ["an output sets a timer", "src/output/a.ts", "setTimeout(() => {}, 1);\n", "noRestrictedGlobals"],
  ["the player knows the process", "src/player/d.ts", "export const a = process.pid;\n", "noRestrictedGlobals"],
  ["the plan reads files", "src/plan/b.ts", using("node:fs"), "noNodejsModules"],
  ["a file exports a default", "src/output/b.ts", "export default 1;\n", "noDefaultExport"],
];

/** A circle of types alone: each file of it, and the rule that stops it. */
const CIRCLE = ["src/output/c.ts", "src/output/d.ts"] as const;

/** What must stay possible. */
const ALLOWED: readonly (readonly [what: string, path: string, code: string])[] = [
  ["the player knows the plan's types", "src/player/e.ts", using("../plan/types.ts")],
  ["the plan knows its own folder", "src/plan/c.ts", using("./types.ts")],
  ["a layout knows frames", "src/ui/layout/b.ts", using("../../player/types.ts")],
  ["a layout knows the screen's own folder", "src/ui/layout/c.ts", using("../theme.ts")],
  ["the clock reads time", "src/clock.ts", "export const a = Date.now();\n"],
];

/** Rules broken, by file. */
const broken = new Map<string, Set<string>>();

beforeAll(async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), "unwind-directions-")));
  try {
    const config = JSON.parse(await readFile("biome.json", "utf8"));
    const { $schema, vcs, ...rules } = config;
    await writeFile(join(root, "biome.json"), JSON.stringify(rules));
    for (const [, path, code] of [...BANNED, ...ALLOWED]) {
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), code);
    }
    const [first, second] = CIRCLE;
    await writeFile(join(root, first), 'import type { D } from "./d.ts";\nexport type C = { d?: D };\n');
    await writeFile(join(root, second), 'import type { C } from "./c.ts";\nexport type D = { c?: C };\n');
    const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
    const report = await new Promise<string>((done) => {
      const words = [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."];
      execFile(process.execPath, words, { cwd: root }, (_error, stdout) => done(stdout));
    });
    for (const [, rule = "", file = ""] of report.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)) {
      const path = relative(root, resolve(root, file)).replaceAll("\\", "/");
      broken.set(path, (broken.get(path) ?? new Set()).add(rule));
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test.each(BANNED)("the linter stops it when %s", (_what, path, _code, rule) => {
  expect([...(broken.get(path) ?? [])]).toContain(rule);
});

test.each(ALLOWED)("the linter lets it pass that %s", (_what, path) => {
  expect([...(broken.get(path) ?? [])]).toEqual([]);
});

test("the linter stops a circle of imports, type-only ones included", () => {
  for (const path of CIRCLE) expect([...(broken.get(path) ?? [])]).toContain("noImportCycles");
});
