/** Subscribes something to a session that is loaded later, so that the first frame does not wait for it. */
import type { DatedHappening, Session, SessionSubscriber } from "../../session/types.ts";

/**
 * Keeps what happens until the subscriber is there, and hands it over then, in order.
 *
 * @param name what a notice calls it if it fails.
 * @returns a function that opens it at its first call, and gives the same promise at every other.
 */
export function subscribeLater<T extends { readonly subscriber: SessionSubscriber }>(
  session: Session,
  name: string,
  open: () => Promise<T>,
): () => Promise<T> {
  const kept: (readonly DatedHappening[])[] = [];
  let take: SessionSubscriber = (dated) => kept.push(dated);
  session.subscribe(name, (dated) => take(dated, session));
  let opening: Promise<T> | undefined;
  return () => {
    opening ??= open().then((opened) => {
      for (const dated of kept.splice(0)) opened.subscriber(dated, session);
      take = opened.subscriber;
      return opened;
    });
    return opening;
  };
}
