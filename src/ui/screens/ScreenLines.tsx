/** Prepared lines on the screen; a line that stays as it is costs nothing. */
import { Box, Text } from "ink";
import { memo } from "react";

const ScreenLine = memo(function Row({ text }: { readonly text: string }) {
  return <Text wrap="truncate">{text === "" ? " " : text}</Text>;
});

/** Lines of at most `columns`, each with its colours already in it. */
export function ScreenLines({ lines, columns }: { readonly lines: readonly string[]; readonly columns: number }) {
  return (
    <Box flexDirection="column" width={columns}>
      {lines.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <ScreenLine key={index} text={text} />
      ))}
    </Box>
  );
}
