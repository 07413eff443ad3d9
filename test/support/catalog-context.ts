/** A command's surroundings for tests: the shipped catalogue, and what was written. */
import { type CatalogContext, computeMinutes } from "../../src/app/open/catalog.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";

export interface TestContext extends CatalogContext {
  /** What standard output and standard error were given. */
  readonly written: { out: string; error: string };
}

/** A context with a person's folder (none by default) and a terminal. */
export async function context(
  options: { userDir?: string; columns?: number; colour?: boolean; input?: AsyncIterable<Uint8Array> } = {},
): Promise<TestContext> {
  const written = { out: "", error: "" };
  const { userDir = "/nonexistent/unwind", columns = 80, colour = false, input } = options;
  return {
    catalog: await loadCatalog({ dataDir: findDataFolder(), userDir }),
    out: {
      write: (text) => {
        written.out += text;
      },
      error: (line) => {
        written.error += `${line}\n`;
      },
      columns,
      colour,
    },
    computeMinutes,
    ...(input && { input }),
    written,
  };
}
