/** Tries ways to make sound, or voices, in order: the first that works is used, and it is noted how each one fared. */
import type { BackendAttempt } from "./types.ts";

/** A backend that this host does not have. */
export interface MissingBackend {
  readonly kind: "missing";
  readonly name: string;
  /** "not installed" */
  readonly why: string;
}

export function missingBackend(name: string, why = "not installed"): MissingBackend {
  return { kind: "missing", name, why };
}

interface NamedBackend {
  readonly kind: string;
  readonly name: string;
}

/** @param open returns what was opened, or the reason why it does not work */
export async function openFirst<B extends NamedBackend, T>(
  backends: readonly (B | MissingBackend)[],
  open: (backend: B) => Promise<T | string>,
): Promise<{ readonly opened: T | null; readonly used: string | null; readonly attempts: readonly BackendAttempt[] }> {
  let opened: T | null = null;
  let used: string | null = null;
  const attempts: BackendAttempt[] = [];
  for (const backend of backends) {
    const { name } = backend;
    if (isMissing(backend)) {
      attempts.push({ name, state: "missing", why: backend.why });
    } else if (used !== null) {
      attempts.push({ name, state: "spare", why: `${used} is used` });
    } else {
      const result = await open(backend);
      if (typeof result === "string") {
        attempts.push({ name, state: "failed", why: result });
      } else {
        [opened, used] = [result, name];
        attempts.push({ name, state: "used", why: "" });
      }
    }
  }
  return { opened, used, attempts };
}

function isMissing(backend: NamedBackend): backend is MissingBackend {
  return backend.kind === "missing";
}
