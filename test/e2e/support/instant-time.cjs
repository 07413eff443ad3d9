// Loaded before the program: time stands still while it works, and jumps to the next timer when it has nothing to do. So
// a session runs at once, and a machine that is busy cannot make anything late.
const nextTurn = setImmediate;
/** What one turn of the event loop takes: a wait that looks at the clock again and again must come to its end. */
const TURN_MS = 0.05;
let nowMs = performance.now();
const timers = new Set();
let isWaiting = false;

performance.now = () => nowMs;
Date.now = () => performance.timeOrigin + nowMs;
globalThis.setImmediate = (call) =>
  nextTurn(() => {
    nowMs += TURN_MS;
    call();
  });
globalThis.setTimeout = (call, ms = 0) => {
  const timer = { dueMs: nowMs + ms, call, ref: () => timer, unref: () => timer };
  timers.add(timer);
  wait();
  return timer;
};
globalThis.clearTimeout = (timer) => timers.delete(timer);

function wait() {
  if (isWaiting || timers.size === 0) return;
  isWaiting = true;
  nextTurn(() => {
    isWaiting = false;
    const [next] = [...timers].sort((a, b) => a.dueMs - b.dueMs);
    if (!next) return;
    timers.delete(next);
    nowMs = Math.max(nowMs, next.dueMs);
    next.call();
    wait();
  });
}
