/** The addresses of a page as lines of text, with a QR code for whoever has no screen of ours. */
import { drawQrCode } from "../../remote/qr-code.ts";
import type { RemoteStatus } from "../../remote/share-session.ts";
import type { Settings } from "../../settings/definitions.ts";
import { resolveThemeName } from "../../ui/theme.ts";
import { isTerminal, type ShellEnvironment } from "../shell-environment.ts";

/** Black on white, whatever the terminal's ground is. */
const BLACK_ON_WHITE = "\x1b[38;5;16;48;5;231m";

export function formatAddresses(
  { driveAddress, lookAddress }: RemoteStatus,
  { theme }: Settings,
  { stderr, env, colour }: ShellEnvironment,
): readonly string[] {
  const addresses = [`On a phone: ${driveAddress}`, `Only to look: ${lookAddress}`];
  if (!isTerminal(stderr)) return addresses;
  if (colour)
    return [...drawQrCode(driveAddress, false).map((line) => `${BLACK_ON_WHITE}${line}\x1b[0m`), ...addresses];
  return [...drawQrCode(driveAddress, resolveThemeName(theme, env) === "dark"), ...addresses];
}
