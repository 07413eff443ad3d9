/** The home screen: choose a routine or an exercise with the arrows, type a part of its name, or type a workout. */
import { Box } from "ink";
import { useEffect, useState } from "react";
import { windowStart } from "../components/ChoiceList.tsx";
import { EntryDetails } from "../components/EntryDetails.tsx";
import { EntryLine } from "../components/EntryLine.tsx";
import { Lines, ThemedText } from "../components/ThemedText.tsx";
import { chooseFitting, wrapText } from "../fit-text.ts";
import {
  filterEntries,
  type HomeDetails,
  type HomeEntry,
  handleHomeKey,
  homeRowsOf,
  INITIAL_HOME_STATE,
} from "../home-entries.ts";
import { useKeyState, useKeys } from "../keys.ts";
import type { Layout } from "../layout.ts";
import { useLayout } from "../screen-context.ts";

interface HomeScreenProps {
  readonly entries: readonly HomeEntry[];
  /** What takes time to find out. */
  readonly details?: Promise<HomeDetails>;
  /** The entry that was chosen, or the line that was typed; null when the person leaves. */
  readonly onChoice: (id: string | null) => void;
}

/** A wider list would part titles from their figures. */
const MAX_LIST_COLUMNS = 120;

export function HomeScreen({ entries: first, details, onChoice }: HomeScreenProps) {
  const layout = useLayout();
  const [known, setKnown] = useState<HomeDetails | null>(null);
  const [typed, setTyped] = useState<{ filter: string; found: HomeEntry | string | null } | null>(null);
  const [{ filter, selectedIndex }, state] = useKeyState(INITIAL_HOME_STATE);
  const entries = known?.entries ?? first;
  useEffect(() => {
    void details?.then(setKnown);
  }, [details]);
  useEffect(() => {
    if (filter !== "") void known?.readLine(filter).then((found) => setTyped({ filter, found }));
  }, [known, filter]);
  const line = typed?.filter === filter ? typed.found : null;
  const shownFor = (text: string) => {
    const found = filterEntries(entries, text);
    return typed?.filter === text && typeof typed.found === "object" && typed.found ? [typed.found, ...found] : found;
  };
  useKeys((key) => {
    const shown = shownFor(state.current().filter);
    const result = handleHomeKey(state.current(), key, shown.length);
    state.set(result.state);
    if (result.effect === "leave") return onChoice(null);
    const chosen = shown[result.state.selectedIndex];
    if (result.effect === "start" && chosen) onChoice(chosen.id);
  });
  const { rows, margin, columns } = layout;
  const width = Math.min(layout.width, MAX_LIST_COLUMNS);
  const shown = shownFor(filter);
  const selected = shown[selectedIndex];
  const sizes = sizesOf(layout);
  const list = homeRowsOf(shown, filter === "");
  const at = list.findIndex((row) => "index" in row && row.index === selectedIndex);
  const hasPast = shown.some(({ lastDone, isPersonal }) => lastDone !== undefined || isPersonal === true);
  const from = windowStart(list.length, at, sizes.list);
  return (
    <Box flexDirection="column" width={columns} height={rows} paddingX={margin} alignItems={layout.pageAlign}>
      <Box flexDirection="column" width={width} height={rows}>
        {sizes.heading > 0 && <HomeHeading filter={filter} />}
        <Box flexDirection="column" height={sizes.list} flexShrink={0}>
          {shown.length === 0 && (
            <Lines lines={noMatchLines(typeof line === "string" ? [line] : NO_MATCH, width, sizes.list)} colour="dim" />
          )}
          {list
            .slice(from, from + sizes.list)
            .map((row) =>
              "heading" in row ? (
                <ThemedText key={row.heading} colour="dim">{`  ${row.heading}`}</ThemedText>
              ) : (
                <EntryLine
                  key={row.entry.id}
                  entry={row.entry}
                  isSelected={row.index === selectedIndex}
                  {...{ width, hasPast }}
                />
              ),
            )}
        </Box>
        {sizes.details > 0 && selected && <EntryDetails entry={selected} width={width} rows={sizes.details} />}
        <Box flexGrow={1} />
        {sizes.hints > 0 && (
          <ThemedText colour="dim">
            {sizes.heading === 0 && filter !== "" ? `/${filter}` : chooseHints(filter, shown.length > 0, width)}
          </ThemedText>
        )}
      </Box>
    </Box>
  );
}

/** Rows of the parts: the list gets what the others leave. */
function sizesOf({ rows }: Layout) {
  const [heading, hints] = [rows >= 6 ? 2 : 0, rows >= 4 ? 1 : 0];
  const details = rows >= 34 ? 13 : rows >= 22 ? 9 : rows >= 15 ? 5 : rows >= 9 ? 3 : 0;
  return { heading, details, hints, list: Math.max(1, rows - heading - details - hints) };
}

function HomeHeading({ filter }: { readonly filter: string }) {
  return (
    <Box gap={2} justifyContent="space-between" marginBottom={1} flexShrink={0}>
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

const NO_MATCH = ["No match. You can type a workout, too: 3x(10 squat, 30s plank)", "No match."];

/** The longest of these forms that the list has rows for; of the last one what fits. */
function noMatchLines(forms: readonly string[], columns: number, rows: number): readonly string[] {
  const wrapped = forms.map((form) => wrapText(form, columns));
  return wrapped.find(({ length }) => length <= rows) ?? wrapped.at(-1)?.slice(0, rows) ?? [];
}

function chooseHints(filter: string, hasMatch: boolean, columns: number): string {
  const leave = filter === "" ? "q quit" : "esc clear";
  if (!hasMatch) return leave;
  const forms = [
    `↑ ↓ choose · enter start${filter === "" ? " · type to search, or a workout" : ""} · ${leave}`,
    `↑ ↓ choose · enter start${filter === "" ? " · type to search" : ""} · ${leave}`,
    `↑ ↓ choose · enter start · ${leave}`,
    `enter start · ${leave}`,
    "enter",
  ];
  return chooseFitting(forms, columns);
}
