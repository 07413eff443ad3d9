/** What every component of a screen may need: the theme, and the layout for the terminal's present size. */
import { createContext, useContext } from "react";
import { type Layout, layoutOf } from "./layout.ts";
import type { RemotePrompts } from "./remote-control.ts";
import { createTheme, type Theme } from "./theme.ts";

export const ThemeContext = createContext<Theme>(createTheme("dark", 0));
export const LayoutContext = createContext<Layout>(layoutOf({ columns: 80, rows: 24 }));

interface ScreenControls {
  readonly suspend: () => void;
  /** Ctrl-C: requests that the program stop. */
  readonly interrupt: () => void;
  /** Pages elsewhere that show and answer what is asked here. */
  readonly prompts?: RemotePrompts | undefined;
}

export const ControlsContext = createContext<ScreenControls>({ suspend: () => {}, interrupt: () => {} });

export const useTheme = () => useContext(ThemeContext);
export const useLayout = () => useContext(LayoutContext);
