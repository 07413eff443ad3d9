/**
 * Builds the program: everything under src/cli.ts and every package that it uses, into a few CommonJS files in dist.
 *
 * esbuild splits at each dynamic `import()`, so that a command loads only what it needs; splitting works for modules
 * only, so the pieces are turned into CommonJS afterwards, which Node starts about 5 ms sooner.
 */
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as esbuild from "esbuild";
import { buildWorkers } from "./build-workers.mjs";
import { collectEncoders } from "./encoders.mjs";
import { collectLicences } from "./licences.mjs";
import { buildCommonJsFiles } from "./merge-chunks.mjs";
import { patchPackages } from "./package-patches.mjs";
import { hashSources, STAMP_FILE } from "./source-hash.mjs";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const TARGET = "node20.19";

/** What must never be in the program: it costs start-up, or belongs to development. */
const FORBIDDEN_INPUTS = /react-devtools|node_modules\/ws\/|\.development\.js$/;

const ENTRY_FILE = "cli.cjs";

/** How every file is written; each begins with what it was built from, 72 characters that bin/unwind.js looks at. */
const outputOptions = (inputs) => ({
  platform: "node",
  target: TARGET,
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  define: {
    "import.meta.url": "$fileUrl",
    "import.meta.dirname": "__dirname",
    "import.meta.filename": "__filename",
  },
  banner: { js: `/*${inputs}*/"use strict";var $fileUrl=require("node:url").pathToFileURL(__filename).href;` },
  logLevel: "warning",
});

/** @returns {Promise<string[]>} the names of the files in dist */
export async function buildProgram() {
  const inputs = await hashSources(ROOT);
  const options = outputOptions(inputs);
  const [split, started, encoding] = await Promise.all([bundle(), buildWorkers(ROOT, options), collectEncoders(ROOT)]);
  const bundled = [...Object.keys(split.metafile.inputs), ...started.inputs];
  const strangers = bundled.filter((input) => FORBIDDEN_INPUTS.test(input));
  if (strangers.length > 0) throw new Error(`These must not be bundled: ${strangers.join(", ")}`);

  const files = new Map([
    ...(await buildCommonJsFiles(split, ENTRY_FILE, options)),
    ...started.files,
    ...encoding.files,
  ]);
  files.set("LICENSES.txt", (await collectLicences(ROOT, bundled)) + encoding.notices);
  files.set(STAMP_FILE, `${JSON.stringify({ inputs, files: [...files.keys()].sort() }, null, 2)}\n`);
  const dist = join(ROOT, "dist");
  // What was compiled belongs to the old files: it goes before they do.
  for (const name of await readdir(dist).catch(() => [])) {
    if (name.startsWith("compiled-")) await rm(join(dist, name), { recursive: true, force: true });
  }
  await installFiles(dist, files);
  await writeCodeCacheWith(process.execPath);
  return [...files.keys()];
}

/** Lets V8 compile the program ahead, in a process of its own; without it the program only starts slower. */
export async function writeCodeCacheWith(node) {
  await promisify(execFile)(node, [join(ROOT, "src/build/code-cache.mjs")]).catch((error) => {
    console.error(`The program starts slower than it could, as it could not be compiled ahead: ${error.message}`);
  });
}

function bundle() {
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
    // A package's module form first: the UMD form of jsonc-parser requires its pieces in a way that cannot be bundled.
    mainFields: ["module", "main"],
    target: TARGET,
    jsx: "automatic",
    sourcemap: "inline",
    sourcesContent: false,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
    plugins: [patchPackages(), keepVersionOnly()],
    logLevel: "warning",
  });
}

/** Of package.json the program needs the version; the rest would be carried for nothing. */
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
 * Puts the files in place one by one, each whole, the entry and the stamp last, and only then takes old ones away: a
 * build beside this one, or a program that starts meanwhile, finds either the old or the new.
 */
async function installFiles(folder, files) {
  await mkdir(folder, { recursive: true });
  const last = [ENTRY_FILE, STAMP_FILE];
  const names = [...[...files.keys()].filter((name) => !last.includes(name)), ...last];
  for (const name of names) {
    const half = join(folder, `.${name}.${process.pid}`);
    await writeFile(half, files.get(name));
    await rename(half, join(folder, name));
  }
  const old = (await readdir(folder)).filter((name) => !files.has(name) && !/^\.|^compiled-/.test(name));
  await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildProgram();
