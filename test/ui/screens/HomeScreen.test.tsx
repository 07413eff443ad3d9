/** The home screen: a routine is chosen with arrows or by typing. */
import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type HomeDetails, runHome } from "../../../src/ui/index.tsx";
import { restoreTerminals } from "../../../src/ui/terminal.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

afterEach(restoreTerminals);

describe("the home screen", () => {
  const entries = [
    { id: "desk-break", title: "Desk break", minutes: 5, equipment: [], purpose: "For those who sit." },
    {
      id: "psoas-program",
      title: "Psoas program",
      minutes: 31,
      equipment: ["band", "bar"],
      purpose: "Five exercises.",
    },
  ];
  const home = (details?: Promise<HomeDetails>) => {
    const terminal = fakeTerminal(60, 20);
    const { stdin, stdout } = terminal;
    const ending = new AbortController();
    const { signal } = ending;
    const choice = runHome({
      entries,
      ...(details && { details }),
      theme: "auto",
      stdin,
      stdout,
      env: {},
      signal,
      onInterrupt: vi.fn(),
    });
    return { terminal, choice, signal, stop: () => ending.abort() };
  };

  test("that finds nothing says so in the rows that there are, and names the one key that helps", async () => {
    const { terminal, stop } = home();
    terminal.input.type("zz");
    const wide = await terminal.screen();
    expect(wide).toMatch(/No match\. You can type a workout, too/);
    expect(wide).toContain("esc clear");
    expect(wide).not.toContain("enter start");
    terminal.output.resize(20, 5);
    const small = await terminal.screen();
    expect(small).toContain("No match.");
    expect(small).not.toContain("You can");
    stop();
  });

  test("arrows choose, Enter starts", async () => {
    const { terminal, choice } = home();
    expect(await terminal.screen()).toContain("► Desk break");
    terminal.input.type("\x1b[B");
    expect(await terminal.screen()).toContain("► Psoas program");
    expect(await terminal.screen()).toContain("Five exercises.");
    terminal.input.type("\r");
    expect(await choice).toBe("psoas-program");
  });

  test("typing filters, q leaves when nothing is typed", async () => {
    const { terminal, choice } = home();
    await terminal.screen();
    terminal.input.type("q");
    expect(await choice).toBe(null);
    const again = home();
    await again.terminal.screen();
    again.terminal.input.type("bar");
    expect(await again.terminal.screen()).not.toContain("Desk break");
    again.terminal.input.type("\r");
    expect(await again.choice).toBe("psoas-program");
  });

  test("what takes time to find out appears as soon as it is known", async () => {
    const known = entries.map((entry) => ({ ...entry, minutes: 77, lastDone: "yesterday" }));
    const { terminal } = home(Promise.resolve({ entries: known, readLine: async () => null }));
    await terminal.screen();
    expect(await terminal.screen()).toContain("77 min");
    expect(await terminal.screen()).toContain("Last done yesterday.");
  });

  test("a workout that is typed can be started, and says what is wrong with it until it is right", async () => {
    const readLine = async (text: string) => {
      if (!text.includes("x(")) return null;
      if (!text.endsWith(")")) return "expected )";
      return { id: text, title: text, minutes: 3, equipment: [], purpose: "The workout that you typed." };
    };
    const { terminal, choice } = home(Promise.resolve({ entries, readLine }));
    await terminal.screen();
    for (const key of "3x(10 squat") {
      terminal.input.type(key);
      await terminal.screen();
    }
    expect(await terminal.screen()).toContain("expected )");
    terminal.input.type(")");
    await terminal.screen();
    expect(await terminal.screen()).toContain("► 3x(10 squat)");
    terminal.input.type("\r");
    expect(await choice).toBe("3x(10 squat)");
  });

  test("a program that is asked to stop leaves it without a choice, and gives the terminal back", async () => {
    const { terminal, choice, stop } = home();
    await terminal.screen();
    stop();
    expect(await choice).toBe(null);
    expect(await terminal.screen()).toBe("");
  });

  test("a page that was left waits for no signal any more: many may follow one another", async () => {
    const { terminal, choice, signal } = home();
    await terminal.screen();
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    terminal.input.type("q");
    await choice;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
