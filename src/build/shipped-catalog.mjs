/**
 * Builds two files from the exercises and routines in data: the checked catalogue, so that a start need not check it again,
 * and the entries that lists and completion show.
 */
import { join } from "node:path";
import { loadTypeScript } from "./load-typescript.mjs";
import { escapeNonAscii } from "./merge-chunks.mjs";

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
  const { buildShippedCatalog, formatStoredCatalog, indexShippedEntries, STORED_CATALOG } = await loadTypeScript(
    SOURCES,
    root,
  );
  const data = join(root, "data");
  const nowhere = join(data, "none");
  return [
    [STORED_CATALOG, escapeNonAscii(formatStoredCatalog(await buildShippedCatalog(data)))],
    [ENTRIES_FILE, escapeNonAscii(`${JSON.stringify(await indexShippedEntries(data, nowhere))}\n`)],
  ];
}
