/** A short text in big letters: how many repetitions are done, what a page is about. */
import { memo } from "react";
import { renderBigText } from "../pictures/big-letters.ts";
import type { ColourRole } from "../theme.ts";
import { Picture } from "./Picture.tsx";

export interface BigTextProps {
  readonly text: string;
  readonly scale: number;
  readonly colour: ColourRole;
}

export const BigText = memo(function BigText({ text, scale, colour }: BigTextProps) {
  return <Picture rows={renderBigText(text, scale) ?? [text]} colour={colour} bold />;
});
