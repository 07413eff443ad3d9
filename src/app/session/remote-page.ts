/** The page that a session serves: its files, as the build leaves them beside the program, and its addresses as text. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findDataFolder } from "../../paths.ts";
import { drawQrCode } from "../../remote/qr-code.ts";
import type { PageFile } from "../../remote/request-desk.ts";
import type { RemoteStatus } from "../../remote/share-session.ts";
import type { Settings } from "../../settings/definitions.ts";
import { resolveThemeName } from "../../ui/theme.ts";
import { isTerminal, type ShellEnvironment } from "../shell-environment.ts";

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

/** Black on white, whatever the terminal's ground is. */
const BLACK_ON_WHITE = "\x1b[38;5;16;48;5;231m";

/** The addresses of a page as lines of text, with a QR code for whoever has no screen of ours. */
export function formatAddresses(
  { driveAddress, lookAddress }: RemoteStatus,
  { theme }: Settings,
  { stderr, env, colour }: ShellEnvironment,
): readonly string[] {
  const addresses = [`On a phone: ${driveAddress}`, `View only: ${lookAddress}`];
  if (!isTerminal(stderr)) return addresses;
  if (colour)
    return [...drawQrCode(driveAddress, false).map((line) => `${BLACK_ON_WHITE}${line}\x1b[0m`), ...addresses];
  return [...drawQrCode(driveAddress, resolveThemeName(theme, env) === "dark"), ...addresses];
}
