/** What comes next: a line, and in the last seconds of a rest large; an exercise without a figure has its name there. */
import { Box } from "ink";
import { memo } from "react";
import { wrapBigText } from "../pictures/big-letters.ts";
import { Picture } from "./Picture.tsx";
import { ThemedText } from "./ThemedText.tsx";

export const NextUp = memo(function NextUp({ text }: { readonly text: string }) {
  return (
    <Box height={1} flexShrink={0} gap={2}>
      {text !== "" && (
        <>
          <ThemedText colour="dim" columns="whole">
            Next
          </ThemedText>
          <ThemedText bold>{text}</ThemedText>
        </>
      )}
    </Box>
  );
});

export interface BigSignProps {
  /** In letters of usual size above it; "" for none. */
  readonly title: string;
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

export const BigSign = memo(function BigSign({ title, text, rows, columns }: BigSignProps) {
  const picture = wrapBigText(text, title === "" ? rows : rows - 1, columns);
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0}>
      {title !== "" && <ThemedText colour="dim">{title}</ThemedText>}
      {picture ? <Picture rows={picture} colour="plain" bold /> : <ThemedText bold>{text}</ThemedText>}
    </Box>
  );
});
