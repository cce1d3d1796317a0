import { type OpenPages, comeBack } from '../../../../lib/browser/come-back';
import { Gate } from '../../../../lib/browser/gate';
import { Keeper } from '../../../../lib/browser/keeper';
import { Recorder } from '../../../../lib/observation/recorder';
import type { FakeSession } from '../../browser/fake-session';
import { smallCatalogue } from '../small-catalogue';

/** The parts of the real background that decide what is seen, without a browser. Killed, it neither hears nor writes. */
export class BackgroundUnderTest {
  readonly recorder: Recorder;
  readonly #keeper: Keeper;
  readonly #gate = new Gate();
  readonly #mortal: MortalPort;

  constructor(session: FakeSession, pages: OpenPages) {
    this.#mortal = new MortalPort(session);
    this.recorder = new Recorder(smallCatalogue, (tabId) => {
      this.#keeper.touch(tabId);
    });
    this.#keeper = new Keeper(this.recorder, this.#mortal, () => undefined);
    void comeBack(this.recorder, this.#keeper, this.#gate, pages, () => Date.now());
  }

  hear(tell: (recorder: Recorder) => void): void {
    this.#gate.run(() => {
      if (this.#mortal.isAlive) tell(this.recorder);
    });
  }

  kill(): void {
    this.#mortal.isAlive = false;
  }
}

/** The way to the store, cut with the life of its background. What is on its way when it dies still arrives. */
class MortalPort {
  isAlive = true;
  constructor(readonly session: FakeSession) {}

  get(): Promise<Record<string, unknown>> {
    return this.session.get();
  }

  set(items: Record<string, unknown>): Promise<void> {
    return this.isAlive ? this.session.set(items) : new Promise(() => undefined);
  }

  remove(key: string): Promise<void> {
    return this.isAlive ? this.session.remove(key) : new Promise(() => undefined);
  }
}
