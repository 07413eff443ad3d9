/** Loads code of the program in the build: it is TypeScript, which Node 20 cannot run, so esbuild bundles it first. */
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import * as esbuild from "esbuild";

/**
 * @param {string} source code that imports or exports, with paths relative to the root
 * @param {string} root the package's folder
 * @returns {Promise<Record<string, any>>} what the code exports
 */
export async function loadTypeScript(source, root) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: source, resolveDir: root },
    write: false,
    bundle: true,
    platform: "node",
    format: "cjs",
    define: { "import.meta.dirname": "__dirname", "import.meta.url": "__dirname" },
    logLevel: "warning",
  });
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0].text, ["module", "exports", "require", "__dirname"]);
  run(module, module.exports, createRequire(import.meta.url), root);
  return module.exports;
}
