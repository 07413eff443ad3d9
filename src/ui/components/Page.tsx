/** A page of text: a heading and hints that stay, and between them a body that scrolls when it is longer than the screen. */
import { Box } from "ink";
import type { ReactNode } from "react";
import { chooseFitting, textWidth } from "../fit-text.ts";
import { type Layout, pageColumns } from "../layout.ts";
import { useLayout, useTheme } from "../screen-context.ts";
import type { Scroll } from "../use-scroll.ts";
import { LabelledText, ThemedText } from "./ThemedText.tsx";

interface PageProps {
  /** Null leaves its rows to the body. */
  readonly heading: ReactNode;
  /** What the keys do, the longest form first. */
  readonly hints: readonly string[];
  readonly isQuestion?: boolean;
  readonly scroll: Scroll;
  /** Columns of the body; by default no wider than reads well. */
  readonly columns?: number;
  /** What is said of the rows below the last one that is seen, the longest form first: what must not be missed. */
  readonly below?: readonly string[];
  readonly children: ReactNode;
}

/** Below this height the heading scrolls with the rest. */
export const MIN_ROWS_FOR_HEADING = 8;

const SCROLL_HINTS = [" · ↑ ↓ scroll", " · ↑ ↓"];

/** Columns between a heading and what stands at its other end. */
const HEADING_GAP = 2;

/** Columns of the arrows that say where there is more. */
const ARROW_COLUMNS = 5;

export function Page({ heading, hints, isQuestion = false, scroll, columns: wanted, below, children }: PageProps) {
  const layout = useLayout();
  const { view, content, offset, maxOffset } = scroll;
  const columns = wanted ?? pageColumns(layout);
  const isMore = offset < maxOffset;
  const isLow = layout.rows < MIN_ROWS_FOR_HEADING;
  const head = heading !== null && (
    <Box flexShrink={0} width={columns} marginBottom={isLow ? 0 : 1} flexDirection="column">
      {heading}
    </Box>
  );
  return (
    <Box
      flexDirection="column"
      width={layout.columns}
      height={layout.rows}
      paddingX={layout.margin}
      alignItems={layout.pageAlign}
    >
      {!isLow && head}
      <Box ref={view} width={columns} flexGrow={1} flexDirection="column" overflow="hidden">
        <Box ref={content} flexDirection="column" flexShrink={0} marginTop={-offset}>
          {isLow && head}
          {children}
        </Box>
      </Box>
      <Box flexShrink={0} width={columns} marginTop={isLow ? 0 : 1} justifyContent="space-between">
        <ThemedText colour={isQuestion ? "alert" : "dim"} bold={isQuestion}>
          {isMore && below
            ? chooseFitting(hints, columns - MIN_BELOW_COLUMNS)
            : chooseHints(hints, maxOffset > 0 && !isQuestion, columns)}
        </ThemedText>
        {maxOffset > 0 && (
          <ThemedText bold colour={isMore && below ? "alert" : "plain"} columns="whole">
            {isMore && below
              ? chooseFitting(below, columns - textWidth(chooseFitting(hints, columns - MIN_BELOW_COLUMNS)) - 2)
              : `${offset > 0 ? "↑" : " "}${isMore ? "↓" : " "}`}
          </ThemedText>
        )}
      </Box>
    </Box>
  );
}

/** What the shortest word about what is below needs. */
const MIN_BELOW_COLUMNS = 8;

function chooseHints(hints: readonly string[], scrolls: boolean, columns: number): string {
  if (!scrolls) return chooseFitting(hints, columns);
  const forms = hints.flatMap((hint) => SCROLL_HINTS.map((scroll) => hint + scroll));
  return chooseFitting([...forms, hints.at(-1) ?? ""], columns - ARROW_COLUMNS);
}

/** The usual heading of a page: what it is, and something at the other end where a line has room for it. */
export function PageHeading({ title, aside = "" }: { readonly title: string; readonly aside?: string }) {
  const columns = pageColumns(useLayout());
  const hasRoom = aside !== "" && textWidth(aside) + HEADING_GAP <= columns;
  return (
    <Box width="100%" gap={HEADING_GAP} justifyContent="space-between">
      <ThemedText colour="accent" bold>
        {title}
      </ThemedText>
      {hasRoom && (
        <ThemedText bold columns="whole">
          {aside}
        </ThemedText>
      )}
    </Box>
  );
}

/** A part of a page with its own title; nothing when it is empty. */
export function Section({
  title,
  hasGap = true,
  children,
}: {
  readonly title: string;
  /** Whether an empty line follows. */
  readonly hasGap?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Box flexDirection="column" flexShrink={0} marginBottom={hasGap ? 1 : 0}>
      <ThemedText colour="accent">{title}</ThemedText>
      {children}
    </Box>
  );
}

/** An item of a list, wrapped beside its bullet. */
export function Bullet({ children }: { readonly children: string }) {
  // The dot stands for a bar between words in ASCII.
  const bullet = useTheme().characters === "ascii" ? "-" : "·";
  return (
    <LabelledText label={bullet} labelColumns={2} labelStyle={{ colour: "dim" }}>
      {children}
    </LabelledText>
  );
}

/** The columns that a page leaves beside a label. */
export const isNarrow = ({ width }: Layout) => width < 56;
