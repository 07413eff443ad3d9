/** The word that says what to do, with the symbol of its phase; large where it fits. */
import { Box } from "ink";
import { memo } from "react";
import { renderBigText } from "../pictures/big-letters.ts";
import type { PhaseSymbol } from "../pictures/symbols.ts";
import type { ColourRole } from "../theme.ts";
import { Picture } from "./Picture.tsx";
import { ThemedText } from "./ThemedText.tsx";

export interface PhaseWordProps {
  readonly word: string;
  readonly colour: ColourRole;
  readonly symbol: PhaseSymbol | undefined;
  /** How many times as large as the smallest big letters; 0 for letters of usual size. */
  readonly scale: number;
  /** Whether the symbol has room beside the big word. */
  readonly hasBigSymbol: boolean;
  /** Lit up by a flash. */
  readonly isLit: boolean;
  /** Columns beside the big word for the light of a flash; where there are none, the word is inverted. */
  readonly lightColumns: number;
}

/** Columns between the word and its light. */
const LIGHT_GAP = 3;

export const PhaseWord = memo(function PhaseWord(props: PhaseWordProps) {
  const { word, colour, symbol, scale, hasBigSymbol, isLit, lightColumns } = props;
  const rows = renderBigText(word, scale, { symbol: hasBigSymbol ? symbol?.big : undefined });
  if (rows) {
    const hasLight = isLit && lightColumns > 0;
    return (
      <Box gap={LIGHT_GAP}>
        <Picture rows={rows} colour={colour} bold inverse={isLit && !hasLight} />
        {hasLight && <Picture rows={rows.map(() => "█".repeat(lightColumns))} colour={colour} />}
      </Box>
    );
  }
  return (
    <Box flexShrink={1}>
      <ThemedText colour={colour} bold inverse={isLit}>
        {symbol ? `${symbol.small} ${word}` : word}
      </ThemedText>
    </Box>
  );
});
