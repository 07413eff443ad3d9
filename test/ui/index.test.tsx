/** A session on a terminal from the overview to the end, with every key and size on the way. */
import { describe, expect, test } from "vitest";
import { asManyAsPossible, doOne, restFor } from "../support/clocked-plans.ts";
import { closeAfterEach, open } from "./support/on-screen.ts";
import { shortPlan } from "./support/plans.ts";

closeAfterEach();

describe("before the workout", () => {
  test("an overview says how long it takes and what it needs, and space starts", async () => {
    const { terminal, type } = open();
    const screen = await terminal.screen();
    expect(screen).toContain("Evening");
    expect(screen).toContain("4 min");
    expect(screen).toContain("one step waits for you");
    expect(await type("x")).toBe(screen);
    expect(await type(" ")).toContain("Kneel.");
  });

  test("q leaves, and nothing is said about a workout that was not begun", async () => {
    const { terminal, type, left } = open();
    await terminal.screen();
    await type("q");
    await left;
    expect(await terminal.screen()).toBe("");
  });

  test("a program that is asked to stop leaves the overview at once, and nothing was begun", async () => {
    const { session, terminal, stop, left } = open();
    await terminal.screen();
    stop();
    await left;
    expect(await terminal.screen()).toBe("");
    expect(session.state().status).toBe("ready");
  });
});

describe("during the workout", () => {
  test("space pauses and goes on", async () => {
    const { session, type, pass } = open({ waitForStart: false, columns: 40, rows: 9 });
    await pass(3);
    expect(await type(" ")).toContain("PAUSED");
    expect(await pass(60)).toContain("space resume");
    expect(await type(" ")).toContain("GET READY");
    expect(session.state().atMs).toBe(3000);
  });

  test("arrows leave steps and come back", async () => {
    const { session, type, pass } = open({ waitForStart: false });
    await pass(1);
    await type("\x1b[C");
    expect(session.state().step).toBe(1);
    await type("\x1b[D");
    expect(session.state().step).toBe(0);
    await type("n");
    await pass(5);
    await type("b");
    expect(session.state().step).toBe(1);
  });

  test("q pauses and asks, any other key resumes, a second q leaves and the shell is told what was done", async () => {
    const { session, terminal, type, left } = open({ waitForStart: false });
    await terminal.screen();
    expect(await type("q")).toContain("Quit? q to confirm, any other key to continue");
    expect(session.state().status).toBe("paused");
    expect(await type(" ")).not.toContain("Quit?");
    expect(session.state().status).toBe("running");
    await type("qq");
    await left;
    expect(session.state().status).toBe("quit");
    expect(await terminal.screen()).toMatch(/^╭─ Evening ─+ STOPPED ─╮/);
  });

  test("? opens the keys, which are those of the table, and pauses where they take the place of the workout; any key goes back", async () => {
    const { session, terminal, type } = open({ waitForStart: false });
    const before = await terminal.screen();
    expect(await type("?")).toContain("back to the start of this step");
    expect(session.state().status).toBe("paused");
    expect(await type(" ")).toBe(before);
    expect(session.state().status).toBe("running");
  });

  test("what is pasted, or only half a key, does nothing", async () => {
    const { session, terminal, type } = open({ waitForStart: false });
    const before = await terminal.screen();
    for (const garbage of [
      "quit now, yes\r",
      "\x1b[",
      "\x1b[999;999X",
      "\x1b]0;title\x07",
      "拉伸",
      "\x00\x01\x02",
      "\x1bq",
      "ü",
    ]) {
      expect(await type(garbage)).toBe(before);
    }
    expect(session.state()).toMatchObject({ status: "running", step: 0 });
  });

  test("Ctrl-C asks the program to stop, also in the middle of a question", async () => {
    const { terminal, type, onInterrupt } = open({ waitForStart: false });
    await terminal.screen();
    await type("q");
    await type("\x03");
    expect(onInterrupt).toHaveBeenCalledOnce();
  });

  test("a word about what failed at the side is shown", async () => {
    const { session, terminal } = open({ waitForStart: false });
    await terminal.screen();
    session.addNotice("sound stopped: no device");
    expect(await terminal.screen()).toContain("sound stopped: no device");
  });

  test("where no time can be added it is not hinted at, and the key says why", async () => {
    const { session, type, terminal } = open({ waitForStart: false });
    expect(await terminal.screen()).toContain("+ − time");
    session.send({ type: "skip" });
    expect(await terminal.screen()).not.toContain("+ − time");
    expect(await type("+")).toContain("Fixed length. Each rep keeps its tempo.");
    expect(session.state()).toMatchObject({ step: 1, extraMs: 0 });
    for (let step = 1; step < session.plan.steps.length - 1; step++) session.send({ type: "skip" });
    expect(await type("-")).toContain("Take as long as you need.");
  });

  test("a step that waits ends with Enter", async () => {
    const { session, type, terminal } = open({ waitForStart: false });
    const last = session.plan.steps.length - 1;
    for (let step = 0; step < last; step++) session.send({ type: "skip" });
    expect(await terminal.screen()).toContain("Press enter when done.");
    expect(await type("\r")).toContain("press any key to continue");
    expect(session.state().status).toBe("finished");
  });
});

describe("a set that the cap has cut off", () => {
  const toCap = async (after: Parameters<typeof asManyAsPossible>[1], size = {}) => {
    const opened = open({ plan: asManyAsPossible(60, after), waitForStart: false, ...size });
    await opened.pass(30);
    await opened.type("\r");
    for (let second = 0; second < 31; second++) await opened.pass(1);
    return opened;
  };

  test("is set right at the end with + and −, and any other key leaves", async () => {
    const { session, terminal, type, left } = await toCap([]);
    expect(await terminal.screen()).toContain("+ − reps · any other key to continue");
    for (const key of "+++") await type(key);
    expect(await type("-")).toMatch(/Time was up in Push: 2 of 10 reps\.[\s\S]*Score +0 rounds \+ 7 reps/);
    await type("x");
    await left;
    expect(await terminal.screen()).toContain("0 rounds + 7 reps");
    expect(session.state().records[1]).toMatchObject({ reps: 2 });
  });

  test("is told with its count in twenty columns, and the keys in words that are whole", async () => {
    const { terminal } = await toCap([], { columns: 20, rows: 5 });
    expect(await terminal.screen()).toMatch(/Push: 0 of 10 reps\n\+ − reps\b(?!.*any)/);
  });

  test("is set right in the rest behind it, whose keys say so", async () => {
    const { session, terminal, type, pass } = await toCap([restFor(30), doOne("plank")]);
    expect(await terminal.screen()).toMatch(/Correct it with \+ and −[\s\S]*\+ − reps/);
    expect(await type("++")).toContain("Push: 2 of 10 reps");
    expect(session.state()).toMatchObject({ extraMs: 0, records: [{}, { reps: 2 }] });
    for (let second = 0; second < 31; second++) await pass(1);
    expect(await terminal.screen()).toContain("+ − time");
  });
});

describe("a resize", () => {
  test("down to a corner and back shows the same screen again", async () => {
    const { terminal } = open({ waitForStart: false });
    const before = await terminal.screen();
    for (const [columns, rows] of [
      [20, 5],
      [1, 1],
      [200, 60],
      [3, 2],
      [80, 24],
    ] as const) {
      terminal.output.resize(columns, rows);
      const lines = (await terminal.screen()).split("\n");
      expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
    }
    expect(await terminal.screen()).toBe(before);
  });

  test("to the same lines in a taller terminal draws them anew", async () => {
    const { terminal } = open({ waitForStart: false, columns: 10, rows: 3 });
    const before = await terminal.screen();
    terminal.output.resize(10, 3);
    expect(await terminal.screen()).toBe(before);
  });
});

test("at the end stands what was done, until a key; then in the shell's scrollback", async () => {
  const plan = shortPlan();
  const { session, terminal, type, pass, left } = open({ plan, waitForStart: false });
  for (let second = 0; second < plan.totalMs / 1000; second++) await pass(1);
  session.send({ type: "done" });
  const screen = await terminal.screen();
  expect(screen).toMatch(/██████ +████ +██ +██ +████████/);
  expect(screen).toMatch(/Sets +5 of 5/);
  expect(screen).toMatch(/iliopsoas .*▆/);
  await type(" ");
  await left;
  expect(await terminal.screen()).toMatch(/^╭─ Evening ─+ DONE ─╮/);
  expect(terminal.input.raw).toBe(false);
  expect(terminal.output.onAlternateScreen).toBe(false);
});
