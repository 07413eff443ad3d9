/** Where a phone finds the session: the QR code, the addresses, and who looks. The session goes on behind it. */
import { Box, Text } from "ink";
import { useEffect, useSyncExternalStore } from "react";
import { MIN_ROWS_FOR_HEADING } from "../components/Page.tsx";
import { ThemedText, type ThemedTextProps } from "../components/ThemedText.tsx";
import { chooseFitting, textWidth } from "../fit-text.ts";
import { useKeys } from "../keys.ts";
import type { RemoteControl, RemoteView } from "../remote-control.ts";
import { useLayout, useTheme } from "../screen-context.ts";

interface RemoteScreenProps {
  readonly remote: RemoteControl;
  readonly onClose: () => void;
}

/** Columns that the words beside the code need. */
const MIN_TEXT_COLUMNS = 24;
/** Rows that they need below it. */
const MIN_TEXT_ROWS = 4;
/** From this height on empty lines part them. */
const MIN_ROWS_FOR_GAPS = 15;

export function RemoteScreen({ remote, onClose }: RemoteScreenProps) {
  const { columns, rows, margin, pageAlign } = useLayout();
  const { characters } = useTheme();
  const view = useSyncExternalStore(remote.onChange, remote.view);
  const problem = useSyncExternalStore(remote.onChange, remote.problem);
  useEffect(() => remote.open(), [remote]);
  // Who has read the code looks at the phone from now on.
  const pages = view?.pages ?? 0;
  useEffect(() => closeWhenFirstPageComes(remote, onClose), [remote, onClose]);
  useKeys((key) => {
    if (key === "a" && view?.isLocked) remote.allow();
    else onClose();
  });
  if (!view) {
    return (
      <Box width={columns} height={rows} paddingX={margin}>
        <ThemedText wrap="wrap">{problem === "" ? "Opening the page …" : problem}</ThemedText>
      </Box>
    );
  }
  const codeColumns = textWidth(view.code[0] ?? "");
  const isBeside = columns - codeColumns >= MIN_TEXT_COLUMNS + 2 * margin;
  const isRoomy = isBeside
    ? view.code.length <= rows
    : view.code.length + MIN_TEXT_ROWS <= rows && codeColumns <= columns;
  const hasCode = isRoomy && characters !== "ascii";
  const whyNoCode = isRoomy ? "This terminal cannot show the code." : "The terminal is too small for the code.";
  const isLow = rows < MIN_ROWS_FOR_HEADING;
  const hints = ["press any key to close", "any key: close"];
  const line = (text: string, style: Pick<ThemedTextProps, "colour" | "bold"> = {}) => (
    <ThemedText {...style} columns="whole" wrap="wrap">
      {text}
    </ThemedText>
  );
  return (
    <Box
      width={columns}
      height={rows}
      flexDirection={isBeside ? "row" : "column"}
      {...(pageAlign === "center" && { alignItems: pageAlign, justifyContent: pageAlign })}
      overflow="hidden"
    >
      {hasCode && <QrCode view={view} columns={codeColumns} />}
      <Box flexDirection="column" paddingX={isLow ? 0 : Math.max(1, margin)} gap={rows >= MIN_ROWS_FOR_GAPS ? 1 : 0}>
        <Box flexDirection="column" flexShrink={0}>
          {!isLow && line("On a phone in the same network", { colour: "accent", bold: true })}
          {(!isLow || !view.isLocked) && line(view.driveAddress)}
        </Box>
        {!isLow && (
          <Box flexDirection="column" flexShrink={0}>
            {line("View only", { colour: "dim" })}
            {line(view.lookAddress)}
          </Box>
        )}
        {!isLow && line(describePages(view, pages))}
        {view.isLocked &&
          line("Wrong addresses were tried, so no new page is let in. a: allow it again", {
            colour: "alert",
            bold: true,
          })}
        {!hasCode && !isLow && line(whyNoCode, { colour: "dim" })}
        {line(chooseFitting(hints, columns), { colour: "dim" })}
      </Box>
    </Box>
  );
}

function QrCode({ view, columns }: { readonly view: RemoteView; readonly columns: number }) {
  const { colourOf, ground } = useTheme();
  const hasColours = colourOf("dim") !== undefined;
  const lines = hasColours || ground === "light" ? view.code : view.invertedCode;
  const colours = hasColours ? { color: "#000000", backgroundColor: "#ffffff" } : {};
  return (
    <Box width={columns} flexShrink={0}>
      <Text {...colours}>{lines.join("\n")}</Text>
    </Box>
  );
}

function closeWhenFirstPageComes(remote: RemoteControl, onClose: () => void): () => void {
  const pagesBefore = remote.view()?.pages ?? 0;
  return remote.onChange(() => {
    if (pagesBefore === 0 && (remote.view()?.pages ?? 0) > 0) onClose();
  });
}

function describePages({ hasSound, lastPressed }: RemoteView, pages: number): string {
  const parts = [
    pages === 0 ? "No page is open yet." : pages === 1 ? "One page is open." : `${pages} pages are open.`,
    hasSound ? "The sound is heard there, too." : "",
    lastPressed === "" ? "" : `Pressed last: ${lastPressed}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
