/** The window's title through a session. */
import { describe, expect, it } from "vitest";
import { formatWindowTitle } from "../../src/ui/window-title.ts";
import { HOLD, MARCH, PAUSED } from "./support/frames.ts";

describe("the title of the window", () => {
  it("says what is done now, what is left, and of what", () => {
    expect(formatWindowTitle(MARCH, "Psoas program")).toBe("LIFT, 6:50 left: Psoas program");
    expect(formatWindowTitle(PAUSED, "Psoas program")).toBe("PAUSED, 0:45 left: Psoas program");
  });

  it("changes every five seconds, not every second", () => {
    const titles = Array.from({ length: 46 }, (_, leftSeconds) =>
      formatWindowTitle({ ...HOLD, remainingSeconds: leftSeconds }, "Hips"),
    );
    expect(new Set(titles).size).toBe(10);
    expect(titles[1]).toBe("HOLD, 0:05 left: Hips");
  });

  it("is the routine's name before the session, and says when it is done", () => {
    expect(formatWindowTitle({ ...HOLD, status: "ready" }, "Hips")).toBe("Hips");
    expect(formatWindowTitle({ ...HOLD, status: "finished" }, "Hips")).toBe("Done: Hips");
  });

  it("lets nothing of a foreign name through that a terminal would obey, and is never long", () => {
    const title = formatWindowTitle({ ...HOLD, status: "ready" }, `a\x07b\x1b]0;c\u009c${"d".repeat(200)}`);
    expect(title).not.toMatch(/\p{Cc}/u);
    expect(title.length).toBeLessThanOrEqual(60);
  });
});
