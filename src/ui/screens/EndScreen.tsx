/** The page after a workout: that it is done, how long it took, what it was for. */
import { Box } from "ink";
import type { Plan } from "../../plan/types.ts";
import type { WorkoutSummary } from "../../player/types.ts";
import { formatClock } from "../../text/duration.ts";
import { Bar } from "../components/Bar.tsx";
import { BigText } from "../components/BigText.tsx";
import { Bullet, Page, PageHeading, Section } from "../components/Page.tsx";
import { Table } from "../components/Table.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { textWidth } from "../fit-text.ts";
import { useKeys } from "../keys.ts";
import { pageColumns } from "../layout.ts";
import { timelineSegmentsOf } from "../pictures/timeline.ts";
import { useLayout } from "../screen-context.ts";
import { useScroll } from "../use-scroll.ts";

export interface EndScreenProps {
  readonly plan: Plan;
  readonly summary: WorkoutSummary;
  /** Words about what failed at the side. */
  readonly notices: readonly string[];
  readonly onLeave: () => void;
}

/** From this height on "DONE" stands in big letters. */
const MIN_ROWS_FOR_BIG_WORD = 12;

export function EndScreen({ plan, summary, notices, onLeave }: EndScreenProps) {
  const layout = useLayout();
  const scroll = useScroll();
  useKeys((key) => {
    if (!scroll.handleKey(key)) onLeave();
  });
  const columns = pageColumns(layout);
  const isBig = layout.rows >= MIN_ROWS_FOR_BIG_WORD && columns >= 30;
  return (
    <Page
      heading={
        <>
          <PageHeading title={plan.title} aside={isBig ? "" : "Done"} />
          {isBig && (
            <Box marginTop={1}>
              <BigText text="DONE" scale={layout.bigRows > 3 ? 2 : 1} colour="finished" />
            </Box>
          )}
        </>
      }
      hints={["press any key to exit", "any key: exit"]}
      scroll={scroll}
    >
      <Table rows={summaryRows(summary)} labelColumns={14} />
      <Box flexShrink={0} marginY={1}>
        <Timeline segments={timelineSegmentsOf(plan)} columns={columns} doneCells={columns} />
      </Box>
      <Muscles summary={summary} columns={columns} />
      {summary.skipped.length > 0 && (
        <Section title={`Skipped: ${summary.skipped.length}`}>
          {summary.skipped.map((label) => (
            <Bullet key={label}>{label}</Bullet>
          ))}
        </Section>
      )}
      {notices.length > 0 && (
        <Section title="Good to know">
          {notices.map((notice) => (
            <ThemedText key={notice} wrap="wrap">
              {notice}
            </ThemedText>
          ))}
        </Section>
      )}
    </Page>
  );
}

const formatClockRounded = (ms: number) => formatClock(Math.round(ms / 1000) * 1000);

function summaryRows(summary: WorkoutSummary): (readonly [string, string])[] {
  return [
    ...summary.scores.map(
      ({ title, text, comparison }) => [title, [text, comparison].filter(Boolean).join(", ")] as const,
    ),
    ["Total", formatClockRounded(summary.sessionMs)],
    ["Work", formatClockRounded(summary.workedMs)],
    ["Sets", `${summary.setsCompleted} of ${summary.setsPlanned}`],
    ...(summary.reps > 0 ? [["Reps", String(summary.reps)] as const] : []),
  ];
}

function Muscles({ summary: { muscles }, columns }: { readonly summary: WorkoutSummary; readonly columns: number }) {
  const longest = muscles[0]?.ms ?? 0;
  if (longest === 0) return null;
  const timeColumns = Math.max(...muscles.map(({ ms }) => formatClockRounded(ms).length));
  const nameColumns = Math.min(Math.max(...muscles.map(({ name }) => textWidth(name))), Math.floor(columns * 0.4));
  return (
    <Section title="Time under tension">
      {muscles.map(({ name, ms }) => (
        <Bar
          key={name}
          name={name}
          nameColumns={nameColumns}
          value={formatClockRounded(ms).padStart(timeColumns)}
          share={ms / longest}
          barColumns={columns - nameColumns - timeColumns - 4}
        />
      ))}
    </Section>
  );
}
