/** The files of the page that a session serves, as the build leaves them beside the program. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findDataFolder } from "../../paths.ts";
import type { PageFile } from "../../remote/request-desk.ts";

/** By the name under which the page asks for it: the name of the file, and its type. */
const FILES = {
  "": ["page.html", "text/html; charset=utf-8"],
  "page.js": ["page.js", "text/javascript; charset=utf-8"],
  "page.css": ["page-style.css", "text/css; charset=utf-8"],
} as const;

/** @throws the system's error if the program was not built. */
export function loadPageFiles(): ReadonlyMap<string, PageFile> {
  const beside = import.meta.dirname;
  const folder = existsSync(join(beside, "page.html")) ? beside : join(dirname(findDataFolder()), "dist");
  return new Map(
    Object.entries(FILES).map(([name, [file, type]]) => [name, { type, content: readFileSync(join(folder, file)) }]),
  );
}
