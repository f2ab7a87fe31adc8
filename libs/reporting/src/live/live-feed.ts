import { Readable } from 'node:stream';
import type { OnModuleDestroy } from '@nestjs/common';
import {
  catchError,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  interval,
  map,
  merge,
  type Observable,
  of,
  ReplaySubject,
  share,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { changedMessage, HEARTBEAT, HELLO, openedMessage, type Progress } from './live-message.js';

export interface Pace {
  /** Between two looks at the store, of all streams together. */
  readonly lookEveryMs: number;
  readonly heartbeatEveryMs: number;
}

const PACE: Pace = { lookEveryMs: 1_000, heartbeatEveryMs: 15_000 };

/** Messages that nobody has read, about a hundred. */
const MOST_BYTES_UNREAD = 8 * 1024;

/** Tells every page that is open when something was stored. Nobody looks while none is. */
export class LiveFeed implements OnModuleDestroy {
  private readonly stopped = new ReplaySubject<void>(1);
  private readonly progress: Observable<Progress>;
  private readonly heartbeats: Observable<string>;
  private blind = false;

  /** @param onBlind told once when the store begins not to answer; it is asked on */
  constructor(
    read: () => Promise<Progress>,
    private readonly onBlind: (error: unknown) => void,
    { lookEveryMs, heartbeatEveryMs }: Pace = PACE,
  ) {
    const look = defer(read).pipe(
      tap(() => (this.blind = false)),
      catchError((error: unknown) => this.lookAgain(error)),
    );
    this.progress = timer(0, lookEveryMs).pipe(
      exhaustMap(() => look),
      share(),
    );
    this.heartbeats = interval(heartbeatEveryMs).pipe(
      map(() => HEARTBEAT),
      share(),
    );
  }

  /**
   * A stream of server-sent events. It ends when the process stops, and breaks off for a reader who
   * does not read: whoever is that far behind learns all there is to know by opening it again.
   *
   * @param lastEventId what was seen last before an earlier stream ended
   */
  open(lastEventId?: string): Readable {
    const stream = new Readable({ highWaterMark: MOST_BYTES_UNREAD, read: () => undefined });
    const messages = merge(of(HELLO), this.messagesSince(lastEventId), this.heartbeats).pipe(
      takeUntil(this.stopped),
    );
    const subscription = messages.subscribe({
      next: (message) => {
        if (!stream.push(message)) stream.destroy();
      },
      complete: () => stream.push(null),
    });
    stream.once('close', () => {
      subscription.unsubscribe();
    });
    return stream;
  }

  /** Before HTTP waits for its answers to end. */
  onModuleDestroy(): void {
    this.stopped.next();
  }

  private messagesSince(lastEventId: string | undefined): Observable<string> {
    let seen = lastEventId;
    return this.progress.pipe(
      filter(({ mark }) => mark !== seen),
      map((progress) => {
        const message = seen === undefined ? openedMessage(progress) : changedMessage(progress);
        seen = progress.mark;
        return message;
      }),
    );
  }

  private lookAgain(error: unknown): Observable<never> {
    if (!this.blind) this.onBlind(error);
    this.blind = true;
    return EMPTY;
  }
}
