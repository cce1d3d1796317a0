import type { Settings } from '../settings/settings';

/** Where the settings are kept. */
export interface SettingsPort {
  /** Calls back with the settings as they are and with each change; answers how to stop. */
  watch(onsettings: (settings: Settings) => void): () => void;
  /** Rejects where the change could not be kept. */
  write(change: Partial<Settings>): Promise<void>;
}
