/** Where things are kept for as long as the browser runs: `storage.session`, or a test's stand-in with its faults. */
export interface SessionPort {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What is kept under one key. `isBusy` is stored before the first of a burst of changes and cleared after the last. */
export interface Kept {
  isBusy: boolean;
  /** More is sure to come: a pause is no end. */
  readonly isLoading?: boolean;
}

/** What the writer asks of those it writes for. */
export interface Source {
  /** The living thing under `key`; `null` where it is gone. */
  live(key: string): Kept | null;
  /** What to store of it: plain JSON. */
  stored(key: string): unknown;
  /** About once a second while anything changes. */
  ontick(): void;
  /** Storing began to fail, or works again. */
  onfault(isFailing: boolean): void;
}

interface KeyState {
  isDirty: boolean;
  isChanged: boolean;
  inFlightTicks: number | null;
  hasFailed: boolean;
  quietTicks: number;
  quietNeeded: number;
  ticksToWrite: number;
  writeEvery: number;
}

const slowAfterTicks = 2;
const longestWait = 30;
const longestQuiet = 8;
/** A page that never finishes is quiet at last too, well before the browser's idle stop after 30 s. */
const loadingQuiet = 12;
const restlessMs = 15_000;

/**
 * Writes what changes in batches, one key each: at the start of a burst (so that a stop in its middle shows later),
 * ever more seldom while it lasts, and once when it is over. A key that becomes restless again and again is given
 * longer to become quiet, so that a page that trickles is not written at each request.
 *
 * A write that fails or hangs costs nothing but the safety of what was seen: it is tried again, and what is stored
 * and too old is taken away, so that after a stop the tab reads as "could not look".
 */
export class SessionWriter {
  readonly #states = new Map<string, KeyState>();
  readonly #lastBurst = new Map<string, { readonly endedAt: number; readonly quietNeeded: number }>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isFailing = false;

  constructor(
    readonly port: SessionPort,
    readonly source: Source,
    readonly tickMs = 1000,
  ) {}

  /** Something under `key` is about to change. */
  touch(key: string): void {
    const state = this.#stateOf(key);
    state.isDirty = true;
    state.isChanged = true;
    const live = this.source.live(key);
    if (live !== null && !live.isBusy) {
      live.isBusy = true;
      state.quietNeeded = this.#quietNeeded(key);
      state.ticksToWrite = state.writeEvery = 1;
      this.#write(key, state);
    }
    this.#schedule();
  }

  /** Writes `key` at the next tick, without the mark of a burst: what is kept of it became less. */
  rewrite(key: string): void {
    this.#stateOf(key).isDirty = true;
    this.#schedule();
  }

  #stateOf(key: string): KeyState {
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const fresh: KeyState = {
      isDirty: false,
      isChanged: false,
      inFlightTicks: null,
      hasFailed: false,
      quietTicks: 0,
      quietNeeded: 1,
      ticksToWrite: 1,
      writeEvery: 1,
    };
    this.#states.set(key, fresh);
    return fresh;
  }

  /** Twice as long as the last time where that is not long ago. */
  #quietNeeded(key: string): number {
    const last = this.#lastBurst.get(key);
    const isRestless = last !== undefined && Date.now() - last.endedAt < restlessMs;
    return isRestless ? Math.min(last.quietNeeded * 2, longestQuiet) : 1;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.source.ontick();
      for (const [key, state] of this.#states) this.#tick(key, state);
      if (this.#states.size > 0) this.#schedule();
    }, this.tickMs);
  }

  #tick(key: string, state: KeyState): void {
    state.quietTicks = state.isChanged ? 0 : state.quietTicks + 1;
    state.isChanged = false;
    if (state.inFlightTicks !== null) {
      state.inFlightTicks += 1;
      if (isHanging(state)) this.#noteFault();
      if (state.inFlightTicks === slowAfterTicks) void this.#takeAway(key);
      return;
    }
    state.ticksToWrite -= 1;
    const live = this.source.live(key);
    const isOver = live === null || state.quietTicks >= (live.isLoading === true ? loadingQuiet : state.quietNeeded);
    if (isOver && live?.isBusy === true) {
      live.isBusy = false;
      state.isDirty = true;
      this.#lastBurst.set(key, { endedAt: Date.now(), quietNeeded: state.quietNeeded });
    }
    if (state.isDirty && (isOver || state.ticksToWrite <= 0)) this.#write(key, state);
    else if (isOver && !state.isDirty) this.#end(key);
  }

  #write(key: string, state: KeyState): void {
    if (state.inFlightTicks !== null) return;
    const live = this.source.live(key);
    const isMarked = live?.isBusy ?? false;
    state.isDirty = false;
    state.inFlightTicks = 0;
    state.ticksToWrite = state.writeEvery;
    state.writeEvery = Math.min(state.writeEvery * 2, longestWait);
    const write = live === null ? this.port.remove(key) : this.port.set({ [key]: this.source.stored(key) });
    write.then(
      () => {
        if (isHanging(state)) state.isDirty = true; // it was taken away meanwhile
        state.inFlightTicks = null;
        state.hasFailed = false;
        this.#noteRecovery();
        // A burst began while the end of the last one was being written: its mark cannot wait.
        if (!isMarked && this.source.live(key)?.isBusy === true) this.#write(key, state);
      },
      async () => {
        state.hasFailed = true;
        state.isDirty = true;
        this.#noteFault();
        await this.#takeAway(key);
        state.inFlightTicks = null;
      },
    );
  }

  /** What is stored is too old now: without it, the tab reads as "could not look" after a stop. */
  async #takeAway(key: string): Promise<void> {
    await this.port.remove(key).catch(() => undefined); // nothing can be done; the next write may work
  }

  #end(key: string): void {
    this.#states.delete(key);
    if (this.source.live(key) === null) this.#lastBurst.delete(key);
  }

  #noteFault(): void {
    if (this.#isFailing) return;
    this.#isFailing = true;
    this.source.onfault(true);
  }

  #noteRecovery(): void {
    if (!this.#isFailing || [...this.#states.values()].some(isTroubled)) return;
    this.#isFailing = false;
    this.source.onfault(false);
  }
}

function isTroubled(state: KeyState): boolean {
  return state.hasFailed || isHanging(state);
}

function isHanging({ inFlightTicks }: KeyState): boolean {
  return (inFlightTicks ?? 0) >= slowAfterTicks;
}
