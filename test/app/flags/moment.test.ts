/** When something was, as people type it. */
import { expect, test } from "vitest";
import { parseMoment } from "../../../src/app/flags/moment.ts";
import { formatLocalTime } from "../../../src/calendar.ts";
import { EXIT_CODES } from "../../../src/errors.ts";
import { faultOf } from "../../support/fault-of.ts";

/** Friday, 27 November 2026, 10:15 in Berlin, where summer time ended on 25 October. */
const NOW_MS = Date.UTC(2026, 10, 27, 9, 15);
const berlin = (epochMs: number) => (epochMs < Date.UTC(2026, 9, 25, 1) ? 120 : 60);
const read = (text: string) => {
  const moment = parseMoment("--at", text, { nowEpochMs: NOW_MS, utcOffsetMinutes: berlin });
  return formatLocalTime(moment, berlin(moment));
};

test.each([
  ["yesterday 18:00", "2026-11-26 18:00"],
  ["Yesterday at 6pm", "2026-11-26 18:00"],
  ["18:00 yesterday", "2026-11-26 18:00"],
  ["today 7:30", "2026-11-27 07:30"],
  ["yesterday", "2026-11-26 10:15"],
  ["7:30", "2026-11-27 07:30"],
  ["18:00", "2026-11-26 18:00"],
  ["12am", "2026-11-27 00:00"],
  ["12pm", "2026-11-26 12:00"],
  ["monday 7pm", "2026-11-23 19:00"],
  ["fri 7:00", "2026-11-20 07:00"],
  ["2026-11-20 18:00", "2026-11-20 18:00"],
  ["2026-11-20T18:00", "2026-11-20 18:00"],
  ["2026-10-24 18:00", "2026-10-24 18:00"],
  ["2026-10-25 12:00", "2026-10-25 12:00"],
  ["2h ago", "2026-11-27 08:15"],
  ["90 minutes ago", "2026-11-27 08:45"],
  ["3 days ago", "2026-11-24 10:15"],
  ["1h30m ago", "2026-11-27 08:45"],
  ["2 days ago 12:00", "2026-11-25 12:00"],
  ["18:00, 2 weeks ago", "2026-11-13 18:00"],
  ["last monday at 7 pm", "2026-11-23 19:00"],
  ["on tuesday 7:30 a.m.", "2026-11-24 07:30"],
  ["yesterday noon", "2026-11-26 12:00"],
  ["26 Nov 18:00", "2026-11-26 18:00"],
  ["29 Feb 18:00", "2024-02-29 18:00"],
  ["18:00 3 december", "2025-12-03 18:00"],
  ["22 Nov 2025 08:30", "2025-11-22 08:30"],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "",
  "soon",
  "yesterday yesterday",
  "18:00 19:00",
  "25:00",
  "13pm",
  "0am",
  "18",
  "2026-02-30",
  "ago",
  "last",
  "0000-01-01 00:00",
  "2 days ago 3 days ago",
])("%j is no moment", (text) => {
  const fault = faultOf(() => read(text));
  expect(fault.exitCode).toBe(EXIT_CODES.usage);
  expect(fault.hint).toContain("yesterday 18:00");
});

test.each(["today 18:00", "2027-01-01", "2026-11-28 7:00"])("%s is in the future", (text) => {
  expect(faultOf(() => read(text)).message).toBe(`--at ${text}: that is in the future`);
});
