/** Patches to third-party packages: the same behaviour, or no build. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import * as fc from "fast-check";
import stringWidth from "string-width";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patchPackages, SINGLE_WIDTH_CHARACTERS } from "../../src/build/package-patches.mjs";
import { anyText } from "../support/any-text.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unwind-patches-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let bundles = 0;
/** Bundles one line of code with the patches. */
async function bundlePatched(code: string, resolveDir = process.cwd()): Promise<Record<string, unknown>> {
  const outfile = join(folder, `patched-${++bundles}.mjs`);
  await build({
    stdin: { contents: code, resolveDir },
    outfile,
    bundle: true,
    metafile: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
    plugins: [patchPackages()],
  });
  return import(pathToFileURL(outfile).href);
}

test("names with emoji, accents and wide characters are as wide after the patch as before it", async () => {
  const { default: patchedWidth } = await bundlePatched('export { default } from "string-width";');
  const anyName = fc.oneof(
    fc.string({ unit: "grapheme" }),
    anyText(),
    fc
      .array(fc.constantFrom("👍🏽", "🇩🇪", "👩‍👩‍👧", "1️⃣", "#⃣", "❤️", "❤", "é", "漢", "ｱﾞ", "한", "™", "\u200d", "a"))
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(anyName, (text) => {
      expect((patchedWidth as typeof stringWidth)(text)).toBe(stringWidth(text));
    }),
    { numRuns: 2000 },
  );
  const plain = new RegExp(`^[${SINGLE_WIDTH_CHARACTERS}]$`);
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const characters = all.filter((one) => plain.test(one));
  expect(characters.length).toBeGreaterThan(500);
  for (const options of [{}, { ambiguousIsNarrow: false }]) {
    const width = (one: string) => (patchedWidth as typeof stringWidth)(one, options);
    expect(characters.filter((one) => width(one) !== stringWidth(one, options))).toEqual([]);
  }
});

test("a text with wide characters is cut to any number of columns, never wider", async () => {
  const { default: truncate } = await bundlePatched(
    'export { default } from "cli-truncate";',
    join("node_modules", "ink"),
  );
  for (const text of [
    "▲ 拉伸ストレッチ拉伸",
    "ｱﾞストレッチ拉伸拉伸",
    "한국어 스트레칭 운동 이름",
    "👩‍👩‍👧 family 👍🏽 stretch",
  ]) {
    for (let columns = 4; columns <= 22; columns++) {
      const cut = (truncate as (text: string, columns: number) => string)(text, columns);
      expect(stringWidth(cut), `${columns}: ${cut}`).toBeLessThanOrEqual(columns);
      expect(stringWidth(cut)).toBeGreaterThanOrEqual(Math.min(columns, stringWidth(text)) - 2);
    }
  }
});

test("a package that was updated past its patch stops the build, and the message says what the patch was for", async () => {
  const updated = join(folder, "node_modules/string-width");
  await mkdir(updated, { recursive: true });
  await writeFile(join(updated, "package.json"), '{ "name": "string-width", "main": "index.js" }');
  await writeFile(join(updated, "index.js"), "export default (text) => text.length;");
  await expect(bundlePatched('export { default } from "string-width";', folder)).rejects.toThrow(
    /patch for string-width\/index\.js no longer applies: expected one match, found 0.*first frame/,
  );
});

test("a package that moved the patched file stops the build", async () => {
  const moved = join(folder, "node_modules/commander");
  await mkdir(moved, { recursive: true });
  await writeFile(join(moved, "package.json"), '{ "name": "commander", "main": "command.js" }');
  await writeFile(join(moved, "command.js"), "module.exports = class Command {};");
  await expect(bundlePatched('export { default } from "commander";', folder)).rejects.toThrow(/the file is gone/);
});
