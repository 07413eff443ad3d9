/** Writes the JSON Schemas for editors to data/schema, from the definition that validates: `npm run schema`. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SCHEMA_FOLDER = join(ROOT, "data", "schema");

const { renderSchemas } = await loadTypeScript('export { renderSchemas } from "./src/catalog/schema.ts";', ROOT);
await mkdir(SCHEMA_FOLDER, { recursive: true });
for (const [name, text] of Object.entries(renderSchemas())) {
  await writeFile(join(SCHEMA_FOLDER, name), text);
  console.log(`data/schema/${name}`);
}
