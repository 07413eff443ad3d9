/**
 * Writes the JSON Schemas for editors to data/schema, from the definition that validates: `npm run schema`.
 *
 * The definition is TypeScript, which Node 20 cannot run, so esbuild bundles it first.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SCHEMA_FOLDER = join(ROOT, "data", "schema");

const temporaryFolder = await mkdtemp(join(tmpdir(), "unwind-schema-"));
try {
  const outfile = join(temporaryFolder, "json-schema.mjs");
  await esbuild.build({
    entryPoints: [join(ROOT, "src/catalog/schema.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  const { renderSchemas } = await import(pathToFileURL(outfile).href);
  await mkdir(SCHEMA_FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(renderSchemas())) {
    await writeFile(join(SCHEMA_FOLDER, name), text);
    console.log(`data/schema/${name}`);
  }
} finally {
  await rm(temporaryFolder, { recursive: true, force: true });
}
