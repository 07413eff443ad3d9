/** A text in a colour of the theme, made safe for a terminal. */
import { Text } from "ink";
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
  /** A text of any origin, or other texts. */
  readonly children: ReactNode;
}

export function ThemedText({
  colour = "plain",
  bold = false,
  inverse = false,
  wrap = "truncate",
  children,
}: ThemedTextProps) {
  const value = useTheme().colourOf(colour);
  return (
    <Text {...(value && { color: value })} bold={bold} inverse={inverse} wrap={wrap}>
      {typeof children === "string" ? cleanText(children) : children}
    </Text>
  );
}
