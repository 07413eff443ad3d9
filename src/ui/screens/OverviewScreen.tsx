/** The page before a workout: what it takes, what is done, what to mind. */
import { Box } from "ink";
import type { Plan } from "../../plan/types.ts";
import { formatDuration } from "../../text/duration.ts";
import { Bullet, Bullets, isNarrow, Page, PageHeading, Section } from "../components/Page.tsx";
import { Table } from "../components/Table.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { textWidth } from "../fit-text.ts";
import { pageColumns } from "../layout.ts";
import { type OverviewBlock, overviewOf } from "../overview.ts";
import { timelineSegmentsOf } from "../pictures/timeline.ts";
import { useLayout } from "../screen-context.ts";

interface OverviewScreenProps {
  readonly plan: Plan;
  /** The step it begins with: what lies before it was done already, and is not shown. */
  readonly from: number;
  readonly onStart: () => void;
  /** Shows where a phone finds the session. */
  readonly onShowCode?: () => void;
  readonly onLeave: () => void;
}

const HINTS = ["enter start · q quit", "enter start", "enter"];
const LABEL_COLUMNS = 10;
/** From this width on the cautions stand beside the exercises; columns between them. */
const MIN_WIDTH_FOR_TWO = 104;
const GAP = 4;
/** Wider texts are hard to read. */
const MAX_TEXT_COLUMNS = 84;
/** In a lower terminal the sections follow one another without empty lines. */
const MIN_ROWS_FOR_GAPS = 30;

export function OverviewScreen({ plan, from, onStart, onShowCode, onLeave }: OverviewScreenProps) {
  const layout = useLayout();
  const handleKey = (key: string) => {
    if (key === "space" || key === "enter") onStart();
    if (key === "p") onShowCode?.();
    if (key === "q" || key === "escape") onLeave();
  };
  const overview = overviewOf(plan, from);
  const segments = timelineSegmentsOf(plan, from);
  const isWide = layout.width >= MIN_WIDTH_FOR_TWO;
  const columns = isWide ? Math.min(layout.width, 2 * MAX_TEXT_COLUMNS + GAP) : pageColumns(layout);
  const half = isWide ? Math.floor((columns - GAP) / 2) : columns;
  const time = `${overview.isEstimated ? "about " : ""}${formatDuration(overview.totalMs)}`;
  const hasGaps = layout.rows >= MIN_ROWS_FOR_GAPS;
  const names = overview.sections.flatMap(({ blocks }) => blocks.map(({ name }) => textWidth(name)));
  const nameColumns = Math.min(Math.max(...names, 0), Math.floor(half * 0.45));
  const count = overview.cautions.reduce((sum, { texts }) => sum + texts.length, 0);
  const cautions = count === 1 ? "1 caution" : `${count} cautions`;
  return (
    <Page
      heading={<PageHeading title={plan.title} aside={from > 0 ? `${time} left` : time} />}
      hints={HINTS}
      columns={columns}
      onKey={handleKey}
      {...(count > 0 && { below: [`↑ ↓ scroll: ${cautions} ↓`, `${cautions} ↓`, "care ↓"] })}
    >
      <Box flexShrink={0} marginBottom={1}>
        <Timeline segments={segments} columns={columns} doneCells={columns} />
      </Box>
      <Table rows={overview.facts} labelColumns={LABEL_COLUMNS} />
      {plan.notice && (
        <ThemedText colour="alert" wrap="wrap">
          {plan.notice}
        </ThemedText>
      )}
      <Box flexShrink={0} height={1} />
      <Box flexShrink={0} flexDirection={isWide ? "row" : "column"} gap={isWide ? GAP : 0}>
        <Box flexDirection="column" width={half} flexShrink={0}>
          {overview.sections.map(({ title, blocks, advice }, index) => (
            <Section key={title} title={title} hasGap={hasGaps || index === overview.sections.length - 1}>
              {blocks.map((block) => (
                <BlockLine key={block.key} block={block} nameColumns={isNarrow(layout) ? null : nameColumns} />
              ))}
              {advice.map((text) => (
                <Bullet key={text}>{text}</Bullet>
              ))}
            </Section>
          ))}
          <Bullets title="Changed" texts={overview.changes} />
        </Box>
        <Box flexDirection="column" width={half} flexShrink={0}>
          {overview.cautions.map(({ about, texts }) => (
            <Bullets key={about} title={`Take care: ${about}`} texts={texts} hasGap={hasGaps} />
          ))}
        </Box>
      </Box>
    </Page>
  );
}

interface BlockLineProps {
  readonly block: OverviewBlock;
  /** Null in a narrow terminal, where the dose stands below. */
  readonly nameColumns: number | null;
}

/** An exercise with its dose and time. */
function BlockLine({ block, nameColumns }: BlockLineProps) {
  const dose = <ThemedText wrap="wrap">{block.dose}</ThemedText>;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box gap={2} justifyContent="space-between">
        <Box {...(nameColumns === null ? { flexShrink: 1 } : { width: nameColumns, flexShrink: 0 })}>
          <ThemedText bold>{block.name}</ThemedText>
        </Box>
        {nameColumns !== null && <Box flexGrow={1}>{dose}</Box>}
        <ThemedText colour="dim" columns="whole">
          {block.time}
        </ThemedText>
      </Box>
      {nameColumns === null && block.dose !== "" && <Box paddingLeft={2}>{dose}</Box>}
      {block.note !== "" && (
        <Box paddingLeft={2}>
          <ThemedText colour="dim" wrap="wrap">
            {block.note}
          </ThemedText>
        </Box>
      )}
    </Box>
  );
}
