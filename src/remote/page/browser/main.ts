/** The page: joins the link, the session that is played here, what shows it and what sounds. */
import { systemClock } from "../../../clock.ts";
import type { SessionVerb } from "../../../session/verbs.ts";
import type { PageMessage, SharedSession } from "../../protocol.ts";
import { MirrorSession } from "../mirror-session.ts";
import { questionKeyOf, VERB_BY_KEY } from "../page-text.ts";
import { showQuestion } from "./asking.ts";
import { PageLink } from "./link.ts";
import { PageSound } from "./sound.ts";
import { element, PageView, setText } from "./view.ts";

/** A moving figure needs no more pictures than this in a second. */
const FIGURE_INTERVAL_MS = 50;

interface OpenSession {
  readonly mirror: MirrorSession;
  readonly shared: SharedSession;
  readonly view: PageView;
}

const sound = new PageSound();
let open: OpenSession | null = null;
let offsetMs = 0;
let isAsked = false;
let role = "drive";

const link = new PageLink({
  clock: systemClock,
  speed: () => open?.shared.speed ?? 1,
  onMessage: take,
  onOnline: (isOnline) => {
    element("offline").hidden = isOnline;
  },
  onOffset: (measuredMs) => {
    offsetMs = measuredMs;
    open?.mirror.setOffset(measuredMs);
  },
});

function take(message: PageMessage): void {
  switch (message.type) {
    case "hello":
      role = message.role;
      document.body.dataset["role"] = message.role;
      if (message.session && !open) openSession(message.session);
      return;
    case "state":
      open?.mirror.receive(message.state, message.happenings);
      return;
    case "question":
      isAsked = message.question !== null;
      document.body.dataset["view"] = isAsked ? "asked" : "session";
      showQuestion(message.question, (key) => void link.press({ key }));
      return;
    case "note":
      setText("note", message.text);
  }
}

function openSession(shared: SharedSession): void {
  const { plan, speed } = shared;
  const mirror = new MirrorSession(plan, speed, systemClock);
  const view = new PageView(plan);
  open = { mirror, shared, view };
  document.title = plan.title;
  mirror.setOffset(offsetMs);
  mirror.onFrame(() => view.show(mirror.frame()));
  view.show(mirror.frame());
  keepMoving(open);
  setMediaKeys();
}

/** Between two frames the figure moves on, as long as somebody looks. */
function keepMoving({ mirror, view }: OpenSession): void {
  let lastMs = 0;
  const move = (nowMs: number) => {
    if (nowMs - lastMs >= FIGURE_INTERVAL_MS && mirror.state().status === "running") {
      lastMs = nowMs;
      mirror.tick();
      view.showFigure(mirror.frame());
    }
    requestAnimationFrame(move);
  };
  requestAnimationFrame(move);
}

async function press(verb: SessionVerb): Promise<void> {
  if (role !== "drive") return;
  if (!(await link.press({ verb }))) setText("note", "Not sent");
}

function setMediaKeys(): void {
  if (!("mediaSession" in navigator)) return;
  const actions = { play: "toggle", pause: "toggle", nexttrack: "done", previoustrack: "back" } as const;
  for (const [action, verb] of Object.entries(actions)) {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, () => void press(verb));
  }
}

/** A phone that lies beside the mat stays lit, where the browser allows it. */
async function stayAwake(): Promise<void> {
  await navigator.wakeLock?.request("screen").catch(() => {});
}

if (new URLSearchParams(location.search).has("overlay")) document.body.dataset["overlay"] = "";
element("toggle").addEventListener("click", () => void press("toggle"));
element("done").addEventListener("click", () => void press("done"));
for (const button of document.querySelectorAll<HTMLElement>("[data-verb]")) {
  button.addEventListener("click", () => void press(button.dataset["verb"] as SessionVerb));
}
element("sound").addEventListener("click", async () => {
  if (!open) return;
  const isOn = await sound.toggle(open.mirror, open.shared, systemClock);
  element("sound").setAttribute("aria-pressed", String(isOn));
  document.body.dataset["scheduled"] = String(sound.scheduled);
  if (role === "drive") void link.press({ sound: isOn });
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const isOnButton = event.target instanceof HTMLButtonElement;
  // Space and Enter press the button that has the focus, as everywhere.
  if (isOnButton && (event.key === " " || event.key === "Enter")) return;
  const key = isAsked ? questionKeyOf(event.key) : null;
  const verb = isAsked ? undefined : VERB_BY_KEY[event.key];
  if (key === null && verb === undefined) return;
  event.preventDefault();
  if (key !== null && role === "drive") void link.press({ key });
  else if (verb) void press(verb);
});
document.addEventListener("click", () => void stayAwake(), { once: true });
link.open();
