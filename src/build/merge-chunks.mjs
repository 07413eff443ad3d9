/**
 * Merges esbuild's chunks into a few CommonJS files: a core that nearly every command needs, and one file for each large
 * part that only some need (the screen, writing settings, checking files).
 *
 * esbuild splits at each dynamic `import()` and again at shared code, into dozens of files; each costs a third of a
 * millisecond to load. Small chunks are cheaper to include: they are not evaluated, and hardly parsed, until requested.
 */
import { createRequire } from "node:module";
import { basename } from "node:path";
import * as esbuild from "esbuild";

/** A dynamic import that brings in more than this (bytes, before minifying) stays a file of its own. */
const MAX_CORE_CHUNK_BYTES = 60_000;

/** Commands that are typed daily and start fast: always part of the core, with all that they require. */
const ALWAYS_IN_CORE = /^src\/commands\/(list\/|plan\b|run\b)/;

/** History and questionnaires: never part of the core, which `list` and `run` load completely. */
const NEVER_IN_CORE =
  /^src\/(hooks\/|remote\/|commands\/(ctl|edit|new|history|log|assess|stats|note|suggest|export|import|screen|doctor|completion|complete)\b|app\/(command-line\/|assess\/|open\/(assessments|history|proposals|for-me|home-menu)\b|session\/(after-session|open-control|remote-page|review-session)\b)|output\/(plots|angle-plot)\b)/;

/**
 * Node's own modules that take milliseconds to load and that most commands never use, though they require code that could.
 * Each is loaded when one of its functions is first used.
 */
const LOADED_ON_USE = ["child_process", "crypto", "fs/promises", "http", "net", "worker_threads"];
const LOADED_ON_USE_FILTER = new RegExp(`^node:(${LOADED_ON_USE.join("|")})$`);

/**
 * @param {import("esbuild").BuildResult} split the result of a build with splitting, unwritten
 * @param {string} entry the name of its entry's file
 * @param {import("esbuild").BuildOptions} options of every file
 * @returns {Promise<[string, string][]>} names and contents of the files
 */
export async function buildCommonJsFiles(split, entry, options) {
  const chunks = readChunks(split);
  const core = selectCore(chunks, entry);
  const written = [...chunks.keys()].filter((name) => name === entry || !core.has(name));
  return (await Promise.all(written.map((name) => buildFile(name, { chunks, core, entry, options })))).flat();
}

function readChunks({ outputFiles, metafile }) {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  return new Map(
    outputFiles.map(({ path, text: source }) => {
      const name = basename(path);
      const text = escapeNonAscii(source);
      const { imports = [], entryPoint = "" } = outputs.get(name) ?? {};
      const wanted = imports.filter(({ external }) => !external);
      const named = (kind) => wanted.filter((one) => one.kind === kind).map((one) => basename(one.path));
      const bytes = text.indexOf("//# sourceMappingURL=");
      return [name, { text, bytes, entryPoint, needs: named("import-statement"), mayNeed: named("dynamic-import") }];
    }),
  );
}

/**
 * esbuild escapes what strings hold, but not what regular expressions do; a single character beyond Latin-1 makes V8 keep
 * the whole file at two bytes a character.
 */
function escapeNonAscii(source) {
  return source.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The entry with everything it requires, and the small chunks that it may require. */
function selectCore(chunks, entry) {
  const core = collectRequiredChunks(chunks, entry, new Set());
  for (let grown = true; grown; ) {
    grown = false;
    for (const name of [...core].flatMap((one) => chunks.get(one).mayNeed)) {
      const { entryPoint } = chunks.get(name);
      if (NEVER_IN_CORE.test(entryPoint)) continue;
      const more = collectRequiredChunks(chunks, name, core);
      const bytes = [...more].reduce((sum, one) => sum + chunks.get(one).bytes, 0);
      if (more.size === 0 || (bytes > MAX_CORE_CHUNK_BYTES && !ALWAYS_IN_CORE.test(entryPoint))) continue;
      for (const one of more) core.add(one);
      grown = true;
    }
  }
  return core;
}

/** A chunk and everything it requires statically, except what is already included. */
function collectRequiredChunks(chunks, name, included, found = new Set()) {
  if (included.has(name) || found.has(name)) return found;
  found.add(name);
  for (const needed of chunks.get(name).needs) collectRequiredChunks(chunks, needed, included, found);
  return found;
}

/** The core exposes its chunks by name and evaluates each on demand. */
function generateCoreSource(core, entry) {
  const shared = [...core].filter((one) => one !== entry);
  const getters = shared.map((one) => `get ${exportNameOf(one)}() { return require("./${one}"); },`);
  return `export * from "./${entry}";\nexport const chunks = {\n${getters.join("\n")}\n};`;
}

/** Builds one file with its source map. */
async function buildFile(name, { chunks, core, entry, options }) {
  const isCore = name === entry;
  const contents = isCore ? generateCoreSource(core, entry) : `module.exports = require("./${name}");`;
  const { outputFiles } = await esbuild.build({
    ...options,
    stdin: { contents, sourcefile: "chunk", resolveDir: "/" },
    outfile: name,
    write: false,
    bundle: true,
    format: "cjs",
    supported: { "dynamic-import": false },
    plugins: [loadOnUse(), resolveChunks({ chunks, core, entry, isCore, name })],
  });
  return outputFiles.map(({ path, text }) => [basename(path), text]);
}

/** The esbuild plugin that resolves chunks: within the file, in the core, or in another file. */
function resolveChunks({ chunks, core, entry, isCore, name }) {
  return {
    name: "chunks",
    setup(build) {
      build.onResolve({ filter: /^\.\/[^/]+\.cjs$/ }, ({ path, namespace }) => {
        const chunk = basename(path);
        if (namespace === "core" || !chunks.has(chunk)) return { path, external: true };
        if (chunk === name || (isCore && core.has(chunk))) return { path: chunk, namespace: "chunk" };
        return core.has(chunk) ? { path: chunk, namespace: "core" } : { path, external: true };
      });
      build.onLoad({ filter: /./, namespace: "chunk" }, ({ path }) => ({
        contents: chunks.get(path).text,
        loader: "js",
      }));
      build.onLoad({ filter: /./, namespace: "core" }, ({ path }) => ({
        contents: `module.exports = require("./${entry}").chunks.${exportNameOf(path)};`,
        loader: "js",
      }));
    },
  };
}

/** The esbuild plugin that puts getters in place of the exports of {@link LOADED_ON_USE}. */
function loadOnUse() {
  return {
    name: "load-on-use",
    setup(build) {
      build.onResolve({ filter: LOADED_ON_USE_FILTER }, ({ path, namespace }) =>
        namespace === "on-use" ? { path, external: true } : { path, namespace: "on-use" },
      );
      build.onLoad({ filter: /./, namespace: "on-use" }, ({ path }) => ({
        contents: generateGetters(path),
        loader: "js",
      }));
    },
  };
}

function generateGetters(name) {
  const exported = Object.keys(createRequire(import.meta.url)(name)).join(" ");
  return `for (const name of "${exported}".split(" ")) {
    Object.defineProperty(exports, name, { enumerable: true, get: () => require("${name}")[name] });
  }`;
}

const exportNameOf = (chunk) => `$${chunk.replace(/\W/g, "_")}`;
