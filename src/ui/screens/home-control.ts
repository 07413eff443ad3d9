/** What a key press means on the home screen. */
import type { HomeState } from "../layout/home-page.ts";

export interface HomeKeyResult {
  readonly state: HomeState;
  readonly effect?: "start" | "leave";
}

/** `q` leaves as long as nothing was typed: after that it is a letter like any other. */
export function handleHomeKey(state: HomeState, key: string, count: number): HomeKeyResult {
  const last = Math.max(0, count - 1);
  switch (key) {
    case "up":
      return { state: { ...state, selectedIndex: Math.max(0, state.selectedIndex - 1) } };
    case "down":
      return { state: { ...state, selectedIndex: Math.min(last, state.selectedIndex + 1) } };
    case "enter":
      return { state, effect: "start" };
    case "escape":
      return state.filter === "" ? { state, effect: "leave" } : { state: { filter: "", selectedIndex: 0 } };
    case "backspace":
      return { state: { filter: Array.from(state.filter).slice(0, -1).join(""), selectedIndex: 0 } };
    case "space":
      return state.filter === ""
        ? { state, effect: "start" }
        : { state: { filter: `${state.filter} `, selectedIndex: 0 } };
  }
  if (key === "q" && state.filter === "") return { state, effect: "leave" };
  return isPrintable(key) ? { state: { filter: state.filter + key, selectedIndex: 0 } } : { state };
}

function isPrintable(key: string): boolean {
  return Array.from(key).length === 1 && /[\p{L}\p{N}\p{P}]/u.test(key);
}
