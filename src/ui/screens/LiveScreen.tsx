/** The workout while it runs or is paused: what to do, on which side, how long, and what comes next. */
import { Box } from "ink";
import { BigDigits } from "../components/BigDigits.tsx";
import { Figure } from "../components/Figure.tsx";
import { Header } from "../components/Header.tsx";
import { Instructions } from "../components/Instructions.tsx";
import { KeyHints } from "../components/KeyHints.tsx";
import { BigSign, NextUp } from "../components/NextUp.tsx";
import { PhaseWord } from "../components/PhaseWord.tsx";
import { BigText } from "../components/Picture.tsx";
import { SideSign } from "../components/SideSign.tsx";
import { StrokeBar } from "../components/StrokeBar.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { TimedTimeline } from "../components/Timeline.tsx";
import type { LiveView } from "../live/types.ts";
import { useLayout } from "../screen-context.ts";

interface LiveScreenProps {
  readonly view: LiveView;
}

export function LiveScreen({ view }: LiveScreenProps) {
  const layout = useLayout();
  const { live, columns, rows, margin } = layout;
  if (layout.sizeClass === "tiny") return <TinyScreen view={view} />;
  return (
    <Box flexDirection="column" width={columns} height={rows} paddingX={margin}>
      {live.header > 0 && <Header {...view.header} />}
      <Box
        height={live.word}
        marginTop={live.headerGap}
        flexShrink={0}
        justifyContent="space-between"
        alignItems="center"
      >
        {live.word > 1 ? <PhaseWord {...view.word} /> : <WordAndSide view={view} />}
        {view.count && <BigText {...view.count} />}
      </Box>
      <Box marginTop={live.wordGap} flexShrink={0}>
        <Box
          flexDirection="column"
          width={live.header > 0 ? view.leftColumns : layout.width}
          marginRight={2}
          flexShrink={0}
        >
          <Box flexShrink={0} justifyContent="space-between" alignItems="center">
            <BigDigits {...view.digits} />
            <ThemedText colour={view.word.colour} bold inverse={view.word.isLit}>
              {view.besideDigits}
            </ThemedText>
          </Box>
          {view.strokes && (
            <Box marginTop={live.strokeGap} flexShrink={0} width={layout.width}>
              <StrokeBar {...view.strokes} />
            </Box>
          )}
          {view.instructions && (
            <Box marginTop={live.textGap} flexShrink={0} width={layout.width}>
              <Instructions {...view.instructions} />
            </Box>
          )}
        </Box>
        <Box flexDirection="column" flexShrink={0}>
          {view.side && (
            <Box height={view.side.rows + 1} flexShrink={0}>
              <SideSign {...view.side} />
            </Box>
          )}
          {view.figure && <Figure {...view.figure} />}
          {view.sign && <BigSign {...view.sign} />}
        </Box>
      </Box>
      {live.next > 0 && (
        <Box flexDirection="column" marginTop={live.bottomGap} flexShrink={0}>
          {view.line ? <Line line={view.line} /> : <NextUp text={view.next} />}
        </Box>
      )}
      {view.timeline && <TimedTimeline {...view.timeline} />}
      {view.hints && <KeyHints {...view.hints} />}
    </Box>
  );
}

/** The phase word in letters of usual size with the side beside it, at that side of the screen. */
function WordAndSide({ view }: LiveScreenProps) {
  const { live } = useLayout();
  if (view.line && live.next === 0) return <Line line={view.line} />;
  const word = <PhaseWord key="word" {...view.word} />;
  const side = (
    <Box key="side" flexShrink={0}>
      <ThemedText bold>{view.besideWord}</ThemedText>
    </Box>
  );
  return (
    <Box flexGrow={1} justifyContent="space-between">
      {view.isSideLeft ? [side, word] : [word, side]}
    </Box>
  );
}

function Line({ line }: { readonly line: NonNullable<LiveView["line"]> }) {
  return (
    <ThemedText colour={line.colour} bold={line.colour !== "dim"}>
      {line.text}
    </ThemedText>
  );
}

/** Down to a single character: the digits and as much of the rest as there is room for. */
function TinyScreen({ view }: LiveScreenProps) {
  const layout = useLayout();
  return (
    <Box flexDirection="column" width={layout.columns} height={layout.rows}>
      <ThemedText colour={view.line?.colour === "alert" ? "alert" : view.word.colour} bold inverse={view.word.isLit}>
        {view.tinyText}
      </ThemedText>
      {layout.rows > 1 && <ThemedText colour="dim">{view.header.name}</ThemedText>}
      {layout.rows > 2 && view.line && view.line.colour !== "alert" && <Line line={view.line} />}
    </Box>
  );
}
