/** A page of text: a heading and hints that stay, and between them a body that scrolls when it is longer than the screen. */
import { Box, type DOMElement, measureElement } from "ink";
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { chooseFitting, textWidth } from "../fit-text.ts";
import { useKeyState, useKeys } from "../keys.ts";
import { type Layout, pageColumns } from "../layout.ts";
import { useLayout, useTheme } from "../screen-context.ts";
import { LabelledText, ThemedText } from "./ThemedText.tsx";

interface PageProps {
  /** Null leaves its rows to the body. */
  readonly heading: ReactNode;
  /** What the keys do, the longest form first. */
  readonly hints: readonly string[];
  /** Whether what the hints say must be seen. */
  readonly isUrgent?: boolean;
  /** Whether the hints ask for a key, whichever it is: none scrolls then. */
  readonly isQuitting?: boolean;
  /** Every key that does not scroll. */
  readonly onKey: (key: string) => void;
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

export function Page({ heading, onKey, isQuitting = false, below, children, ...page }: PageProps) {
  const layout = useLayout();
  const { view, content, offset, maxOffset, scroll } = useScroll();
  useKeys((key) => {
    if (isQuitting || !scroll(key)) onKey(key);
  });
  const { columns = pageColumns(layout), hints } = page;
  const isUrgent = page.isUrgent || isQuitting;
  const isMore = offset < maxOffset;
  const shownHints =
    below && isMore
      ? chooseFitting(hints, columns - MIN_BELOW_COLUMNS)
      : chooseHints(hints, maxOffset > 0 && !isUrgent, columns);
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
        <ThemedText colour={isUrgent ? "alert" : "dim"} bold={isUrgent}>
          {shownHints}
        </ThemedText>
        {maxOffset > 0 && (
          <ThemedText bold colour={below && isMore ? "alert" : "plain"} columns="whole">
            {below && isMore
              ? chooseFitting(below, columns - textWidth(shownHints) - 2)
              : `${offset > 0 ? "↑" : " "}${isMore ? "↓" : " "}`}
          </ThemedText>
        )}
      </Box>
    </Box>
  );
}

const rowsOf = ({ current }: RefObject<DOMElement | null>) => (current ? measureElement(current).height : 0);

/** How far a page is scrolled: the box that is seen, the content in it, and the rows scrolled past. */
function useScroll() {
  const [view, content] = [useRef<DOMElement>(null), useRef<DOMElement>(null)];
  const [offset, offsets] = useKeyState(0);
  const [maxOffset, setMaxOffset] = useState(0);
  useLayoutEffect(() => setMaxOffset(Math.max(0, rowsOf(content) - rowsOf(view))));
  /** Scrolls if the key does that; whether it does. */
  const scroll = (key: string) => {
    const page = Math.max(1, rowsOf(view));
    const steps: Readonly<Record<string, number>> = { up: -1, down: 1, "page-up": -page, "page-down": page };
    const step = steps[key];
    if (step === undefined || maxOffset === 0) return false;
    offsets.set(Math.min(maxOffset, Math.max(0, offsets.current() + step)));
    return true;
  };
  return { view, content, offset: Math.min(offset, maxOffset), maxOffset, scroll };
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

interface BulletsProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly hasGap?: boolean;
}

/** A section of items. */
export function Bullets({ title, texts, hasGap = true }: BulletsProps) {
  if (texts.length === 0) return null;
  return (
    <Section title={title} hasGap={hasGap}>
      {texts.map((text) => (
        <Bullet key={text}>{text}</Bullet>
      ))}
    </Section>
  );
}

/** The columns that a page leaves beside a label. */
export const isNarrow = ({ width }: Layout) => width < 56;
