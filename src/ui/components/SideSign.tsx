/** Which side works: an arrow that points to it, and its word; large where it fits. */
import { memo } from "react";
import type { Side } from "../../terms.ts";
import { fitScale, renderBigText } from "../pictures/big-letters.ts";
import { Picture } from "./Picture.tsx";
import { ThemedText } from "./ThemedText.tsx";

export interface SideSignProps {
  readonly side: Side;
  readonly rows: number;
  readonly columns: number;
}

export const SideSign = memo(function SideSign({ side, rows, columns }: SideSignProps) {
  const word = side.toUpperCase();
  const scale = fitScale([{ text: word }], rows, columns);
  const symbol = fitScale([{ text: word, symbol: side }], rows, columns) === scale ? side : undefined;
  const picture = renderBigText(word, scale, { symbol, symbolAfter: side === "right" });
  if (picture) return <Picture rows={picture} colour="plain" bold />;
  return (
    <ThemedText bold columns="whole">
      {side === "left" ? `◄ ${word}` : `${word} ►`}
    </ThemedText>
  );
});
