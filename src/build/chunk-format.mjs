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

const toProperty = (_, key, value) => (value === undefined || value === key ? key : `${key}: ${value}`);

/** Importers keep the value that an export had when the chunk was loaded. */
function expectConstant(name, text, exported) {
  const assigned = new RegExp(
    `(?<!(?:var|const|let) |[\\w$.])${exported.replace(/\$/g, "\\$")} (?:=|[^\\w\\s=!<>]+=) `,
  );
  if (assigned.test(text)) throw new Error(`${name}: the export ${exported} changes after it was loaded`);
}
