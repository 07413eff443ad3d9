/**
 * Merges esbuild's chunks into a few CommonJS files: what every command needs, what lists, what reads the catalogue, what a
 * session needs, and what its screen needs. A large part that only some need (writing settings, checking files) stays a file.
 *
 * esbuild splits at each dynamic `import()` and again at shared code, into dozens of files; each costs a third of a
 * millisecond to load. But what is merged is loaded together: V8 unpacks all of a file's code cache, used or not.
 */
import { basename } from "node:path";
import * as esbuild from "esbuild";
import { convertToCommonJs } from "./chunk-format.mjs";

/** A dynamic import that brings in more than this (bytes, before minifying) stays a file of its own. */
const MAX_MERGED_BYTES = 60_000;

/** Besides the entry itself, what its file has: status bars call `ctl` every few seconds. */
const WITH_ENTRY = /^src\/commands\/ctl\b/;

/** What reads and checks a typed line or a person's file. */
const CHECKS = /^src\/catalog\/(line-routine|routine-file|validate)\b/;
/** What reads the history. */
const HISTORY = /^src\/app\/open\/history\b/;
/** What a session does before its first frame: without a screen, and with one. What records it comes after that. */
const SESSION = /^src\/app\/(open\/assessments|session\/(lead-session|prepare-session|remote-access|resume-session))\b/;
const SCREEN = /^src\/app\/session\/lead-on-screen\b/;
const RECORDER = /^src\/journal\/write\/session-recorder\b/;

/**
 * The merged files after the entry's own, which has no more than every command needs. Each starts with the modules in
 * `roots` and all that they require, or only what those in `sharedWith` require as well; small modules that those may
 * load are merged in, too, unless it is bare. A chunk belongs to the first file that has it.
 */
const MERGED_FILES = [
  { file: "list.cjs", roots: /^src\/commands\/list\// },
  { file: "style.cjs", roots: /chalk\/source\/index\.js$|^src\/(ui\/theme|settings\/read-settings)\b/, isBare: true },
  { file: "flags.cjs", roots: /^src\/commands\/(plan|run)\b/, isBare: true },
  { file: "catalog.cjs", roots: /^src\/(app\/open\/routine|output\/plan-page)\b/ },
  {
    file: "shared.cjs",
    roots: new RegExp(`${CHECKS.source}|${HISTORY.source}`),
    sharedWith: new RegExp(`${SESSION.source}|${SCREEN.source}`),
    isBare: true,
  },
  { file: "session.cjs", roots: SESSION, isBare: true },
  { file: "screen.cjs", roots: SCREEN },
  { file: "schemas.cjs", roots: CHECKS, sharedWith: RECORDER, isBare: true },
  { file: "checks.cjs", roots: CHECKS, isBare: true },
  { file: "recorder.cjs", roots: RECORDER, isBare: true },
];

/** Other commands, history and questionnaires: never merged into a file that a session or a list loads completely. */
const NEVER_MERGED =
  /^src\/(hooks\/|remote\/|commands\/(?!list\/|plan\b|run\b)|app\/(command-line\/|assess\/|open\/(assessments|catalog|check-files|personal-file|routine|index-entries|spare-painful-sides|history|proposals|home-menu)\b|session\/(lead-session|lead-on-screen|resume-session|open-control|remote-page|review-session)\b)|catalog\/(shipped-files|build-routine|check-files|faults|routine-file|line-routine|group-paths)\b|output\/(plots|angle-plot)\b)/;

/**
 * Node's own modules that take milliseconds to load and that most commands never use, though they require code that could.
 * Each is loaded when one of its functions is first used.
 */
const LOADED_ON_USE = ["child_process", "crypto", "fs/promises", "http", "net", "os", "v8", "worker_threads"];
const LOADED_ON_USE_FILTER = new RegExp(`^node:(${LOADED_ON_USE.join("|")})$`);

/**
 * @param {import("esbuild").BuildResult} split the result of a build with splitting, unwritten
 * @param {string} entry the name of its entry's file
 * @param {import("esbuild").BuildOptions} options of every file
 * @returns {Promise<[string, string][]>} names and contents of the files
 */
export async function buildCommonJsFiles(split, entry, options) {
  const chunks = await readChunks(split);
  /** The merged file of each chunk that is in one. */
  const homes = assignToFiles(chunks, entry);
  const alone = [...chunks.keys()].filter((name) => !homes.has(name));
  const written = [...new Set(homes.values()), ...alone];
  return (await Promise.all(written.map((name) => buildFile(name, { chunks, homes, entry, options })))).flat();
}

async function readChunks({ outputFiles, metafile }) {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const read = async ({ path, text: source }) => {
    const name = basename(path);
    const text = escapeNonAscii(await convertToCommonJs(name, source, LOADED_ON_USE_FILTER));
    const { imports = [], entryPoint = "" } = outputs.get(name) ?? {};
    const wanted = imports.filter(({ external }) => !external);
    const named = (kind) => wanted.filter((one) => one.kind === kind).map((one) => basename(one.path));
    // What is imported without a name is needed by another chunk, if at all.
    const needs = named("import-statement").filter((needed) => text.includes(`require("./${needed}")`));
    const bytes = text.indexOf("//# sourceMappingURL=");
    return [name, { text, bytes, entryPoint, needs, mayNeed: named("dynamic-import") }];
  };
  return new Map(await Promise.all(outputFiles.map(read)));
}

/**
 * JavaScript or JSON in ASCII alone: a single dash makes V8 read, parse and keep the whole text at two bytes a character.
 * esbuild escapes what strings hold, but not what regular expressions do.
 */
export function escapeNonAscii(source) {
  return source.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Which merged file each chunk goes into; those that stay alone are left out. */
function assignToFiles(chunks, entry) {
  const findRoots = (pattern) => {
    const found = [...chunks.keys()].filter((name) => pattern.test(chunks.get(name).entryPoint));
    if (found.length === 0) throw new Error(`Chunks cannot be merged as planned: no module matches ${pattern}.`);
    return found;
  };
  const homes = new Map();
  for (const name of [entry, ...findRoots(WITH_ENTRY)]) {
    for (const required of collectRequiredChunks(chunks, name, homes)) homes.set(required, entry);
  }
  for (const { file, roots, sharedWith, isBare = false } of MERGED_FILES) {
    const collect = (pattern) => collectChunks(chunks, findRoots(pattern), homes, isBare);
    const others = sharedWith && collect(sharedWith);
    for (const name of collect(roots)) if (others?.has(name) ?? true) homes.set(name, file);
  }
  return homes;
}

/** Chunks with everything they require, and unless bare the small ones that they may load, except what is already placed. */
function collectChunks(chunks, start, placed, isBare) {
  const found = new Set();
  for (const name of start) collectRequiredChunks(chunks, name, placed, found);
  if (isBare) return found;
  // A set visits what is added to it meanwhile.
  for (const one of found) {
    for (const name of chunks.get(one).mayNeed) {
      if (NEVER_MERGED.test(chunks.get(name).entryPoint)) continue;
      const more = collectRequiredChunks(chunks, name, { has: (other) => placed.has(other) || found.has(other) });
      const bytes = [...more].reduce((sum, other) => sum + chunks.get(other).bytes, 0);
      if (bytes <= MAX_MERGED_BYTES) for (const other of more) found.add(other);
    }
  }
  return found;
}

/** A chunk and everything it requires statically, except what is already included. */
function collectRequiredChunks(chunks, name, included, found = new Set()) {
  if (included.has(name) || found.has(name)) return found;
  found.add(name);
  for (const needed of chunks.get(name).needs) collectRequiredChunks(chunks, needed, included, found);
  return found;
}

/** A merged file exposes its chunks by name and evaluates each on demand. */
function generateMergedSource(file, { homes, entry }) {
  const members = [...homes.keys()].filter((name) => name !== entry && homes.get(name) === file);
  const getters = members.map((name) => `get ${exportNameOf(name)}() { return require("./${name}"); },`);
  const program = file === entry ? `Object.assign(exports, require("./${entry}"));\n` : "";
  return `exports.chunks = {\n${getters.join("\n")}\n};\n${program}`;
}

/** Builds one file with its source map. */
async function buildFile(name, { chunks, homes, entry, options }) {
  const isMerged = [...homes.values()].includes(name);
  const contents = isMerged ? generateMergedSource(name, { homes, entry }) : `module.exports = require("./${name}");`;
  const { outputFiles } = await esbuild.build({
    ...options,
    stdin: { contents, sourcefile: "chunk", resolveDir: "/" },
    outfile: name,
    write: false,
    bundle: true,
    format: "cjs",
    supported: { "dynamic-import": false },
    plugins: [loadOnUse(), resolveChunks({ chunks, homes, name })],
  });
  return outputFiles.map(({ path, text }) => [basename(path), text]);
}

/** The esbuild plugin that resolves chunks: within the file, in a merged one, or in a file of their own. */
function resolveChunks({ chunks, homes, name }) {
  return {
    name: "chunks",
    setup(build) {
      build.onResolve({ filter: /^\.\/[^/]+\.cjs$/ }, ({ path, namespace }) => {
        const chunk = basename(path);
        if (namespace === "merged" || !chunks.has(chunk)) return { path, external: true };
        const home = homes.get(chunk) ?? chunk;
        if (home === name) return { path: chunk, namespace: "chunk" };
        return homes.has(chunk) ? { path: chunk, namespace: "merged" } : { path, external: true };
      });
      build.onLoad({ filter: /./, namespace: "chunk" }, ({ path }) => ({
        contents: chunks.get(path).text,
        loader: "js",
      }));
      build.onLoad({ filter: /./, namespace: "merged" }, ({ path }) => ({
        contents: `module.exports = require("./${homes.get(path)}").chunks.${exportNameOf(path)};`,
        loader: "js",
      }));
    },
  };
}

/** The esbuild plugin that puts something in place of the modules of {@link LOADED_ON_USE} that loads one for an export. */
function loadOnUse() {
  return {
    name: "load-on-use",
    setup(build) {
      build.onResolve({ filter: LOADED_ON_USE_FILTER }, ({ path, namespace }) =>
        namespace === "on-use" ? { path, external: true } : { path, namespace: "on-use" },
      );
      build.onLoad({ filter: /./, namespace: "on-use" }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get: (_, name) => require("${path}")[name] });`,
        loader: "js",
      }));
    },
  };
}

const exportNameOf = (chunk) => `$${chunk.replace(/\W/g, "_")}`;
