/** Fits text for a help page to a terminal: paragraphs are filled, what is indented keeps its columns. */

/** Words that are longer than this are broken by the terminal. */
const MIN_WIDTH = 18;
/** In a narrower terminal a command is worth no more than its words: nobody copies it there. */
const MIN_WIDTH_FOR_COMMANDS = 40;
/** Longer lines are hard to read. */
const MAX_WIDTH = 100;

/**
 * Fills lines that begin at the left edge as paragraphs. An indented line that is too long continues below its second
 * column, if it has one: that begins after two spaces or more. A word is never broken, nor, unless the terminal is narrow,
 * a command.
 *
 * @param columns of the terminal.
 */
export function reflowText(text: string, columns: number): string {
  const width = Math.min(Math.max(columns, MIN_WIDTH), MAX_WIDTH);
  const lines: string[] = [];
  let paragraph = "";
  const endParagraph = () => {
    if (paragraph !== "") lines.push(...fill("", paragraph, width));
    paragraph = "";
  };
  for (const line of text.split("\n")) {
    if (line !== "" && !line.startsWith(" ")) {
      paragraph = paragraph === "" ? line : `${paragraph} ${line}`;
      continue;
    }
    endParagraph();
    lines.push(...(line.length > width ? continueLine(line, width) : [line]));
  }
  endParagraph();
  return lines.join("\n");
}

/** An indented line in its columns. Without a second one it is a command to copy, or words. */
function continueLine(line: string, width: number): readonly string[] {
  const [, head = "", rest = ""] = /^( *\S.*? {2,})(\S.*)$/.exec(line) ?? [];
  if (head === "") {
    const [indent = ""] = /^ */.exec(line) ?? [];
    if (/^ *unwind /.test(line) && width >= MIN_WIDTH_FOR_COMMANDS) return [line];
    return fill(indent, line.trim(), width, `${indent}  `);
  }
  if (head.length <= width / 2) return fill(head, rest, width);
  if (width >= MIN_WIDTH_FOR_COMMANDS) return [head.trimEnd(), ...fill(" ".repeat(6), rest, width)];
  return [...fill("  ", head.trim(), width, " ".repeat(4)), ...fill(" ".repeat(4), rest, width)];
}

/** @param hang what stands before every line but the first; by default, spaces as wide as `head`. */
function fill(head: string, text: string, width: number, hang = " ".repeat(head.length)): readonly string[] {
  const lines: string[] = [];
  let line = head;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hang;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
