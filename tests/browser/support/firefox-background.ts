import { eventually } from './surface';

/** The extension's event page, seen and stopped with Firefox's own rights. */
export function firefoxBackground(runInBrowser: (expression: string) => Promise<unknown>, addonId: string) {
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).extension`;
  const state = async () => runInBrowser(`${extension}.backgroundState`);
  const isRunning = async () => (await state()) === 'running';
  return {
    isRunning,
    /** A late request may wake it again at once. */
    stop: async () => {
      const wasRunning = await isRunning();
      await runInBrowser(
        `${extension}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      );
      return wasRunning;
    },
    waitUntilRunning: async () => {
      if (!(await eventually(isRunning, 10_000))) throw new Error('The event page did not start.');
    },
  };
}
