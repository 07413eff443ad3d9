/** A text in a colour of the theme, made safe for a terminal. */
import { Box, Text, Transform } from "ink";
import type { ReactNode } from "react";
import { cleanText, textWidth } from "../fit-text.ts";
import { useLayout, useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";

export interface ThemedTextProps {
  readonly colour?: ColourRole;
  readonly bold?: boolean;
  readonly inverse?: boolean;
  /** Longer texts are cut with an ellipsis unless they are to be wrapped. */
  readonly wrap?: "wrap" | "truncate";
  /** The columns of its place; "whole" for a text that is never cut. Without it, it shares the room with its neighbours. */
  readonly columns?: number | "whole";
  /** A text of any origin, or other texts. */
  readonly children: ReactNode;
}

/** The spaces at the start of a line, behind the sequences that set its style. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told of styles by control characters
const LEADING_SPACES = /^((?:\x1b\[[\d;]*m)*) +/;

/** A space at which no line is broken. */
const FIXED_SPACE = "\u00a0";
/** The last two words of a text that has some before them. */
const LAST_WORDS = /(?<= \S+) (\S+)$/;
/** Longer words may stand alone in a last line. */
const MAX_TIED_COLUMNS = 10;
/** In a narrower terminal two words may have no room in a line. */
const MIN_WIDTH_FOR_TIES = 36;

/** The text with a last word that is not left alone in the last line. */
function tieLastWords(text: string): string {
  return text.replace(LAST_WORDS, (end, word: string) =>
    textWidth(word) <= MAX_TIED_COLUMNS ? FIXED_SPACE + word : end,
  );
}

/** Ink keeps the space at which it breaks a line, and begins the next line with it. */
const trimWrapped = (line: string, row: number) =>
  (row === 0 ? line : line.replace(LEADING_SPACES, "$1")).replaceAll(FIXED_SPACE, " ");

export function ThemedText({
  colour = "plain",
  bold = false,
  inverse = false,
  wrap = "truncate",
  columns,
  children,
}: ThemedTextProps) {
  const value = useTheme().colourOf(colour);
  const isTied = useLayout().width >= MIN_WIDTH_FOR_TIES && wrap === "wrap";
  const text = (
    <Text {...(value && { color: value })} bold={bold} inverse={inverse} wrap={wrap}>
      {typeof children !== "string" ? children : isTied ? tieLastWords(cleanText(children)) : cleanText(children)}
    </Text>
  );
  const shown = wrap === "wrap" ? <Transform transform={trimWrapped}>{text}</Transform> : text;
  if (columns === undefined) return shown;
  return <Box {...{ flexShrink: 0, ...(columns !== "whole" && { width: columns }) }}>{shown}</Box>;
}

interface LabelledTextProps extends Pick<ThemedTextProps, "colour" | "bold"> {
  readonly label: string;
  readonly labelColumns: number | "whole";
  /** How the label looks, where it differs from the text. */
  readonly labelStyle?: Pick<ThemedTextProps, "colour" | "bold">;
  readonly children: string;
}

/** A text that is wrapped beside its label: a value, an answer with its key, an item with its bullet. */
export function LabelledText({ label, labelColumns, labelStyle, children, ...style }: LabelledTextProps) {
  return (
    <Box flexShrink={0}>
      <ThemedText {...style} {...labelStyle} columns={labelColumns}>
        {label}
      </ThemedText>
      <ThemedText {...style} wrap="wrap">
        {children}
      </ThemedText>
    </Box>
  );
}

/** Lines below each other, wrapped already, in one style. */
export function Lines({ lines, ...style }: Omit<ThemedTextProps, "children"> & { readonly lines: readonly string[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
    <ThemedText key={index} {...style}>
      {line}
    </ThemedText>
  ));
}
