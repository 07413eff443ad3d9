/** The live screen: what a person sees of each kind of step. */
import { describe, expect, test } from "vitest";
import type { Frame } from "../../../src/player/frame-types.ts";
import { HOLD, MARCH, OPEN, PAUSED, REST, SWITCH } from "../support/frames.ts";
import { liveText } from "../support/render.tsx";

describe("what is seen", () => {
  test("of a hold on the right in 20×5: its phase, its side and its digits", () => {
    expect(liveText(HOLD, 20, 5)).toMatchInlineSnapshot(`
      "|HOLD         RIGHT ►
      | █  █ █▀▀▀
      | ▀▀▀█ ▀▀▀█
      |    ▀ ▀▀▀▀"
    `);
  });

  test("of a march in 40×12: stroke, side, how long, what is next", () => {
    expect(liveText(MARCH, 40, 12)).toMatchInlineSnapshot(`
      "| Psoas march         Set 2/3 · Rep 7/20
      |   ▄█▄    █    █ █▀▀▀ ▀▀█▀▀
      | ▄█████▄  █    █ █▀▀    █
      |          ▀▀▀▀ ▀ ▀      ▀
      |  ▀▀▀▀▀▀█    ▄█  █    █▀▀▀ █▀▀▀ ▀▀█▀▀
      |        █   ▀██  █    █▀▀  █▀▀    █
      |  █▀▀▀▀▀▀     ▀  ▀▀▀▀ ▀▀▀▀ ▀      ▀
      |  █
      |  ▀▀▀▀▀▀▀
      | Next  Rest, 60 s
      | 4:14  ████▄▄█░░░▁▁░░░░ ░░▁░░ 6:46 left"
    `);
  });

  test("of a march in 60×20", () => {
    expect(liveText(MARCH, 60, 20)).toMatchInlineSnapshot(`
      "|  Psoas march                                   Set 2 of 3
      |    ▄█▄    █    █ █▀▀▀ ▀▀█▀▀           ▀▀▀█   ▄▀ ▀▀▀▄ ▄▀▀▄
      |  ▄█████▄  █    █ █▀▀    █              ▄▀   ▄▀  ▄▀▀  █  █
      |           ▀▀▀▀ ▀ ▀      ▀              ▀    ▀   ▀▀▀▀  ▀▀
      |
      |   ███████████    ▄█  █    █▀▀▀ █▀▀▀ ▀▀█▀▀
      |            ██   ▀██  █    █▀▀  █▀▀    █
      |            ██     ▀  ▀▀▀▀ ▀▀▀▀ ▀      ▀
      |   ███████████
      |   ██
      |   ██
      |   ███████████
      |  LIFT                    HOLD     LOWER
      |  ████████████░░░░░░░░░░░ ░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░
      |  Knee up
      |  Left knee up
      |  Next  Rest, 60 s
      |  4:14  ████████▄▄▄▄██░░░░░░▁▁▁▁░░░░░░░░ ░░░▁░░░ 6:46 left
      |  space pause · → skip · ← back · ? keys · q quit"
    `);
  });

  test("of a march in 80×24, beside its figure", () => {
    expect(liveText(MARCH, 80, 24, { hasFigures: true })).toMatchInlineSnapshot(`
      "|  Psoas march                                                       Set 2 of 3
      |
      |    ▄█▄    █    █ █▀▀▀ ▀▀█▀▀                               ▀▀▀█   ▄▀ ▀▀▀▄ ▄▀▀▄
      |  ▄█████▄  █    █ █▀▀    █                                  ▄▀   ▄▀  ▄▀▀  █  █
      |           ▀▀▀▀ ▀ ▀      ▀                                  ▀    ▀   ▀▀▀▀  ▀▀
      |
      |   █████████████                           ▄█  █    █▀▀▀ █▀▀▀ ▀▀█▀▀
      |              ██                          ▀██  █    █▀▀  █▀▀    █
      |              ██                            ▀  ▀▀▀▀ ▀▀▀▀ ▀      ▀
      |   ▄▄▄▄▄▄▄▄▄▄▄██
      |   ██▀▀▀▀▀▀▀▀▀▀▀                                         ⣴⣶⡄
      |   ██                                                    ⢹⢿⠉
      |   ██                                                   ⢔⠡⣿
      |   █████████████                                         ⠑⢌
      |  LIFT            HOLD LOWER                             ⢑⢔⣶⣄
      |  ████████░░░░░░░ ░░░░ ░░░░░░░░░░░░░░░                   ⢐⢕⠈⠙⣿
      |  Knee up                                                ⠐⠕  ⣿
      |  Left knee up                                            ⠅  ⢙⡲⠄
      |                                          ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣑⣰⣊⣁⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
      |
      |  Next  Rest, 60 s
      |  4:14  ████████████▄▄▄▄▄▄███░░░░░░░░░▁▁▁▁▁▁░░░░░░░░░░░░ ░░░░░▁▁░░░░ 6:46 left
      |  space pause · → skip · ← back · ? keys · q quit"
    `);
  });

  test("of a change of sides in 80×24: what to do and which side comes, both large", () => {
    expect(liveText(SWITCH, 80, 24)).toMatchInlineSnapshot(`
      "|  Kneeling lunge
      |
      |   ▄█   █▄   ▄▀▀▀ █   █ █ ▀▀█▀▀ ▄▀▀▀ █  █    ▄▀▀▀ █ █▀▀▄ █▀▀▀ ▄▀▀▀
      |  ▀██   ██▀   ▀▀▄ █▄▀▄█ █   █   █    █▀▀█     ▀▀▄ █ █  █ █▀▀   ▀▀▄
      |    ▀   ▀    ▀▀▀  ▀   ▀ ▀   ▀    ▀▀▀ ▀  ▀    ▀▀▀  ▀ ▀▀▀  ▀▀▀▀ ▀▀▀
      |
      |     ▄▄▄██         █████████████   █▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀  █▄
      |     ▀▀▀██         ██         ██   █▀█  █ █ ▀█ █▀▀█   █    ██▀
      |        ██         ██         ██   ▀  ▀ ▀  ▀▀▀ ▀  ▀   ▀    ▀
      |        ██         ██         ██
      |        ██         ██         ██
      |        ██         ██         ██
      |        ██         ██         ██
      |   █████████████   █████████████
      |
      |  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      |  Right knee on the floor
      |  Kneel on your right knee, left foot in front.
      |
      |
      |  Next  Right side, 45 s
      |  10:15  ████████████▄▄▄▄▄▄████████████▄▄▄▄▄▄████████████ ████▁▁░░░░ 0:45 left
      |  space pause · → skip · ← back · + − time · ? keys · q quit"
    `);
  });

  test("in the last ten seconds of a rest: what comes next, large, with its side", () => {
    const ending: Frame = { ...REST, side: "right", sideWord: "RIGHT", digits: "8", seconds: 8 };
    expect(liveText(ending, 80, 24, { hasFigures: true })).toMatchInlineSnapshot(`
      "|  Psoas march                                                       Set 3 of 3
      |
      |  ▄▀▀▄▄▄▀▀  █▀▀▄ █▀▀▀ ▄▀▀▀ ▀▀█▀▀
      |   ▄▄   ▄▄  █▀█  █▀▀   ▀▀▄   █
      |  ▀  ▀▀▀    ▀  ▀ ▀▀▀▀ ▀▀▀    ▀
      |
      |   █████████████                          █▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀  █▄
      |   ██         ██                          █▀█  █ █ ▀█ █▀▀█   █    ██▀
      |   ██         ██                          ▀  ▀ ▀  ▀▀▀ ▀  ▀   ▀    ▀
      |   ██▄▄▄▄▄▄▄▄▄██
      |   ██▀▀▀▀▀▀▀▀▀██                          Next
      |   ██         ██                          ▄▀▀▀ █▀▀▀ ▀▀█▀▀    ▀▀▀▄   ▄▀ ▀▀▀▄
      |   ██         ██                           ▀▀▄ █▀▀    █       ▀▀▄  ▄▀   ▀▀▄
      |   █████████████                          ▀▀▀  ▀▀▀▀   ▀      ▀▀▀   ▀   ▀▀▀
      |
      |  █░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      |  Stand tall.
      |  Loop a band round both feet.
      |  Lift one knee.
      |
      |  Next  Set 3 of 3, 20 reps
      |  4:14  ████████████▄▄▄▄▄▄████████████▁▁▁▁▁▁░░░░░░░░░░░░ ░░░░░▁▁░░░░ 6:46 left
      |  space pause · → skip · ← back · + − time · ? keys · q quit"
    `);
    expect(liveText(ending, 40, 12)).toMatchInlineSnapshot(`
      "| Psoas march                 Set 3 of 3
      | ▄▀▀▀ █▀▀▀ ▀▀█▀▀    ▀▀▀▄   ▄▀ ▀▀▀▄
      |  ▀▀▄ █▀▀    █       ▀▀▄  ▄▀   ▀▀▄
      | ▀▀▀  ▀▀▀▀   ▀      ▀▀▀   ▀   ▀▀▀
      |  █▀▀▀▀▀█   █▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀  █▄
      |  █     █   █▀█  █ █ ▀█ █▀▀█   █    ██▀
      |  █▀▀▀▀▀█   ▀  ▀ ▀  ▀▀▀ ▀  ▀   ▀    ▀
      |  █     █
      |  ▀▀▀▀▀▀▀
      | Next  Set 3 of 3, 20 reps
      | 4:14  ████▄▄████▁▁░░░░ ░░▁░░ 6:46 left"
    `);
    expect(liveText(ending, 20, 5)).toContain("|Next: SET 3/3");
  });

  test("of a pause: that it is one, and how to go on", () => {
    expect(liveText(PAUSED, 40, 9)).toMatchInlineSnapshot(`
      "| ▌▌ PAUSED                      RIGHT ►
      |  █    █ █▀▀▀▀▀
      |  █▄▄▄▄█ █▄▄▄▄▄
      |       █      █
      |       ▀ ▀▀▀▀▀▀
      | Next  Done
      | 10:15  ████▄▄████▄▄███ ██▄░░ 0:45 left
      | space resume · ? keys · q quit"
    `);
  });

  test("in 20×2: the digits, the word and the side", () => {
    expect(liveText(OPEN, 20, 2)).toBe("|1:23 … YOUR TURN ►");
    expect(liveText(HOLD, 4, 1)).toBe("|45 ►");
  });
});
