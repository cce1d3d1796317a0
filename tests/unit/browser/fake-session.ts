import type { SessionPort } from '../../../lib/browser/session-writer';

export type Fault = 'none' | 'rejects' | 'hangs' | 'full';

/** A session store with the faults that a real one can have. What hangs is done, late, when `release` is called. */
export class FakeSession implements SessionPort {
  items: Record<string, unknown> = {};
  fault: Fault = 'none';
  writes = 0;
  #hanging: (() => void)[] = [];
  #stuckAt = -Infinity;

  get(): Promise<Record<string, unknown>> {
    if (this.fault === 'rejects') return Promise.reject(new Error('no store'));
    if (this.fault === 'hangs') return new Promise(() => undefined);
    return Promise.resolve(structuredClone(this.items));
  }

  set(items: Record<string, unknown>): Promise<void> {
    this.writes += 1;
    const copy = structuredClone(items);
    return this.#act(() => Object.assign(this.items, copy));
  }

  remove(key: string): Promise<void> {
    return this.#act(() => delete this.items[key], true);
  }

  /** What was tried last could neither be written nor taken away, and the next try may be half a minute off. */
  get isStuck(): boolean {
    return this.#hanging.length > 0 || Date.now() - this.#stuckAt < 35_000;
  }

  release(): void {
    const hanging = this.#hanging;
    this.#hanging = [];
    for (const act of hanging) act();
  }

  #act(act: () => void, needsNoRoom = false): Promise<void> {
    if (this.fault === 'rejects' || this.fault === 'hangs') this.#stuckAt = Date.now();
    if (this.fault === 'rejects' || (this.fault === 'full' && !needsNoRoom))
      return Promise.reject(new Error('storage: quota exceeded'));
    if (this.fault === 'hangs')
      return new Promise((done) => {
        this.#hanging.push(() => {
          act();
          done();
        });
      });
    act();
    return Promise.resolve();
  }
}
