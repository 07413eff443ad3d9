/** A text in a colour of the theme, made safe for a terminal. */
import { Box, Text, Transform } from "ink";
import type { ReactNode } from "react";
import { cleanText } from "../fit-text.ts";
import { useTheme } from "../screen-context.ts";
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

/** Ink keeps the space at which it breaks a line, and begins the next line with it. */
const trimWrapped = (line: string, row: number) => (row === 0 ? line : line.replace(LEADING_SPACES, "$1"));

export function ThemedText({
  colour = "plain",
  bold = false,
  inverse = false,
  wrap = "truncate",
  columns,
  children,
}: ThemedTextProps) {
  const value = useTheme().colourOf(colour);
  const text = (
    <Text {...(value && { color: value })} bold={bold} inverse={inverse} wrap={wrap}>
      {typeof children === "string" ? cleanText(children) : children}
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
