/** Offers `json` as a download, `<name>.json`; nothing leaves the device. */
export function saveJson(json: string, name: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^a-zA-Z0-9.-]+/g, '_')}.json`;
  link.click();
  // Revoked later: Firefox reads the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
