/** What the keys do: a panel beside the live screen, or a page of its own. */
import { Box } from "ink";
import type { ReactNode } from "react";
import { Page, PageHeading } from "../components/Page.tsx";
import { Table } from "../components/Table.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import type { ExplainedKey } from "../keys.ts";
import { useLayout } from "../screen-context.ts";

const LABEL_COLUMNS = 8;

/** Columns of the panel. */
export const HELP_COLUMNS = 40;

const rowsOf = (keys: readonly ExplainedKey[]) => keys.map(({ label, description }) => [label, description] as const);

export function HelpPanel({ keys }: { readonly keys: readonly ExplainedKey[] }) {
  const { rows } = useLayout();
  return (
    <Box flexDirection="column" width={HELP_COLUMNS} height={rows} flexShrink={0} paddingRight={2} overflow="hidden">
      <Box flexShrink={0} marginBottom={1} justifyContent="space-between">
        <ThemedText colour="accent" bold>
          Keys
        </ThemedText>
        <ThemedText colour="dim">? to close</ThemedText>
      </Box>
      <Table rows={rowsOf(keys)} labelColumns={LABEL_COLUMNS} strong="label" />
    </Box>
  );
}

interface HelpScreenProps {
  readonly keys: readonly ExplainedKey[];
  /** Every key that does not scroll. */
  readonly onKey: (key: string) => void;
  readonly title?: string;
  /** What stands above the keys. */
  readonly children?: ReactNode;
}

export function HelpScreen({ keys, onKey, title = "Keys", children }: HelpScreenProps) {
  return (
    <Page heading={<PageHeading title={title} />} hints={["press any key to go back", "any key: back"]} onKey={onKey}>
      {children}
      <Table rows={rowsOf(keys)} labelColumns={LABEL_COLUMNS + 1} strong="label" />
    </Page>
  );
}
