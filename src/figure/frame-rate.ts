/** How often a moving figure is drawn. */

/** Frames in a second: smooth enough for strokes of seconds, cheap enough for an hour. */
export const FIGURE_FRAMES_PER_SECOND = 6;
