import type { TabLedgers } from './tab-ledgers';

const most = 200;

/** A request that went out and has not ended. */
export function takeOff(tab: TabLedgers, requestId: string): void {
  if (!tab.flights.includes(requestId)) tab.flights = [...tab.flights, requestId].slice(-most);
}

/** Ends a flight; answers whether the request is known to have gone out. */
export function land(tab: TabLedgers, requestId: string): boolean {
  if (!tab.flights.includes(requestId)) return false;
  tab.flights = tab.flights.filter((id) => id !== requestId);
  return true;
}

/** The background was stopped shortly before `at`: that a request is not known to have gone out means nothing then. */
export function mayHaveMissed({ missedAt }: TabLedgers, at: number): boolean {
  return missedAt !== null && at - missedAt < longFlightMs;
}

const longFlightMs = 60_000;
