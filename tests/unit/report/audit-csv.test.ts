import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsAsCsv, rowsAsCsv } from '../../../lib/report/audit-csv';
import { csv } from '../../../lib/report/csv';
import { anyHostileAudit, cloudopsAudit, emptyAudit } from '../../fixtures/audits';

const computed = /^[=+\-@\t\r]/;

/** Cells as RFC 4180 reads them. */
function cellsOf(text: string): readonly (readonly string[])[] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted = '', end] of text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('whatever stands in a cell comes back as it was, with an apostrophe where a spreadsheet would compute it', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1', '+1', '-1', '@x', '\t=1', '\r=1', '"', ','),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const read = cellsOf(csv(rows));
      expect(read.map((row) => row.map((it, at) => (it === rows[read.indexOf(row)]?.[at] ? it : it.slice(1))))).toEqual(
        rows,
      );
      expect(read.flat().filter((it) => computed.test(it))).toEqual([]);
    }),
  );
});

test('findings have a row each, the gravest first', () => {
  const [head, ...rows] = cellsOf(findingsAsCsv(cloudopsAudit));
  const severities = ['error', 'warning', 'note'];
  const ranks = rows.map((cells) => severities.indexOf(cells[2] ?? ''));
  expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
  const first = rows.find(([key]) => key === 'undeclared-processor:service:meta-pixel');
  expect(head).toEqual([
    ...['key', 'id', 'severity', 'subject', 'scenarios', 'pointer', 'quote', 'evidence', 'judgement', 'note', 'pages'],
    'sources',
  ]);
  expect(first?.slice(0, 5)).toEqual([
    ...['undeclared-processor:service:meta-pixel', 'undeclared-processor', 'error', 'service:meta-pixel'],
    'before-choice',
  ]);
  const times = 'first=2026-11-22T12:00:00.100Z last=2026-11-22T12:00:00.900Z startedBy=page';
  expect(first?.slice(-5)).toEqual([
    'contact www.facebook.com sent=1 stopped=0 failed=0 listed=0 types=image:1 consent=before-choice:1 ' +
      `${times} rule=meta-pixel/tr https://www.facebook.com/`,
    ...['to-fix', 'Left over from a campaign.', 'https://cloudops.example/before-choice', ''],
  ]);
});

test('rows have a column for each scenario', () => {
  const [head, ...rows] = cellsOf(rowsAsCsv(cloudopsAudit));
  expect(head?.slice(8)).toEqual([
    ...['before-choice', 'refused', 'accepted', 'signed-in'].map((id) => `activity:${id}`),
    'activity:own:with a full basket',
  ]);
  expect(rows).toHaveLength(cloudopsAudit.rows.length);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head?.length]));
});

test('an audit without pages has its heads', () => {
  expect(cellsOf(findingsAsCsv(emptyAudit))).toHaveLength(1);
  expect(cellsOf(rowsAsCsv(emptyAudit))).toHaveLength(1);
});

test('nothing that a hostile site says is computed, and all rows are as long as the head', () => {
  fc.assert(
    fc.property(anyHostileAudit, (report) => {
      for (const text of [findingsAsCsv(report), rowsAsCsv(report)]) {
        const rows = cellsOf(text);
        expect(rows.flat().filter((it) => computed.test(it))).toEqual([]);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      }
    }),
    { numRuns: 40 },
  );
});
