/** Where a phone finds the session: the QR code, the addresses, and who looks. The session goes on behind it. */
import { Box, Text } from "ink";
import { useEffect, useSyncExternalStore } from "react";
import { ThemedText } from "../components/ThemedText.tsx";
import { textWidth } from "../fit-text.ts";
import { useKeys } from "../keys.ts";
import type { RemoteControl, RemoteView } from "../remote-control.ts";
import { useLayout, useTheme } from "../screen-context.ts";

interface RemoteScreenProps {
  readonly remote: RemoteControl;
  readonly onClose: () => void;
}

/** Columns that the words beside the code need. */
const MIN_TEXT_COLUMNS = 24;

export function RemoteScreen({ remote, onClose }: RemoteScreenProps) {
  const { columns, rows, margin } = useLayout();
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
  const hasCode = isBeside ? view.code.length <= rows : view.code.length + 4 <= rows && codeColumns <= columns;
  return (
    <Box width={columns} height={rows} flexDirection={isBeside ? "row" : "column"} overflow="hidden">
      {hasCode && <QrCode view={view} columns={codeColumns} />}
      <Box flexDirection="column" paddingX={Math.max(1, margin)} flexGrow={1}>
        <ThemedText colour="accent" bold>
          On a phone in the same network
        </ThemedText>
        <ThemedText wrap="wrap">{view.driveAddress}</ThemedText>
        <ThemedText colour="dim">View only</ThemedText>
        <ThemedText wrap="wrap">{view.lookAddress}</ThemedText>
        <ThemedText wrap="wrap">{describePages(view, pages)}</ThemedText>
        {view.isLocked && (
          <ThemedText colour="alert" bold wrap="wrap">
            Wrong addresses were tried, so no new page is let in. a: allow it again
          </ThemedText>
        )}
        {!hasCode && <ThemedText colour="dim">The terminal is too small for the code.</ThemedText>}
        <ThemedText colour="dim">press any key to close</ThemedText>
      </Box>
    </Box>
  );
}

function QrCode({ view, columns }: { readonly view: RemoteView; readonly columns: number }) {
  const hasColours = useTheme().colourOf("dim") !== undefined;
  const lines = hasColours ? view.code : view.plainCode;
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
