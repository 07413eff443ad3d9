/**
 * Builds the program: src/cli.ts and every package it uses, bundled into a few CommonJS files in dist.
 *
 * esbuild splits at each dynamic `import()`, so a command loads only what it needs. Splitting works only for ES modules,
 * so the chunks are converted to CommonJS afterwards, which Node starts about 5 ms faster.
 */
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as esbuild from "esbuild";
import { rejectImportsForEffect } from "./chunk-format.mjs";
import { collectLicences } from "./licences.mjs";
import { buildManPage } from "./man-page.mjs";
import { buildCommonJsFiles } from "./merge-chunks.mjs";
import { patchPackages } from "./package-patches.mjs";
import { renderShippedCatalog } from "./shipped-catalog.mjs";
import { hashSources, STAMP_FILE } from "./source-hash.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const TARGET = "node20.19";

/** Must never be bundled: it slows start-up or is for development only. */
const FORBIDDEN_INPUTS = /react-devtools|node_modules\/ws\/|\.development\.js$/;

const ENTRY_FILE = "cli.cjs";

/** The page that a session serves to phones: its own small program, in the browser's language. */
const PAGE_FOLDER = "src/remote/page/browser";

/** Encoders for rendered sessions: separate files, because LAME's licence lets anyone replace its build. */
const ENCODERS = ["mp3", "ogg"];
const ENCODER_LICENCES = ["lame.txt", "vorbis.txt"];

/** What a module knows of itself, as CommonJS has it. */
const FILE_ADDRESS = {
  "import.meta.url": "$file.url",
  "import.meta.dirname": "__dirname",
  "import.meta.filename": "__filename",
};

/** Options of every output file; each starts with the source hash, 72 characters that bin/unwind.js checks. */
const outputOptions = (inputs) => ({
  platform: "node",
  target: TARGET,
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  define: FILE_ADDRESS,
  // Few files ask for their address, and Node takes a millisecond to make one.
  banner: {
    js: `/*${inputs}*/"use strict";var $file={get url(){return require("node:url").pathToFileURL(__filename).href}};`,
  },
  logLevel: "warning",
});

/** @returns {Promise<string[]>} the names of the files in dist */
export async function buildProgram() {
  const inputs = await hashSources(ROOT);
  const options = outputOptions(inputs);
  const [split, worker, page, encoders, catalog] = await Promise.all([
    bundleProgram(),
    buildAudioWorker(options),
    buildPage(),
    readEncoders(),
    renderShippedCatalog(ROOT),
  ]);
  const bundled = [split, worker, page].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const forbidden = bundled.filter((input) => FORBIDDEN_INPUTS.test(input));
  if (forbidden.length > 0) throw new Error(`These must not be bundled: ${forbidden.join(", ")}`);
  await rejectImportsForEffect(split.metafile, (path) => readFile(join(ROOT, path), "utf8"));

  const files = new Map([
    ...(await buildCommonJsFiles(split, ENTRY_FILE, options)),
    ...[worker, page].flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [basename(path), text])),
    ["page.html", await readFile(join(ROOT, PAGE_FOLDER, "index.html"), "utf8")],
    ...encoders,
    ...catalog,
  ]);
  files.set("LICENSES.txt", await collectLicences(ROOT, bundled, ENCODER_LICENCES));
  files.set("unwind.1", await buildManPage(files, ENTRY_FILE, ROOT));
  files.set(STAMP_FILE, `${JSON.stringify({ inputs, files: [...files.keys()].sort() }, null, 2)}\n`);
  const dist = join(ROOT, "dist");
  // The code cache belongs to the old files: remove it first.
  for (const name of await readdir(dist).catch(() => [])) {
    if (name.startsWith("compiled-")) await rm(join(dist, name), { recursive: true, force: true });
  }
  await installFiles(dist, files);
  await writeCodeCacheWith(process.execPath);
  return [...files.keys()];
}

/** Writes the code cache with the given Node, in a separate process; without it the program only starts slower. */
export async function writeCodeCacheWith(node) {
  await promisify(execFile)(node, [join(ROOT, "src/build/code-cache.mjs")]).catch((error) => {
    console.error(`No code cache was written, so the program starts more slowly: ${error.message}`);
  });
}

function bundleProgram() {
  return esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ["src/cli.ts"],
    outdir: "dist",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: "esm",
    outExtension: { ".js": ".cjs" },
    chunkNames: "[name]-[hash]",
    platform: "node",
    // Prefer a package's ES module: the UMD form of jsonc-parser requires its files in a way that cannot be bundled.
    mainFields: ["module", "main"],
    target: TARGET,
    jsx: "automatic",
    sourcemap: "inline",
    sourcesContent: false,
    legalComments: "none",
    define: { ...FILE_ADDRESS, "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
    plugins: [patchPackages(), keepVersionOnly()],
    logLevel: "warning",
  });
}

/** The process that plays the sound; the program starts it by its file's name. */
function buildAudioWorker(options) {
  return esbuild.build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: { "sound-helper": "src/audio/worker/main.ts" },
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    write: false,
    metafile: true,
    bundle: true,
    format: "cjs",
  });
}

function buildPage() {
  return esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: { page: `${PAGE_FOLDER}/main.ts`, "page-style": `${PAGE_FOLDER}/page.css` },
    outdir: "dist",
    entryNames: "[name]",
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: ["chrome111", "firefox113", "safari16.4"],
    // Of Node's timers a browser has these; the clock asks for exact ones only in the program.
    define: { setImmediate: "setTimeout", clearImmediate: "clearTimeout" },
    legalComments: "none",
    logLevel: "warning",
  });
}

function readEncoders() {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    ENCODERS.map(async (name) => [`${name}.wasm`, await readFile(resolve(`wasm-media-encoders/wasm/${name}`))]),
  );
}

/** The program needs only the version of package.json. */
function keepVersionOnly() {
  return {
    name: "manifest",
    setup(build) {
      build.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
        if (dirname(path) !== ROOT) return undefined;
        const { version } = JSON.parse(await readFile(path, "utf8"));
        return { contents: JSON.stringify({ version }), loader: "json" };
      });
    },
  };
}

/**
 * Installs the files one by one, each atomically, the entry and the stamp last, and removes old ones afterwards: a
 * concurrent build or start finds either the old or the new set.
 */
async function installFiles(folder, files) {
  await mkdir(folder, { recursive: true });
  const last = [ENTRY_FILE, STAMP_FILE];
  const names = [...[...files.keys()].filter((name) => !last.includes(name)), ...last];
  for (const name of names) {
    const temporaryPath = join(folder, `.${name}.${process.pid}`);
    await writeFile(temporaryPath, files.get(name));
    await rename(temporaryPath, join(folder, name));
  }
  const old = (await readdir(folder)).filter((name) => !files.has(name) && !/^\.|^compiled-/.test(name));
  await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildProgram();
