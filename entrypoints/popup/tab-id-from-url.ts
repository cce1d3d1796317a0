/** The tab named by `?tabId=N`; `null`, the active tab, where none is named. */
export function tabIdFromUrl(href: string): number | null {
  const id = Number(new URL(href).searchParams.get('tabId') ?? Number.NaN);
  return Number.isInteger(id) && id >= 0 ? id : null;
}
