/** The emphasis of what commands print: the palette of the session's screen, for the terminal's ground and colour depth. */
import { PLAIN_STYLE, type Style } from "../output/style.ts";
import { resolvePersonalFolders } from "../paths.ts";
import type { CommandOutput } from "./shell-environment.ts";

/** Shares of the full colour in the four shades; the rest is the terminal's ground. */
const SHADE_SHARES = [0.35, 0.55, 0.78, 1];

/** The style for an output; colours are loaded only where they are wanted. */
export async function loadStyle({
  colour,
  env = {},
  setCharacters,
}: Pick<CommandOutput, "colour" | "env" | "setCharacters">): Promise<Style> {
  if (!colour) return PLAIN_STYLE;
  const [{ Chalk, supportsColor }, { createTheme, resolveThemeName }, { readSettings }] = await Promise.all([
    import("chalk"),
    import("../ui/theme.ts"),
    import("../settings/read-settings.ts"),
  ]);
  const level = (supportsColor ? supportsColor.level : 0) || 1;
  const chalk = new Chalk({ level });
  // Whoever opened the settings before has told what is wrong with them.
  const { settings } = readSettings(resolvePersonalFolders(env).config, env);
  setCharacters?.(settings.characters);
  const name = resolveThemeName(settings.theme, env);
  const { paint, colourOf } = createTheme(name, level);
  const shades = level < 2 ? null : mixShades(colourOf("hold") ?? "", name === "dark" ? 0 : 255);
  return {
    heading: (text) => chalk.bold(paint(text, "accent")),
    strong: (text) => chalk.bold(text),
    faint: (text) => paint(text, "dim"),
    warning: (text) => paint(text, "alert"),
    filled: (text) => paint(text, "accent"),
    phase: paint,
    shade: (text, step) => (shades ? chalk.hex(shades[step - 1] ?? "")(text) : paint(text, "hold")),
    hasShades: shades !== null,
  };
}

/** A colour mixed with a grey ground, from the weakest shade to the colour itself. */
function mixShades(hex: string, ground: number): string[] {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return SHADE_SHARES.map((share) => {
    const mixed = channels.map((channel) => Math.round(channel * share + ground * (1 - share)));
    return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  });
}
