/** The short helpers of the bundle pass on modules as esbuild's own do. */
import { createRequire } from "node:module";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { shortenModuleHelpers } from "../../src/build/module-helpers.mjs";

const FILES: Readonly<Record<string, string>> = {
  entry: `
    import { live, change } from "chunk";
    import * as all from "chunk";
    import path, { basename } from "node:path";
    import old, { twice } from "old";
    const before = live;
    change();
    export const result = [before, live, all.live, require("chunk") === require("chunk"), path.sep, basename("a/b"), old.twice(2), twice(3)];
    export default "entry";`,
  chunk: "export let live = 1; export const change = () => { live = 2; };",
  old: "exports.twice = (number) => 2 * number;",
};

async function bundle(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: 'module.exports = require("entry");' },
    bundle: true,
    minify: true,
    write: false,
    format: "cjs",
    platform: "node",
    plugins: [
      {
        name: "files",
        setup(build) {
          build.onResolve({ filter: /^(entry|chunk|old)$/ }, ({ path }) => ({ path, namespace: "files" }));
          build.onLoad({ filter: /./, namespace: "files" }, ({ path }) => ({ contents: FILES[path] ?? "" }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

function run(source: string) {
  const module = { exports: {} as { result: unknown; default: unknown; __esModule: unknown } };
  new Function("module", "exports", "require", source)(module, module.exports, createRequire(import.meta.url));
  const { result, default: main, __esModule } = module.exports;
  return { result, main, __esModule };
}

test("a bundle does the same with the short helpers, is as long, and copies no exports", async () => {
  const long = await bundle();
  const short = shortenModuleHelpers("bundle.cjs", long);
  expect(run(long).result).toEqual([1, 2, 2, false, "/", "b", 4, 6]);
  // Only that a chunk is now the same object each time differs.
  expect(run(short)).toEqual({ ...run(long), result: [1, 2, 2, true, "/", "b", 4, 6] });
  expect(short).not.toBe(long);
  expect(short).toHaveLength(long.length);
  expect(short.match(/getPrototypeOf\b|=>\w+\(\w+\(\{\},"__esModule"/g)).toEqual(["getPrototypeOf"]);
});

test("helpers that are not known fail the build", () => {
  expect(() => shortenModuleHelpers("cli.cjs", 'var a=b=>c(d({},"__esModule",{value:true}),b);')).toThrow("cli.cjs");
});
