/** What is handed out, read back by readers that we did not write. */
import { DOMParser } from "@xmldom/xmldom";
import { parse } from "csv-parse/sync";
import { sync as calendar, type VEvent } from "node-ical";
import { describe, expect, test } from "vitest";
import { formatCsvHeader, formatCsvRows } from "../../../src/journal/export/csv.ts";
import { buildIcsFrame, formatIcsEvent } from "../../../src/journal/export/ics.ts";
import { formatTcxActivity, TCX_HEAD, TCX_TAIL } from "../../../src/journal/export/tcx.ts";
import type { SessionFile } from "../../../src/journal/session-format.ts";

/** A session with a pause, a set that was skipped, one that was cut short, answers and notes that try what they can. */
import { other, session, sets } from "../../support/exported-sessions.ts";

describe("CSV", () => {
  const rows: Record<string, string>[] = parse(formatCsvHeader() + formatCsvRows(session) + formatCsvRows(other), {
    columns: true,
  });

  test("has every set in its place, as a reader that is not ours finds it", () => {
    expect(rows).toHaveLength(sets(session).length + sets(other).length);
    for (const [index, step] of [...sets(session), ...sets(other)].entries()) {
      expect(rows[index]).toMatchObject({
        exercise: step.exercise,
        set: String(step.set.index),
        side: step.side ?? "",
        reps: String(step.reps),
        planned_seconds: step.plannedSeconds === null ? "" : String(step.plannedSeconds),
        seconds: String(step.actualSeconds),
        how: step.how,
      });
    }
  });

  test("tells date and time as the person's clock showed them", () => {
    expect(rows[0]).toMatchObject({ session: "abcd1234", date: "2026-11-02", time: "07:30", effort: "7" });
    expect(rows.at(-1)).toMatchObject({ session: "other123", date: "2026-03-29", time: "01:30", effort: "" });
  });

  test("tells time under tension to the millisecond", () => {
    const [first, ...rest] = sets(session);
    const steps = [{ ...first, tension: { left: 10.1, right: 20.2 } }, ...rest] as SessionFile["steps"];
    const [row] = parse(formatCsvHeader() + formatCsvRows({ ...session, steps }), { columns: true }) as Record<
      string,
      string
    >[];
    expect(row).toMatchObject({ tension_seconds: "30.3", tension_left: "10.1", tension_right: "20.2" });
  });

  test("a note that looks like a formula stays text", () => {
    expect(rows[0]?.["notes"]).toMatch(/^'=HYPERLINK\("http:\/\/x"\), "quoted"; with, commas · zweite/);
  });
});

describe("a calendar", () => {
  const { head, tail } = buildIcsFrame();
  const events = Object.values(calendar.parseICS(head + formatIcsEvent(session) + formatIcsEvent(other) + tail)).filter(
    (entry): entry is VEvent => entry?.type === "VEVENT",
  );

  test("has an event a session that lasts as long as it took, pauses included", () => {
    expect(events).toHaveLength(2);
    const [first, second] = events;
    expect(first?.uid).toBe("abcd1234@unwind");
    expect(first?.start.toISOString()).toBe("2026-11-02T06:30:00.000Z");
    expect(Number(first?.end?.getTime()) - Number(first?.start.getTime())).toBe(
      Math.round(session.activeSeconds + 90) * 1000,
    );
    expect(second?.start.toISOString()).toBe("2026-03-29T00:30:00.000Z");
  });

  test("a night with the lid closed does not fill the day", () => {
    const night = { at: 5, seconds: 9 * 3600, reason: "gap" as const };
    const withNight = formatIcsEvent({ ...session, pauses: [...session.pauses, night] });
    expect(withNight).toBe(formatIcsEvent(session));
  });

  test("tells in words what was done, and every note as it was written", () => {
    const [first] = events;
    expect(first?.summary).toBe("Morning hips (partial)");
    const description = String(first?.description);
    expect(description).toContain("Psoas march: 1 of 2 sets");
    expect(description).toContain("Effort 7 of 10");
    for (const note of session.notes) expect(description).toContain(note);
  });

  test("equal sessions give equal files", () => {
    expect(formatIcsEvent(session)).toBe(formatIcsEvent(structuredClone(session)));
  });
});

describe("TCX", () => {
  const text = TCX_HEAD + formatTcxActivity(session) + formatTcxActivity(other) + TCX_TAIL;
  const faults: string[] = [];
  const xml = new DOMParser({ onError: (level, message) => faults.push(`${level} ${message}`) }).parseFromString(
    text,
    "text/xml",
  );
  const of = (parent: { getElementsByTagName(name: string): ArrayLike<unknown> }, name: string) =>
    Array.from(parent.getElementsByTagName(name)) as (Element & { textContent: string })[];
  const activities = of(xml as never, "Activity");

  test("is sound XML with an activity a session", () => {
    expect(faults).toEqual([]);
    expect(activities).toHaveLength(2);
    expect(activities.map((activity) => of(activity as never, "Id")[0]?.textContent)).toEqual([
      session.startedAt,
      other.startedAt,
    ]);
  });

  test("has every set as a lap in its place, with its time, and rests between them", () => {
    for (const [index, activity] of activities.entries()) {
      const source = [session, other][index] as SessionFile;
      const laps = of(activity as never, "Lap");
      const active = laps.filter((lap) => of(lap as never, "Intensity")[0]?.textContent === "Active");
      const done = sets(source).filter((step) => step.actualSeconds > 0);
      expect(active.map((lap) => Number(of(lap as never, "TotalTimeSeconds")[0]?.textContent))).toEqual(
        done.map((step) => step.actualSeconds),
      );
      const notes = active.map((lap) => of(lap as never, "Notes")[0]?.textContent ?? "");
      expect(done.map(({ side }) => side)).toEqual(expect.arrayContaining(["left", "right"]));
      for (const [place, step] of done.entries()) {
        expect(notes[place]).toContain(`set ${step.set.index} of ${step.set.of}`);
        if (step.side) expect(notes[place]).toContain(step.side);
      }
      expect(laps.length).toBeGreaterThan(active.length);
    }
  });

  test("laps follow one another, and a pause lies between them, not in them", () => {
    const laps = of(activities[0] as never, "Lap");
    const start = (lap: unknown) =>
      Date.parse((lap as Element & { getAttribute(name: string): string }).getAttribute("StartTime"));
    const length = (lap: unknown) => Number(of(lap as never, "TotalTimeSeconds")[0]?.textContent) * 1000;
    const gaps = laps.slice(1).map((lap, index) => start(lap) - start(laps[index]) - length(laps[index]));
    expect(gaps[0]).toBe(90_000);
    expect(gaps.slice(1).every((gap) => gap === 0)).toBe(true);
  });

  test("has the elements of a lap in the order that the schema asks for", () => {
    const names = Array.from(
      (of(activities[0] as never, "Lap")[0] as unknown as { childNodes: ArrayLike<{ nodeName: string }> }).childNodes,
    )
      .map((node) => node.nodeName)
      .filter((name) => !name.startsWith("#"));
    expect(names).toEqual([
      "TotalTimeSeconds",
      "DistanceMeters",
      "Calories",
      "Intensity",
      "TriggerMethod",
      "Track",
      "Notes",
    ]);
  });
});
