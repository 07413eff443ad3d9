/** The page after a workout: that it is done, what it came to beside the times before, what it was for. */
import { Box } from "ink";
import { useEffect, useState } from "react";
import type { Plan } from "../../plan/types.ts";
import { isNothingDone, type WorkoutSummary } from "../../player/summary-types.ts";
import type { SessionCommand } from "../../session/types.ts";
import { Bar } from "../components/Bar.tsx";
import { Bullets, MIN_ROWS_FOR_HEADING, Page, PageHeading, Section } from "../components/Page.tsx";
import { BigText } from "../components/Picture.tsx";
import { Table } from "../components/Table.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { chooseFitting, textWidth } from "../fit-text.ts";
import { bigTextColumns } from "../pictures/big-letters.ts";
import { timelineSegmentsOf } from "../pictures/timeline.ts";
import type { RemotePrompt } from "../remote-control.ts";
import { EMPTY_PROMPT, useRemotePrompt } from "../remote-question.ts";
import { useLayout } from "../screen-context.ts";
import { sessionActionOf } from "../session-keys.ts";
import { formatClockRounded, NO_REVIEW, pastFactsOf, type SessionReview, summaryFactsOf } from "../summary.ts";

interface EndScreenProps {
  readonly plan: Plan;
  readonly summary: WorkoutSummary;
  /** Compares it with those before; asked once. */
  readonly review: () => Promise<SessionReview>;
  /** Words about what failed at the side. */
  readonly notices: readonly string[];
  /** The set that a clock has cut off, which + and − set right. */
  readonly cutSet?: CutSet;
  readonly onLeave: () => void;
}

/** From this height on "DONE" stands in big letters. */
const MIN_ROWS_FOR_BIG_WORD = 11;
/** The bars and the timeline of a large terminal; there is no text here that would be too long to read. */
const MAX_COLUMNS = 120;
/** From this width on the muscles stand beside the figures. */
const MIN_COLUMNS_FOR_TWO = 76;
/** Columns between the word and the time. */
const BIG_GAP = 4;
/** The longest label of a fact. */
const LABEL_COLUMNS = 9;
const PAST_LABEL_COLUMNS = 15;

interface CutSet {
  /** "Push-up: 7 of 10 reps". */
  readonly text: string;
  readonly onCorrect: (command: SessionCommand) => void;
}

export function EndScreen({ plan, summary, review, notices, cutSet, onLeave }: EndScreenProps) {
  const layout = useLayout();
  const [reviewed, setReviewed] = useState(NO_REVIEW);
  useEffect(() => void review().then(setReviewed), [review]);
  const handleKey = (key: string) => {
    const action = sessionActionOf(key);
    if (cutSet && action?.type === "extend") cutSet.onCorrect(action);
    else onLeave();
  };
  useRemotePrompt(promptOfEnd(plan.title, summary, reviewed, cutSet), handleKey);
  const columns = Math.max(1, Math.min(layout.width, MAX_COLUMNS));
  const isBig = layout.rows >= MIN_ROWS_FOR_BIG_WORD && columns >= 30;
  const scale = layout.sizeClass === "huge" ? 3 : layout.rows >= 22 ? 2 : 1;
  const time = formatClockRounded(summary.sessionMs);
  const hasBigTime = bigTextColumns("DONE", scale) + bigTextColumns(time, scale) + BIG_GAP <= columns;
  const isWide = columns >= MIN_COLUMNS_FOR_TWO;
  const half = isWide ? Math.floor(columns * 0.38) : columns;
  const [facts, past] = [summaryFactsOf(summary, reviewed), pastFactsOf(reviewed)];
  // Scores have names of their own, which may be longer than the other labels.
  const labelColumns = Math.max(LABEL_COLUMNS, ...facts.map(([label]) => Math.min(20, textWidth(label) + 2)));
  const isNothing = isNothingDone(summary);
  const muscles = <Muscles summary={summary} columns={isWide ? columns - half : columns} />;
  return (
    <Page
      columns={columns}
      heading={
        <>
          <PageHeading title={plan.title} aside={isNothing ? "Nothing done" : isBig ? "" : "Done"} />
          {isBig && !isNothing && (
            <Box marginTop={1} justifyContent="space-between">
              <BigText text="DONE" scale={scale} colour="finished" />
              {hasBigTime && <BigText text={time} scale={scale} colour="plain" />}
            </Box>
          )}
        </>
      }
      hints={cutSet ? CORRECTION_HINTS : ["press any key to continue", "any key: continue"]}
      onKey={handleKey}
    >
      <Box flexShrink={0} marginBottom={layout.rows < MIN_ROWS_FOR_HEADING ? 0 : 1}>
        <Timeline segments={timelineSegmentsOf(plan)} columns={columns} doneCells={isNothing ? 0 : columns} />
      </Box>
      {cutSet && (
        <Box flexShrink={0} marginBottom={layout.rows < MIN_ROWS_FOR_HEADING ? 0 : 1}>
          <ThemedText wrap="wrap">{chooseFitting(cutSetForms(cutSet), columns)}</ThemedText>
        </Box>
      )}
      <Box flexShrink={0} flexDirection={isWide ? "row" : "column"}>
        <Box flexDirection="column" width={half} flexShrink={0} marginBottom={1}>
          <Table rows={facts} labelColumns={labelColumns} />
        </Box>
        {muscles}
      </Box>
      {past.length > 0 && (
        <Box flexShrink={0} marginBottom={1}>
          <Table rows={past} labelColumns={PAST_LABEL_COLUMNS} />
        </Box>
      )}
      <Bullets title={`Skipped: ${summary.skipped.length}`} texts={summary.skipped} />
      {notices.length > 0 && (
        <Section title="Note">
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

const CORRECTION_HINTS = ["+ − reps · any other key to continue", "+ − reps · any other key", "+ − reps"];

/** What is to be set right; the hints say as much of the keys. */
function cutSetForms({ text }: CutSet): readonly string[] {
  return [`Time was up in ${text}. Correct it with + and −.`, `Time was up in ${text}.`, text];
}

/** So many muscles, the longest first. */
const MAX_MUSCLES = 8;

function Muscles({ summary, columns }: { readonly summary: WorkoutSummary; readonly columns: number }) {
  const muscles = summary.muscles.slice(0, MAX_MUSCLES);
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

const CORRECTION_CHOICES = [
  { key: "-", label: "One rep less" },
  { key: "+", label: "One rep more" },
];

/** The same in short, for a page. */
function promptOfEnd(
  title: string,
  summary: WorkoutSummary,
  review: SessionReview,
  cutSet: CutSet | undefined,
): RemotePrompt {
  const facts = summaryFactsOf(summary, review).map(([label, value]) => `${label}: ${value}`);
  const lines = cutSet ? [`Time was up in ${cutSet.text}`, ...facts] : facts;
  const heading = isNothingDone(summary) ? "Nothing done" : "Done";
  const choices = cutSet ? CORRECTION_CHOICES : [];
  return { ...EMPTY_PROMPT, title: heading, text: title, lines, choices, enter: "Continue" };
}
