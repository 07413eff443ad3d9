/**
 * Builds two files from the exercises and routines in data: the checked catalogue, so that a start need not check it again,
 * and the entries that lists and completion show.
 *
 * The code that builds them is TypeScript, which Node 20 cannot run, so esbuild bundles it first.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";

/** The file in dist, which src/app/open/entries.ts reads. */
const ENTRIES_FILE = "entries.json";

const SOURCES = `
export { buildShippedCatalog } from "./src/catalog/shipped-files.ts";
export { formatStoredCatalog, STORED_CATALOG } from "./src/catalog/stored-entries.ts";
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
    const { buildShippedCatalog, formatStoredCatalog, indexShippedEntries, STORED_CATALOG } = createRequire(
      import.meta.url,
    )(outfile);
    const data = join(root, "data");
    return [
      [STORED_CATALOG, escapeNonAscii(formatStoredCatalog(await buildShippedCatalog(data)))],
      [ENTRIES_FILE, escapeNonAscii(`${JSON.stringify(await indexShippedEntries(data, folder))}\n`)],
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A single dash makes V8 read and parse the whole text at two bytes a character, which takes twice as long. */
function escapeNonAscii(json) {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
