/** Characters for terminals that cannot show all of ours: no Braille on the console of Linux, ASCII without UTF-8. */

/** Everything; blocks but no Braille; ASCII. */
export type CharacterSet = "full" | "blocks" | "ascii";

/** What the user chose: a set, or what the environment says. */
export type CharacterChoice = CharacterSet | "auto";

type Environment = Readonly<Record<string, string | undefined>>;

/** The characters to draw with: the user's choice, else what the locale can encode and the terminal's font has. */
export function resolveCharacterSet(choice: CharacterChoice, env: Environment): CharacterSet {
  if (choice !== "auto") return choice;
  // The first that is set decides (POSIX, environment variables). Where none is, terminals of today take UTF-8.
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "UTF-8";
  if (!/utf-?8/i.test(locale)) return "ascii";
  return /^(linux|vt\d)/.test(env["TERM"] ?? "") ? "blocks" : "full";
}

const BRAILLE_BLANK = 0x2800;
/** The dots of a Braille character by where they are, and those that the far side of a figure is drawn with. */
const DOTS = { upper: 0b00011011, lower: 0b11100100, left: 0b01000111, right: 0b10111000, far: 0b10010101 };

/** A line along the lower edge. */
const FLOOR = 0b11000000;

/** A Braille character as a block of about its shape; the far side of a figure is grey. */
function toBlock(dots: number): string {
  const count = countBits(dots);
  if (count < 2) return " ";
  if (dots === FLOOR) return "_";
  if ((dots & ~DOTS.far) === 0) return "▒";
  if (count > 2 && (dots & ~DOTS.left) === 0) return "▌";
  if (count > 2 && (dots & ~DOTS.right) === 0) return "▐";
  const [upper, lower] = [countBits(dots & DOTS.upper), countBits(dots & DOTS.lower)];
  if (upper >= 2 && lower >= 2) return "█";
  return upper > lower ? "▀" : "▄";
}

function countBits(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + countBits(bits >> 1);
}

/** Characters, and the one that each of them becomes. */
type Replacements = readonly (readonly [from: string, to: string])[];

const toTable = (pairs: Replacements) => new Map(pairs.flatMap(([from, to]) => Array.from(from, (one) => [one, to])));

/** What the fonts of the Linux console lack, by what they have (those of code page 437). */
const BLOCKS = toTable([
  ["▁", "_"],
  // Bars below each other stay apart.
  ["▂▃▅▆", "▄"],
  ["▇", "█"],
  ["−‐‑", "-"],
  ["⌫", "←"],
  ["△", "▲"],
  ["▽", "▼"],
]);

const ASCII = toTable([
  // Upper halves as whole cells, lower ones small: big letters keep their shapes so, and rests stay below sets.
  ["█▓▆▇■▀", "#"],
  ["▒", ":"],
  ["░□", "."],
  ["▄▂▃▅", "o"],
  ["▁", "_"],
  // Between hints of keys a "-" would look like the key.
  ["▌▐│┤·", "|"],
  ["▲△↑", "^"],
  ["▼▽↓", "v"],
  ["►→", ">"],
  ["◄←⌫", "<"],
  ["∞", "8"],
  ["≈", "~"],
  ["…∙", "."],
  ["┊", ":"],
  ["–—─−‐‑", "-"],
  ["×", "x"],
  ["√◆●", "*"],
  ["○", "o"],
  ["°", " "],
  ["‘’", "'"],
  ["“”", '"'],
  ["÷", "/"],
  ["ß", "s"],
  ["┼├┌┐└┘┬┴╭╮╰╯", "+"],
]);

/** Hangul, Chinese and Japanese signs, their full-width forms, and pictographs: two columns each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{1b2fb}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** A letter without its accents; a question mark for each column of anything else. */
function toAscii(character: string): string {
  const plain = character.normalize("NFD").replace(/\p{M}/gu, "");
  if (/^[ -~]?$/.test(plain)) return plain;
  return /^[\p{Cf}\p{Mn}]$/u.test(character) ? "" : WIDE.test(character) ? "??" : "?";
}

function convertCharacter(character: string, set: "blocks" | "ascii"): string {
  const dots = (character.codePointAt(0) ?? 0) - BRAILLE_BLANK;
  const shown = dots >= 0 && dots <= 0xff ? toBlock(dots) : character;
  return set === "blocks" ? (BLOCKS.get(shown) ?? shown) : (ASCII.get(shown) ?? toAscii(shown));
}

const converted = { blocks: new Map<string, string>(), ascii: new Map<string, string>() };

/** A text in the characters of a set, cell by cell, so that nothing moves. Sequences of styles stay as they are. */
export function convertText(text: string, set: CharacterSet): string {
  if (set === "full") return text;
  const known = converted[set];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: sequences of styles begin with one
  return text.replace(/[^\n\x1b\x07 -~]/gu, (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const after = convertCharacter(character, set);
    known.set(character, after);
    return after;
  });
}
