import { expect, test } from 'vitest';
import { broughtInBy } from '../support/wire';
import type { PageKit } from './page-kit';

declare const me: string;

/** Frames belong to the page that they are in, whoever they are of. */
export function testFrames({ open, expectOnly }: PageKit): void {
  test('frames without an address of their own are the page’s own doing', async () => {
    const [tab, local] = await open('/local-frames', 'local');
    const frames = ['srcdoc', 'srcdoc-script', 'data', 'data-script', 'blob', 'blank'];
    const seen = await expectOnly(tab, local, 'image', ...frames);
    expect(new Set(Object.values(broughtInBy(seen, local)))).toEqual(new Set([null]));
  });

  test('what a frame within another’s frame sends is brought in by the one that the page chose', async () => {
    const [tab, nested] = await open('/nested', 'nested');
    const seen = await expectOnly(tab, nested, 'image', 'image.outer', 'srcdoc.outer', 'image.inner', 'worker.inner');
    expect(broughtInBy(seen, nested)).toEqual({
      image: null,
      fetch: null,
      'image.outer': 'outer.example',
      'fetch.outer': 'outer.example',
      'srcdoc.outer': 'outer.example',
      'image.inner': 'outer.example',
      'fetch.inner': 'outer.example',
      'worker.inner': 'outer.example',
    });
  });

  test('a frame that is led elsewhere brings in what it sends there, and keeps what it sent before', async () => {
    const [tab, nested] = await open('/nested', 'nested');
    await expectOnly(tab, nested, 'image.outer', 'worker.inner');
    const load = (frame: string) =>
      tab.evaluate((src) => document.querySelector('iframe')?.setAttribute('src', src + me), frame);
    await load('https://inner.example/frame?role=moved&of=');
    await expectOnly(tab, nested, 'image.moved', 'fetch.moved', 'worker.moved');
    await load('/frame?role=home&of=');
    const seen = broughtInBy(await expectOnly(tab, nested, 'image.moved', 'image.home'), nested);
    expect(seen).toMatchObject({ 'image.outer': 'outer.example', 'image.moved': 'inner.example', 'image.home': null });
  });
}
