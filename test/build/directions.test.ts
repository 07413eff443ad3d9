/** The linter keeps the directions in which the folders may know each other. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";

/** The rooms under src whose directions the linter keeps; src/build is no part of the program. */
const ROOMS = readdirSync("src", { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .filter((room) => room !== "build");

const importing = (from: string) => `import { a } from "${from}";\nexport const b = a;\n`;

/** Imports that must not be, each in a file of its own: at least one for each room. */
const BANNED_IMPORTS: readonly (readonly [what: string, path: string, from: string])[] = [
  ["what commands share knows a command", "src/app/a.ts", "../commands/run.ts"],
  ["the assessment knows the session", "src/assess/a.ts", "../session/types.ts"],
  ["audio knows the journal", "src/audio/a.ts", "../journal/read/history-reader.ts"],
  ["the catalogue knows the plan, if only its types", "src/catalog/a.ts", "../plan/types.ts"],
  ["the catalogue knows the screen", "src/catalog/b.ts", "../ui/index.tsx"],
  ["a command imports the entry point", "src/commands/a.ts", "../cli.ts"],
  ["a command takes timers from Node", "src/commands/b.ts", "node:timers/promises"],
  ["the local socket knows the screen", "src/control/a.ts", "../ui/index.tsx"],
  ["cues know audio", "src/cues/a.ts", "../audio/types.ts"],
  ["the figure knows exercises", "src/figure/a.ts", "../catalog/types.ts"],
  ["the room of files knows the settings", "src/files/a.ts", "../settings/read.ts"],
  ["a flash knows the screen", "src/flash/a.ts", "../ui/theme.ts"],
  ["a hook knows the local socket", "src/hooks/a.ts", "../control/server.ts"],
  ["the journal knows an assessment", "src/journal/a.ts", "../assess/types.ts"],
  ["what is printed knows a command", "src/output/a.ts", "../commands/run.ts"],
  ["what is printed knows the command line", "src/output/b.ts", "commander"],
  ["the plan knows the settings", "src/plan/a.ts", "../settings/read.ts"],
  ["the player knows the session", "src/player/a.ts", "../session/types.ts"],
  ["the player knows the compiler", "src/player/b.ts", "../plan/compile.ts"],
  ["the player uses a package", "src/player/c.ts", "chalk"],
  ["a page knows the journal", "src/remote/a.ts", "../journal/read/read-history.ts"],
  ["a page reads files of the person", "src/remote/page/a.ts", "../../files/read-json.ts"],
  ["the session knows a subscriber", "src/session/a.ts", "../output/plain-lines.ts"],
  ["the settings know the catalogue", "src/settings/a.ts", "../catalog/types.ts"],
  ["other programs know the screen", "src/system/a.ts", "../ui/theme.ts"],
  ["text knows files", "src/text/a.ts", "../files/read-text.ts"],
  ["the screen knows the clock", "src/ui/a.tsx", "../clock.ts"],
  ["the screen reads files", "src/ui/b.tsx", "node:fs"],
  ["a layout knows the compiler", "src/ui/layout/a.ts", "../../plan/compile.ts"],
  ["a room without a screen draws with Ink", "src/session/b.ts", "ink"],
];

/** What else must not be, in a file of its own each, and the rule that stops it. */
const BANNED_CODE: readonly (readonly [what: string, path: string, code: string, rule: string])[] = [
  ["the session reads time", "src/session/session.ts", "export const a = Date.now();\n", "noRestrictedGlobals"],
  ["the screen measures time", "src/ui/c.tsx", "export const a = performance.now();\n", "noRestrictedGlobals"],
  ["an output sets a timer", "src/output/c.ts", "setTimeout(() => {}, 1);\n", "noRestrictedGlobals"],
  ["the player knows the process", "src/player/d.ts", "export const a = process.pid;\n", "noRestrictedGlobals"],
  ["the plan reads files", "src/plan/b.ts", importing("node:fs"), "noNodejsModules"],
  ["a file exports a default", "src/output/d.ts", "export default 1;\n", "noDefaultExport"],
  ["a command ends the process", "src/commands/c.ts", "process.exit(1);\n", "plugin"],
  ["the screen hands on what ends the process", "src/ui/d.tsx", "export const a = process.abort;\n", "plugin"],
];

const BANNED = [
  ...BANNED_IMPORTS.map(([what, path, from]) => [what, path, importing(from), "noRestrictedImports"] as const),
  ...BANNED_CODE,
];

/** A circle of types alone: each file of it, and the rule that stops it. */
const CIRCLE = ["src/output/e.ts", "src/output/f.ts"] as const;

/** What must stay possible. */
const ALLOWED: readonly (readonly [what: string, path: string, code: string])[] = [
  ["the player knows the plan's types", "src/player/e.ts", importing("../plan/types.ts")],
  ["the plan knows its own folder", "src/plan/c.ts", importing("./types.ts")],
  ["a layout knows frames", "src/ui/layout/b.ts", importing("../../player/types.ts")],
  ["a layout knows the screen's own folder", "src/ui/layout/c.ts", importing("../theme.ts")],
  ["the clock reads time", "src/clock.ts", "export const a = Date.now();\n"],
  ["the way in ends the process", "src/cli.ts", "process.exit(1);\n"],
];

/** Rules broken, by file. */
const broken = new Map<string, Set<string>>();

beforeAll(async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), "unwind-directions-")));
  try {
    const config = JSON.parse(await readFile("biome.json", "utf8"));
    const { $schema, vcs, ...rules } = config;
    await writeFile(join(root, "biome.json"), JSON.stringify(rules));
    for (const plugin of rules.overrides.flatMap(({ plugins = [] }: { plugins?: string[] }) => plugins)) {
      await mkdir(join(root, dirname(plugin)), { recursive: true });
      await copyFile(plugin, join(root, plugin));
    }
    for (const [, path, code] of [...BANNED, ...ALLOWED]) {
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), code);
    }
    const [first, second] = CIRCLE;
    await writeFile(join(root, first), 'import type { D } from "./f.ts";\nexport type C = { d?: D };\n');
    await writeFile(join(root, second), 'import type { C } from "./e.ts";\nexport type D = { c?: C };\n');
    const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
    const report = await new Promise<string>((done) => {
      const words = [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."];
      execFile(process.execPath, words, { cwd: root }, (_error, stdout) => done(stdout));
    });
    for (const [, rule = "", file = ""] of report.matchAll(/title=(?:lint\/\w+\/)?(\w+),file=([^,]+)/g)) {
      const path = relative(root, resolve(root, file)).replaceAll("\\", "/");
      broken.set(path, (broken.get(path) ?? new Set()).add(rule));
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test.each(ROOMS)("the directions of src/%s are kept by a rule that is tested", (room) => {
  expect(BANNED_IMPORTS.some(([, path]) => path.startsWith(`src/${room}/`))).toBe(true);
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
