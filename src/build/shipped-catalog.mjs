/**
 * Makes the shipped catalogue out of the files of data, so that a start reads one file that needs no work; and of that what
 * lists and completion need of it.
 *
 * What makes it is TypeScript, which Node 20 cannot run, so esbuild bundles it first.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";

/** The file in dist, which src/catalog/load-catalog.ts reads. */
export const CATALOG_FILE = "catalog.json";

/** The file in dist, which src/app/open/entries.ts reads. */
export const ENTRIES_FILE = "entries.json";

const SOURCES = `
export { buildShippedCatalog } from "./src/catalog/shipped-files.ts";
export { indexShippedEntries } from "./src/app/open/index-entries.ts";
`;

/**
 * @param {string} root the package's folder
 * @returns {Promise<[string, string][]>} names and contents of the files
 */
export async function renderShippedCatalog(root) {
  const folder = await mkdtemp(join(tmpdir(), "unwind-catalog-"));
  try {
    const outfile = join(folder, "shipped-catalog.cjs");
    await esbuild.build({
      stdin: { contents: SOURCES, resolveDir: root },
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
      logLevel: "warning",
    });
    const { buildShippedCatalog, indexShippedEntries } = createRequire(import.meta.url)(outfile);
    const data = join(root, "data");
    return [
      [CATALOG_FILE, toAsciiJson(await buildShippedCatalog(data))],
      [ENTRIES_FILE, toAsciiJson(await indexShippedEntries(data, folder))],
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A single dash makes V8 read and parse the whole text at two bytes a character, which takes twice as long. */
function toAsciiJson(value) {
  const toEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value).replace(/[\u0080-\uffff]/g, toEscape)}\n`;
}
