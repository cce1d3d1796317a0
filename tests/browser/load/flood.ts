import type { Driver, Tab } from '../support/driver';

export interface FloodSize {
  readonly requests: number;
  readonly hosts: number;
  readonly cookies: number;
  /** One in so many requests has a URL of 64 kB. */
  readonly longEvery: number;
  /** Length of the flooding page's own URL, which Firefox tells with each of its requests. */
  readonly ownUrlBytes: number;
}

/** Opens the flooding page and lets it send all of it; ends when all were answered. */
export async function flood(driver: Driver, size: FloodSize): Promise<Tab> {
  const tab = await driver.open(`http://flood.example/?own=${'o'.repeat(size.ownUrlBytes)}`);
  await tab.evaluate(
    async ({ requests, hosts, cookies, longEvery, urlBytes: bytes }) => {
      const long = 'x'.repeat(bytes);
      let next = 0;
      const sendOneByOne = async () => {
        while (next < requests) {
          const number = next++;
          const host = number % hosts;
          const name = number < cookies ? `c${number.toString()}` : number.toString();
          const isLong = number % longEvery === 0;
          // Long paths and long queries by turns.
          const rest = !isLong ? '' : number % (longEvery * 2) === 0 ? `/${long}` : `?q=${long}`;
          const url = `http://f${host.toString()}.flood-${(host % 1000).toString()}.example/flood/${name}${rest}`;
          await fetch(url, { mode: 'no-cors', credentials: 'include' }).catch(() => undefined);
        }
      };
      await Promise.all(Array.from({ length: 60 }, sendOneByOne));
    },
    { ...size, urlBytes },
  );
  return tab;
}

const urlBytes = 64_000;
