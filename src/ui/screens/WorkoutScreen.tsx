/** The running workout with what is opened over it: the keys, or the question whether to quit. */
import { Box } from "ink";
import { useMemo } from "react";
import type { FlashSource } from "../../flash/flashes.ts";
import { explainFixedLength, type Session, type SessionCommand } from "../../session/types.ts";
import { useKeyState, useKeys } from "../keys.ts";
import { type Layout, layoutOf } from "../layout.ts";
import { useLiveView } from "../live/use-live-view.ts";
import { liveContextOf } from "../live/view.ts";
import { LayoutContext, useLayout } from "../screen-context.ts";
import { handleLiveKey, INITIAL_LIVE_STATE } from "../session-control.ts";
import { SESSION_KEYS } from "../session-keys.ts";
import { HELP_COLUMNS, HelpPanel, HelpScreen } from "./HelpScreen.tsx";
import { LiveScreen } from "./LiveScreen.tsx";

interface WorkoutScreenProps {
  readonly session: Session;
  readonly flashes: FlashSource;
  readonly stillFigures: boolean;
  /** Shows where a phone finds the session. */
  readonly onShowCode?: () => void;
}

/** From this size on the keys have room beside the live screen. */
const MIN_SIZE_FOR_PANEL = { columns: 100, rows: 23 };

export function WorkoutScreen({ session, flashes, stillFigures, onShowCode }: WorkoutScreenProps) {
  const layout = useLayout();
  const [{ overlay }, state] = useKeyState(INITIAL_LIVE_STATE);
  const isHelpBeside = layout.columns >= MIN_SIZE_FOR_PANEL.columns && layout.rows >= MIN_SIZE_FOR_PANEL.rows;
  const isBeside = overlay === "help" && isHelpBeside;
  const context = useMemo(() => liveContextOf(session.plan, stillFigures), [session, stillFigures]);
  const liveLayout = useMemo(() => (isBeside ? narrowLayout(layout) : layout), [layout, isBeside]);
  const view = useLiveView(session, flashes, liveLayout, context, overlay === "quit");

  const send = (command: SessionCommand) => {
    const { phase, stretchable } = session.frame();
    if (command.type === "extend" && !stretchable) return session.showMessage(explainFixedLength(phase === "open"));
    session.send(command);
    const { cutSetText } = session.frame();
    if (command.type === "extend" && cutSetText !== "") session.showMessage(cutSetText);
  };
  const handleKey = (key: string) => {
    const result = handleLiveKey(state.current(), key, { status: session.frame().status, isHelpBeside });
    state.set(result.state);
    for (const command of result.commands) send(command);
    if (result.showsCode) onShowCode?.();
  };
  const isCovered = overlay === "help" && !isHelpBeside;
  useKeys(handleKey, !isCovered);
  if (isCovered) return <HelpScreen keys={SESSION_KEYS} onKey={handleKey} />;
  if (!isBeside) return <LiveScreen view={view} />;
  return (
    <Box>
      <LayoutContext value={liveLayout}>
        <LiveScreen view={view} />
      </LayoutContext>
      <HelpPanel keys={SESSION_KEYS} />
    </Box>
  );
}

/** The layout that is left beside the keys. */
function narrowLayout({ columns, rows }: Layout): Layout {
  return layoutOf({ columns: columns - HELP_COLUMNS, rows: rows + 1 });
}
