/**
 * Makes the shipped catalogue out of the files of data, so that a start reads one file that needs no work.
 *
 * What makes it is TypeScript, which Node 20 cannot run, so esbuild bundles it first.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

/** The file in dist, which src/catalog/load-catalog.ts reads. */
export const CATALOG_FILE = "catalog.json";

/**
 * @param {string} root the package's folder
 * @returns {Promise<string>} the contents of {@link CATALOG_FILE}
 */
export async function renderShippedCatalog(root) {
  const folder = await mkdtemp(join(tmpdir(), "unwind-catalog-"));
  try {
    const outfile = join(folder, "shipped-files.mjs");
    await esbuild.build({
      entryPoints: [join(root, "src/catalog/shipped-files.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "warning",
    });
    const { buildShippedCatalog } = await import(pathToFileURL(outfile).href);
    return `${escapeNonAscii(JSON.stringify(await buildShippedCatalog(join(root, "data"))))}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A single dash makes V8 read and parse the whole text at two bytes a character, which takes twice as long. */
function escapeNonAscii(json) {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
