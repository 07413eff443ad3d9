/** The home screen: choose a routine or an exercise with the arrows, or type a part of its name. */
import { Box } from "ink";
import { windowStart } from "../components/ChoiceList.tsx";
import { isNarrow } from "../components/Page.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { chooseFitting, wrapClauses } from "../fit-text.ts";
import { filterEntries, type HomeEntry, handleHomeKey, INITIAL_HOME_STATE } from "../home-entries.ts";
import { useKeyState, useKeys } from "../keys.ts";
import { pageColumns } from "../layout.ts";
import { useLayout } from "../screen-context.ts";

export interface HomeScreenProps {
  readonly entries: readonly HomeEntry[];
  /** The entry that was chosen; null when the person leaves. */
  readonly onChoice: (id: string | null) => void;
}

/** Rows for what the selected entry is for. */
const PURPOSE_ROWS = 2;

export function HomeScreen({ entries, onChoice }: HomeScreenProps) {
  const layout = useLayout();
  const [{ filter, selectedIndex }, state] = useKeyState(INITIAL_HOME_STATE);
  useKeys((key) => {
    const shown = filterEntries(entries, state.current().filter);
    const result = handleHomeKey(state.current(), key, shown.length);
    state.set(result.state);
    if (result.effect === "leave") return onChoice(null);
    const chosen = shown[result.state.selectedIndex];
    if (result.effect === "start" && chosen) onChoice(chosen.id);
  });
  const { rows, margin, columns } = layout;
  const width = pageColumns(layout);
  const shown = filterEntries(entries, filter);
  const selected = shown[selectedIndex];
  const [hasHeading, hasPurpose, hasHints] = [rows >= 4, rows >= 9, rows >= 3];
  const hasTimeline = selected?.timeline !== undefined && rows >= 12;
  const listRows = Math.max(
    1,
    rows - (hasHeading ? 2 : 0) - (hasPurpose ? PURPOSE_ROWS + 1 : 0) - (hasTimeline ? 1 : 0) - (hasHints ? 1 : 0),
  );
  const from = windowStart(shown.length, selectedIndex, listRows);
  return (
    <Box flexDirection="column" width={columns} height={rows} paddingX={margin}>
      {hasHeading && <HomeHeading filter={filter} width={width} />}
      <Box flexDirection="column" height={listRows} width={width} flexShrink={0}>
        {shown.length === 0 && <ThemedText colour="dim">nothing matches</ThemedText>}
        {shown.slice(from, from + listRows).map((entry, index) => (
          <EntryLine key={entry.id} entry={entry} isSelected={from + index === selectedIndex} width={width} />
        ))}
      </Box>
      {hasPurpose && selected && <Purpose entry={selected} width={width} />}
      {hasTimeline && selected?.timeline && (
        <Box paddingLeft={2} flexShrink={0}>
          <Timeline segments={selected.timeline} columns={width - 2} doneCells={width} />
        </Box>
      )}
      <Box flexGrow={1} />
      {hasHints && <ThemedText colour="dim">{chooseHints(filter, width)}</ThemedText>}
    </Box>
  );
}

function HomeHeading({ filter, width }: { readonly filter: string; readonly width: number }) {
  return (
    <Box width={width} gap={2} justifyContent="space-between" marginBottom={1} flexShrink={0}>
      <ThemedText colour="accent" bold>
        unwind
      </ThemedText>
      {filter === "" ? (
        <ThemedText colour="dim">Choose a routine</ThemedText>
      ) : (
        <ThemedText bold>{`/${filter}`}</ThemedText>
      )}
    </Box>
  );
}

interface EntryProps {
  readonly entry: HomeEntry;
  readonly width: number;
}

/** A short timeline stands in the line itself where the terminal is wide. */
const INLINE_TIMELINE_COLUMNS = 20;

function EntryLine({ entry, isSelected, width }: EntryProps & { readonly isSelected: boolean }) {
  const layout = useLayout();
  const narrow = isNarrow(layout);
  const colour = isSelected ? "plain" : "dim";
  const yours = entry.isPersonal && width >= 32 ? "yours · " : "";
  const minutes = `${entry.minutes} min`;
  return (
    <Box gap={2} flexShrink={0} height={1} justifyContent="space-between">
      <Box {...(narrow ? { flexShrink: 1 } : { width: Math.floor(width * 0.4), flexShrink: 0 })}>
        <ThemedText colour={isSelected ? "accent" : "plain"} bold={isSelected}>
          {`${isSelected ? "►" : " "} ${entry.title}`}
        </ThemedText>
      </Box>
      <Box flexShrink={0}>
        <ThemedText colour={colour}>{narrow ? yours + minutes : minutes.padStart(7)}</ThemedText>
      </Box>
      {!narrow && (
        <Box flexGrow={1}>
          <ThemedText colour={colour}>{yours + (entry.equipment.join(", ") || "no equipment")}</ThemedText>
        </Box>
      )}
      {!narrow && width >= 80 && entry.timeline && (
        <Timeline segments={entry.timeline} columns={INLINE_TIMELINE_COLUMNS} doneCells={INLINE_TIMELINE_COLUMNS} />
      )}
    </Box>
  );
}

/** What the entry is for; in a narrow terminal with what it needs, for which the list has no room. */
function Purpose({ entry, width }: EntryProps) {
  const needs = isNarrow(useLayout()) ? `Needs ${entry.equipment.join(", ") || "no equipment"}. ` : "";
  return (
    <Box flexDirection="column" marginTop={1} paddingLeft={2} height={PURPOSE_ROWS} flexShrink={0}>
      {wrapClauses(needs + entry.purpose, width - 2, PURPOSE_ROWS).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <ThemedText key={index}>{line}</ThemedText>
      ))}
    </Box>
  );
}

function chooseHints(filter: string, columns: number): string {
  const leave = filter === "" ? "q quit" : "esc clear";
  const forms = [
    `↑ ↓ choose · enter start${filter === "" ? " · type to search" : ""} · ${leave}`,
    `↑ ↓ choose · enter start · ${leave}`,
    `enter start · ${leave}`,
    "enter",
  ];
  return chooseFitting(forms, columns);
}
