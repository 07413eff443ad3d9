/**
 * Components as text: what Ink makes of them in a terminal of any size. (ink-testing-library knows one size alone: 100
 * columns.)
 */
import { EventEmitter } from "node:events";
import { stripVTControlCharacters } from "node:util";
import chalk from "chalk";
import { render } from "ink";
import type { ReactNode } from "react";
import { expect } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import type { Frame } from "../../../src/player/frame-types.ts";
import { textWidth } from "../../../src/ui/fit-text.ts";
import { layoutOf, type TerminalSize } from "../../../src/ui/layout.ts";
import type { LiveContext, LiveMoment } from "../../../src/ui/live/types.ts";
import { liveViewOf } from "../../../src/ui/live/view.ts";
import { LayoutContext, ThemeContext } from "../../../src/ui/screen-context.ts";
import { LiveScreen } from "../../../src/ui/screens/LiveScreen.tsx";
import { createTheme } from "../../../src/ui/theme.ts";
import { SHIPPED } from "../../figure/shipped.ts";
import { FakeInput } from "./fake-terminal.ts";

/** What Ink takes for the output stream. */
class Sink extends EventEmitter {
  last = "";
  readonly columns: number;
  constructor(columns: number) {
    super();
    this.columns = columns;
  }
  write(text: string) {
    this.last = text;
    return true;
  }
}

const NO_COLOUR = createTheme("dark", 0);

/** The lines of a screen or a component, with their styles. */
export function renderStyled(node: ReactNode, size: TerminalSize, theme = NO_COLOUR): string[] {
  const [lines = []] = renderInTurn([node], size, theme);
  return lines;
}

/** The same of screens that follow each other in one place: what they have in common is not drawn anew. */
export function renderInTurn(nodes: readonly ReactNode[], size: TerminalSize, theme = NO_COLOUR): string[][] {
  chalk.level = theme.chalkLevel;
  const stdout = new Sink(size.columns);
  const within = (node: ReactNode) => (
    <ThemeContext value={theme}>
      <LayoutContext value={layoutOf(size)}>{node}</LayoutContext>
    </ThemeContext>
  );
  const { rerender, unmount } = render(null, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: new FakeInput() as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const outputs = nodes.map((node) => {
    rerender(within(node));
    return stdout.last.split("\n");
  });
  unmount();
  return outputs;
}

/** The lines of a screen or a component as plain text, without trailing spaces. */
export function renderLines(node: ReactNode, size: TerminalSize): string[] {
  return renderStyled(node, size).map((line) => stripVTControlCharacters(line).trimEnd());
}

/** The same as one text, each line after a bar that shows where it begins. */
export function renderText(node: ReactNode, columns = 80, rows = 24): string {
  return renderLines(node, { columns, rows })
    .map((line) => `|${line}`)
    .join("\n");
}

/** Below this width a line may be longer than the terminal, which cuts it: it was told not to wrap. */
const MIN_COLUMNS = 16;

/** Ink's canvas gives a cell of its own to every mark that a terminal joins with the letter before it. */
function surplusCells(line: string): number {
  const cells = Array.from(line, (character) => Math.max(1, textWidth(character)));
  return Math.max(0, cells.reduce((sum, width) => sum + width, 0) - textWidth(line));
}

/** What is drawn leaves the last row free, goes over no edge and holds nothing that a terminal would act on. */
export function expectToFit(node: ReactNode, size: TerminalSize): void {
  const lines = renderLines(node, size);
  expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
  const columns = Math.max(MIN_COLUMNS, size.columns);
  for (const line of lines) expect(textWidth(line) - surplusCells(line), line).toBeLessThanOrEqual(columns);
  expect(lines.join("")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
}

const figures = new Map(SHIPPED.map(({ id, figure }) => [id, figure]));

/** No figures, or those that are shipped. */
export const liveContext = (frame: Frame, hasFigures: boolean): LiveContext => ({
  timeline: frame.segments.map((segment) => ({
    ...segment,
    phase: segment.kind === "set" ? "concentric" : segment.kind,
  })),
  figures: { byExerciseId: hasFigures ? figures : new Map(), byStep: new Map() },
  hasStillFigures: false,
  sides: [],
  groups: [],
});

export interface LiveOptions extends Partial<Omit<LiveMoment, "frame">> {
  readonly hasFigures?: boolean;
}

/** The live screen of a frame. */
export function live(frame: Frame, size: TerminalSize, { hasFigures = false, ...moment }: LiveOptions = {}) {
  const layout = layoutOf(size);
  const whole = { frame, notice: "", flash: NO_FLASH, isQuitting: false, ...moment };
  return <LiveScreen view={liveViewOf(whole, layout, liveContext(frame, hasFigures))} />;
}

export const liveText = (frame: Frame, columns: number, rows: number, options?: LiveOptions) =>
  renderText(live(frame, { columns, rows }, options), columns, rows);
