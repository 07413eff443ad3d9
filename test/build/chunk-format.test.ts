/** A chunk in CommonJS gives and takes the same values as the ES module that it was. */
import { build } from "esbuild";
import { expect, test } from "vitest";
import { convertToCommonJs, rejectImportsForEffect } from "../../src/build/chunk-format.mjs";
import { temporaryFolder, write } from "../support/catalog-files.ts";

const ON_USE = /^node:os$/;

/** What a chunk exports, and which modules were required, in order. */
async function load(text: string, modules: Readonly<Record<string, unknown>> = {}) {
  const code = await convertToCommonJs("chunk.cjs", text, ON_USE);
  const required: string[] = [];
  const module = { exports: {} as Record<string, unknown> };
  const requireModule = (name: string) => {
    required.push(name);
    return modules[name];
  };
  new Function("module", "exports", "require", code)(module, module.exports, requireModule);
  return { exports: module.exports, required, code };
}

test("names are imported and exported under those that the chunk gives them", async () => {
  const { exports } = await load(
    'import {\n  one,\n  two as $2\n} from "./other.cjs";\nvar both = one + $2;\nexport {\n  both,\n  one as first\n};\n',
    { "./other.cjs": { one: 1, two: 2 } },
  );
  expect(exports).toEqual({ both: 3, first: 1 });
});

test("a module of Node's is taken whole, or by its names", async () => {
  const text =
    'import path from "node:path";\nimport * as all from "node:path";\nimport { sep } from "node:path";\nvar result = [path.sep, all.sep, sep];\nexport { result };\n';
  const { exports } = await load(text, { "node:path": { sep: "/" } });
  expect(exports["result"]).toEqual(["/", "/", "/"]);
});

test("the exports of a module that is loaded on use stay untouched until then", async () => {
  const os = {
    get hostname(): () => string {
      throw new Error("touched");
    },
  };
  const text =
    'import { hostname } from "node:os";\nfunction name() {\n  return hostname();\n}\nexport {\n  name\n};\n';
  const { exports } = await load(text, { "node:os": os });
  expect(exports["name"]).toThrow("touched");
});

test("a chunk is loaded when it is asked for, and not if nothing is taken from it", async () => {
  const text = 'import "./unused.cjs";\nvar later = () => import("./later.cjs");\nexport {\n  later\n};\n';
  const { exports, required } = await load(text, { "./later.cjs": { value: 7 } });
  expect(required).toEqual([]);
  expect(await (exports["later"] as () => Promise<unknown>)()).toEqual({ value: 7 });
  expect(required).toEqual(["./later.cjs"]);
});

test("a package in CommonJS is its own default, and its exports are inherited", async () => {
  const helper = [
    "var __create = Object.create;",
    "var __defProp = Object.defineProperty;",
    "var __toESM = (mod, isNodeMode, target) => (target = {}, __copyProps(",
    "  // A comment.",
    "  mod",
    "));",
  ].join("\n");
  const { exports, code } = await load(`${helper}\nexport {\n  __toESM\n};\n`);
  const toModule = exports["__toESM"] as (mod: object, isNodeMode?: number) => Record<string, unknown>;
  const old = { twice: 2 };
  expect([toModule(old)["default"], toModule(old)["twice"]]).toEqual([old, 2]);
  const marked = { __esModule: true, default: "d" };
  expect(toModule(marked)).toBe(marked);
  expect(toModule(marked, 1)["default"]).toBe(marked);
  expect(code.split("\n")).toHaveLength(`${helper}\nexport {\n  __toESM\n};\n`.split("\n").length);
});

test.each([
  ["an export that changes", "var live = 1;\nfunction change() {\n  live = 2;\n}\nexport {\n  live,\n  change\n};\n"],
  ["an export that is counted up", "var live = 1;\nvar change = () => live += 1;\nexport {\n  live\n};\n"],
  ["an export that is counted up by one", "var live = 1;\nvar change = () => live++;\nexport {\n  live\n};\n"],
  ["an export that is counted down by one", "var live = 1;\nvar change = () => --live;\nexport {\n  live\n};\n"],
  ["a form of export that is not known", "export default 1;\n"],
  ["a form of import that is not known", 'import one, { two } from "./other.cjs";\n'],
  ["a helper that is not known", "var __toESM = (mod) => {\n  return mod;\n};\nexport {\n  __toESM\n};\n"],
])("%s fails the build", async (_, text) => {
  await expect(load(text)).rejects.toThrow(/^chunk\.cjs: /);
});

test.each([
  ["in another chunk", 'import "./effect.js";\nexport const own = 1;', false],
  [
    "in another chunk, besides names of a third",
    'import { other } from "./other.js";\nimport "./effect.js";\nexport const own = other;',
    false,
  ],
  ["in the same chunk", 'import "./alone.js";\nexport const own = 1;', true],
  ["whose names are taken", 'import { effect } from "./effect.js";\nexport const own = effect;', true],
])("an import for what a module does, of one %s", async (_, text, isLoaded) => {
  const folder = temporaryFolder();
  const sources: Readonly<Record<string, string>> = {
    "main.js": 'export const parts = [() => import("./a.js"), () => import("./b.js"), () => import("./other.js")];',
    "a.js": text,
    "b.js": 'import { effect } from "./effect.js";\nexport const own = effect;',
    "effect.js": "export const effect = (globalThis.changed = 1);",
    "alone.js": "globalThis.changed = 2;",
    "other.js": 'import { effect } from "./effect.js";\nexport const other = effect;',
  };
  for (const [name, source] of Object.entries(sources)) write(folder, name, source);
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["main.js"],
    outdir: "out",
    ...{ write: false, metafile: true, bundle: true, splitting: true, format: "esm" },
  });
  const rejection = rejectImportsForEffect(metafile, async (path) => sources[path] ?? "");
  if (isLoaded) await rejection;
  else await expect(rejection).rejects.toThrow('a.js: its import "./effect.js" would not load effect.js');
});
