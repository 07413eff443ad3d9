/** The licences of what is bundled travel with the program. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { collectLicences } from "../../src/build/licences.mjs";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "unwind-licences-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function install(name: string, license: string, text?: string): Promise<string> {
  const folder = join(root, "node_modules", name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ name, version: "1.2.3", license }));
  if (text) await writeFile(join(folder, "LICENSE.md"), text);
  return `node_modules/${name}/index.js`;
}

test("every bundled package is named once with its version and its licence", async () => {
  const inputs = [
    await install("a", "MIT", "Text of a"),
    "node_modules/a/lib/more.js",
    await install("@b/c", "ISC", "Text of c"),
    "src/cli.ts",
  ];
  const text = await collectLicences(root, inputs);
  expect(text.match(/^\S+ 1\.2\.3 \(.*\)$/gm)).toEqual(["@b/c 1.2.3 (ISC)", "a 1.2.3 (MIT)"]);
  expect(text).toContain("Text of a");
  expect(text).toContain("Text of c");
});

test("a bundled package without a licence text stops the build", async () => {
  await expect(collectLicences(root, [await install("bare", "MIT")])).rejects.toThrow(
    /bare is bundled, but has no licence text: copy it/,
  );
});

test("a bundled package under a licence that binds us stops the build", async () => {
  await expect(collectLicences(root, [await install("copyleft", "GPL-3.0", "Text")])).rejects.toThrow(
    /licence is GPL-3\.0/,
  );
});
