/**
 * Patches to third-party packages that would otherwise slow every start; README.md says what each buys.
 *
 * A patch replaces text in one file of a package. If the text is gone (after an update) the build fails and names the
 * patch: a patch that silently stops working would only show in the benchmark.
 */
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { INK_PATCHES } from "./ink-patches.mjs";

/** string-width's emoji pattern takes 20 ms to build and 20 ms at first use; the second pattern is a cheap pre-check. */
const RGI_EMOJI = "const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;";
const LAZY_RGI_EMOJI = `
const mayBeEmojiRegex = /[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u20E3]/u;
let builtRgiEmojiRegex;
const rgiEmojiRegex = {
  test(segment) {
    if (!mayBeEmojiRegex.test(segment)) return false;
    builtRgiEmojiRegex ??= new RegExp("^\\\\p{RGI_Emoji}$", "v");
    return builtRgiEmojiRegex.test(segment);
  },
};`;

/** `new Intl.Segmenter()` reads the rules of Unicode, which takes as long as starting Node: do so when one is needed. */
const LAZY_SEGMENTER = `{
  segment(text) {
    builtSegmenter ??= new Intl.Segmenter();
    return builtSegmenter.segment(text);
  },
};
let builtSegmenter;`;

/** Characters that are certainly one column wide: ASCII, dashes, dots, arrows, lines, blocks, braille; no emoji. */
export const SINGLE_WIDTH_CHARACTERS =
  "\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u00FF\\u2010-\\u2027\\u2190-\\u2193\\u2212\\u221A\\u221E\\u2248\\u2500-\\u25A9\\u25B2\\u25BA\\u25BC\\u25C4\\u25C6\\u25CA\\u25CB\\u25CF\\u2800-\\u28FF";
const SINGLE_WIDTH_CHECK = `if (ambiguousIsNarrow && /^[${SINGLE_WIDTH_CHARACTERS}]*$/.test(string)) {`;

/** Instantiates Yoga synchronously from its own bytes: no fetch (which loads Node's HTTP stack), no top-level await. */
const SYNCHRONOUS_YOGA = `
const yoga = {
  instantiateWasm(imports, done) {
    setFlagsFromString("--wasm-tiering-budget=100000000");
    const wasm = new WebAssembly.Module(Buffer.from(wasmBase64, "base64"));
    const instance = new WebAssembly.Instance(wasm, imports);
    done(instance);
    return instance.exports;
  },
};
loadYoga(yoga);
const Yoga = wrapAssembly(yoga);`;

const WASM_DATA_URL = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]{10000,})/;

/** @type {{ package: string, file: string, why: string, replace: [string | RegExp, string][] }[]} */
const PATCHES = [
  ...INK_PATCHES,
  {
    package: "string-width",
    file: "index.js",
    why: "build the emoji pattern and what segments text only when a string needs them (60 ms of the first frame)",
    replace: [
      ["const segmenter = new Intl.Segmenter();", `const segmenter = ${LAZY_SEGMENTER}`],
      [RGI_EMOJI, LAZY_RGI_EMOJI],
      // Blocks and braille, which make up the big digits and the figures, are as wide as letters: a tenth of all drawing.
      ["if (/^[\\u0020-\\u007E]*$/.test(string)) {", SINGLE_WIDTH_CHECK],
    ],
  },
  {
    package: "yoga-layout",
    file: "dist/src/index.js",
    why: "load the layout engine without fetch and without top-level await (25 ms of the first frame)",
    replace: [
      ["import loadYoga from", 'import { setFlagsFromString } from "node:v8";\nimport loadYoga, { wasmBase64 } from'],
      ["const Yoga = wrapAssembly(await loadYoga());", SYNCHRONOUS_YOGA],
    ],
  },
  {
    package: "yoga-layout",
    file: "dist/binaries/yoga-wasm-base64-esm.js",
    why: "hand out the engine's bytes",
    replace: [
      [WASM_DATA_URL, "data:application/octet-stream;base64,"],
      ["var _scriptDir = import.meta.url;", 'var _scriptDir = "";'],
      ["export default loadYoga;", "export default loadYoga;\nexport const wasmBase64 = __WASM__;"],
    ],
  },
  {
    package: "slice-ansi",
    file: "index.js",
    why: "cut a text before a wide character that would reach beyond the end (mended in 9.0, which needs Node 22)",
    replace: [
      [
        "let isPastEnd = end !== undefined && position >= end;",
        "let isPastEnd = end !== undefined && position + Math.max(0, (token.visibleWidth ?? 0) - 1) >= end;",
      ],
    ],
  },
  {
    package: "@bomb.sh/tab",
    file: "dist/powershell-C1q3FW2e.mjs",
    why: "let fish complete `--flag=value`, and lists without a space behind them",
    replace: [['string split --max 1 "\\\\t" $', "string split --max 1 \\\\t -- $"]],
  },
  {
    package: "slice-ansi",
    file: "tokenize-ansi.js",
    why: "measure characters as what lays them out does: a voiced halfwidth kana takes two columns",
    replace: [
      [
        "import ansiStyles from 'ansi-styles';",
        "import ansiStyles from 'ansi-styles';\nimport stringWidth from 'string-width';",
      ],
      [
        "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
        `const GRAPHEME_SEGMENTER = ${LAZY_SEGMENTER}`,
      ],
      [
        /^function getGraphemeWidth\(grapheme\) \{[\s\S]*?^\}$/m,
        "const getGraphemeWidth = (grapheme) => stringWidth(grapheme);",
      ],
    ],
  },
  {
    package: "wrap-ansi",
    file: "index.js",
    why: "segment only text that needs it (20 ms of the first frame)",
    replace: [
      ["const segmenter = new Intl.Segmenter();", `const segmenter = ${LAZY_SEGMENTER}`],
      ["const ASCII_PRINTABLE_REGEX = /^[ -~]*$/;", `const ASCII_PRINTABLE_REGEX = /^[${SINGLE_WIDTH_CHARACTERS}]*$/;`],
    ],
  },
  {
    package: "signal-exit",
    file: "index.js",
    why: "not load node:assert for a check of one argument",
    replace: [
      ["  var assert = require('assert')\n", ""],
      ["    assert.equal(typeof cb, 'function', 'a callback must be provided for exit handler')\n", ""],
    ],
  },
  {
    package: "@alcalzone/ansi-tokenize",
    file: "build/tokenize.js",
    why: "build what segments text only when it is taken apart (20 ms of the first frame)",
    replace: [
      [
        'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
        `const segmenter = ${LAZY_SEGMENTER}`,
      ],
    ],
  },
  {
    package: "commander",
    file: "lib/command.js",
    why: "load node:child_process only if a subcommand is a program of its own (5 ms of every command)",
    replace: [
      [
        "const childProcess = require('node:child_process');",
        "const childProcess = { get spawn() { return require('node:child_process').spawn; } };",
      ],
    ],
  },
];

/** The esbuild plugin that applies the patches, and fails if a bundled package has one that was not applied. */
export function patchPackages() {
  return {
    name: "patches",
    setup(build) {
      const applied = new Set();
      for (const patch of PATCHES) {
        build.onLoad({ filter: createFileFilter(patch) }, async ({ path }) => {
          applied.add(patch);
          return { contents: applyPatch(patch, await readFile(path, "utf8")), resolveDir: dirname(path) };
        });
      }
      build.onEnd(({ metafile }) => {
        const inputs = Object.keys(metafile?.inputs ?? {});
        for (const patch of PATCHES) {
          const bundled = inputs.some((input) => input.includes(`node_modules/${patch.package}/`));
          if (bundled && !applied.has(patch)) throw describeFailure(patch, "the file is gone");
        }
      });
    },
  };
}

/** The same for tests: a Vite plugin for the packages that the test runner inlines. Their source maps lead nowhere. */
export function patchInlinedPackages() {
  return {
    name: "patches",
    async load(id) {
      if (!/node_modules.*\.js$/.test(id)) return;
      const source = (await readFile(id, "utf8")).replace(/^\/\/# sourceMappingURL=.*$/m, "");
      const patch = PATCHES.find((patch) => createFileFilter(patch).test(id));
      return { code: patch ? applyPatch(patch, source) : source, map: null };
    },
  };
}

function applyPatch(patch, source) {
  const [, wasmBase64] = WASM_DATA_URL.exec(source) ?? [];
  const wasm = wasmBase64 ? JSON.stringify(shrinkMemory(wasmBase64)) : '""';
  let text = source;
  for (const [pattern, replacement] of patch.replace) {
    const found = typeof pattern === "string" ? text.split(pattern).length - 1 : text.match(pattern) ? 1 : 0;
    if (found !== 1) throw describeFailure(patch, `expected one match, found ${found}: ${pattern}`);
    text = text.replace(pattern, () => replacement.replace("__WASM__", () => wasm));
  }
  return text;
}

/** The same WebAssembly module with an initial memory of 2 MB in place of 16; it grows when it has to. */
function shrinkMemory(base64) {
  const bytes = Buffer.from(base64, "base64");
  // The memory section: 7 bytes, 1 memory with a limit, 256 pages of 64 KB at first, 32,768 at most.
  const section = Buffer.from("050701018002808002", "hex");
  const at = bytes.indexOf(section);
  if (at < 0 || bytes.indexOf(section, at + 1) >= 0)
    throw new Error("the memory of Yoga is not as package-patches.mjs knows it");
  // 32 pages, in as many bytes.
  bytes.set([0xa0, 0x00], at + 4);
  return bytes.toString("base64");
}

function describeFailure(patch, what) {
  const name = `${patch.package}/${patch.file}`;
  return new Error(`The patch for ${name} no longer applies: ${what}. Its purpose: to ${patch.why}.`);
}

function createFileFilter(patch) {
  const path = `node_modules/${patch.package}/${patch.file}`;
  return new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("/", "[\\\\/]")}$`);
}
