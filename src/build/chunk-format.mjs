/**
 * Turns a chunk of esbuild's, an ES module, into CommonJS. esbuild would do so with a getter for each export, defined one by
 * one and called at each use: some thousands for a command. Here a chunk hands out plain values, as none of ours changes
 * after it was loaded, and a chunk that nothing is taken from is not loaded.
 */
import * as esbuild from "esbuild";

const IMPORTED_NAMES = /^import \{([^}]*)\} from "([^"]+)";$/gm;
const IMPORTED_WHOLE = /^import (?:\* as )?([\w$]+) from "(node:[^"]+|[\w/]+)";$/gm;
const IMPORTED_NOTHING = /^import "\.\/[^"]+";$/gm;
const IMPORTED_ON_DEMAND = /\bimport\("(\.\/[^"]+)"\)/g;
const EXPORTED_NAMES = /^export \{([^}]*)\};$/m;
/** One name of such a list: `name` or `name as other`. */
const NAME = /([\w$]+)(?: as ([\w$]+))?/g;

/** The helper that gives a package's CommonJS module to those that `import` it: it copies every export at each import. */
const MODULE_COPY = /^var __toESM = \([\s\S]*?\n\)\);$/m;
/** Here it inherits them. */
const MODULE_HEIR =
  "var __toESM = (mod, isNodeMode) => isNodeMode || !mod?.__esModule" +
  ' ? __defProp(__create(mod ?? null), "default", { value: mod, enumerable: true }) : mod;';

/**
 * @param {string} name of the chunk, for messages
 * @param {string} text of the chunk, not minified, with its source map in it
 * @param {RegExp} loadedOnUse modules whose exports are only to be touched when they are used
 * @returns {Promise<string>} the same in CommonJS, line for line
 * @throws Error if the chunk has a form that is not known, or an export that changes
 */
export async function convertToCommonJs(name, text, loadedOnUse) {
  for (const [, exported] of text.match(EXPORTED_NAMES)?.[1].matchAll(NAME) ?? []) expectConstant(name, text, exported);
  const converted = text
    .replace(MODULE_COPY, (all) => MODULE_HEIR + "\n".repeat(all.split("\n").length - 1))
    .replace(IMPORTED_NAMES, (all, names, from) =>
      loadedOnUse.test(from) ? all : `var {${names.replace(NAME, toProperty)}} = require("${from}");`,
    )
    .replace(IMPORTED_WHOLE, 'var $1 = require("$2");')
    .replace(IMPORTED_NOTHING, "")
    .replace(IMPORTED_ON_DEMAND, 'Promise.resolve().then(() => require("$1"))')
    .replace(EXPORTED_NAMES, (_, names) => {
      const properties = names.replace(NAME, (_, local, exported) => toProperty(_, exported ?? local, local));
      return `module.exports = {${properties}};`;
    });
  const unknown = /^(?:(?:import|export)\b.*|var __toESM = .*[^;\n])$/m.exec(converted.replace(IMPORTED_NAMES, ""));
  if (unknown) throw new Error(`${name}: the build does not know this form: ${unknown[0]}`);
  if (!/^import\b/m.test(converted)) return converted;
  // What is left is to be used through the module, which esbuild writes out.
  const { code } = await esbuild.transform(converted, { format: "cjs", sourcemap: "inline", logLevel: "error" });
  return code;
}

/** `import "./file.ts"`, on a line of its own. */
const IMPORT_FOR_EFFECT = /^\s*import\s*["']([^"'\n]+)["']/gm;

/**
 * Refuses an import that names nothing, for what a module does when it is loaded, where that module is in another chunk:
 * it would never be loaded.
 *
 * @param {import("esbuild").Metafile} metafile of the build with splitting
 * @param {(path: string) => Promise<string>} readSource the text of an input
 * @throws Error that names both modules
 */
export async function rejectImportsForEffect({ inputs, outputs }, readSource) {
  const chunksOf = (path) => Object.keys(outputs).filter((name) => Object.hasOwn(outputs[name].inputs, path));
  for (const [path, { imports }] of Object.entries(inputs)) {
    const elsewhere = imports.filter((one) => {
      // A package in CommonJS is a function that its importer calls.
      if (one.kind !== "import-statement" || one.external || inputs[one.path]?.format !== "esm") return false;
      const own = chunksOf(path);
      const chunks = chunksOf(one.path);
      return chunks.length > 0 && !chunks.some((name) => own.includes(name));
    });
    if (elsewhere.length === 0) continue;
    const unnamed = [...(await readSource(path)).matchAll(IMPORT_FOR_EFFECT)].map(([, from]) => from);
    const lost = elsewhere.find(({ original }) => unnamed.includes(original));
    if (lost)
      throw new Error(`${path}: its import "${lost.original}" would not load ${lost.path}: call a function of it`);
  }
}

const toProperty = (_, key, value) => (value === undefined || value === key ? key : `${key}: ${value}`);

/** Importers keep the value that an export had when the chunk was loaded. */
function expectConstant(name, text, exported) {
  const local = exported.replace(/\$/g, "\\$");
  const assigned = new RegExp(
    `(?<!(?:var|const|let) |[\\w$.])${local}(?: (?:=|[^\\w\\s=!<>]+=) |\\+\\+|--)|(?:\\+\\+|--)${local}(?![\\w$.[])`,
  );
  if (assigned.test(text)) throw new Error(`${name}: the export ${exported} changes after it was loaded`);
}
