import type { Settings } from '../settings/settings';
import type { SettingsPort } from './settings-port';

/** The settings as Svelte sees them. Replaced, never changed. */
export class SettingsState {
  /** `null` until they are read. */
  current = $state.raw<Settings | null>(null);
  readonly #port: SettingsPort;

  constructor(port: SettingsPort) {
    this.#port = port;
    port.watch((settings) => (this.current = settings));
  }

  /** Keeps a change; rejects where it could not be kept. */
  async change(change: Partial<Settings>): Promise<void> {
    await this.#port.write(change);
  }
}
