import { expect, test } from 'vitest';
import { repoFiles } from './repo-files';

interface Note {
  readonly url?: string;
  readonly checkedOn?: string;
}
interface ProcessorFile {
  readonly id?: string;
  readonly reviewedOn?: string;
  readonly sources?: readonly Note[];
}

const files = repoFiles(/^assets\/processors\/[^/]+\.json$/).map(({ path, text }) => ({
  path,
  processor: JSON.parse(text) as ProcessorFile,
  text,
}));

const isoDate = /^\d{4}-\d\d-\d\d$/;

test('there are processors', () => expect(files.length).toBeGreaterThanOrEqual(8));

test.each(files)('$path bears its own id', ({ path, processor }) => {
  expect(path).toBe(`assets/processors/${processor.id ?? ''}.json`);
});

test.each(files)('$path names its sources, each with the day it was read', ({ processor }) => {
  expect(processor.reviewedOn).toMatch(isoDate);
  expect(processor.sources?.length ?? 0).toBeGreaterThan(0);
  for (const { url, checkedOn } of processor.sources ?? []) {
    expect(url).toMatch(/^https:\/\//);
    expect(checkedOn).toMatch(isoDate);
  }
});

test.each(files)('$path was not read in the future of its review', ({ processor, text }) => {
  const dates = [...text.matchAll(/"checkedOn":\s*"([^"]+)"/g)].map(([, date]) => date ?? '');
  expect(dates.filter((date) => date > (processor.reviewedOn ?? ''))).toEqual([]);
});
