import { expect, test } from 'vitest';
import type { AuditFinding, AuditRow } from '../../../lib/audit/audit-report';
import { type RowChoice, chooseRows, everyRow } from '../../../lib/audit/choose-rows';
import { groupFindings } from '../../../lib/audit/group-findings';

const row = (id: string, members: Partial<AuditRow>): AuditRow => ({
  ...{ id, name: id, kind: 'processor', declaration: 'declared', activity: 'active' },
  ...{ byScenario: {}, sent: 0, cookies: 0, hosts: [] },
  ...members,
});
const rows = [
  row('Zoom', { sent: 2, hosts: ['source.zoom.us'] }),
  row('archive', { activity: 'not-observable' }),
  row('Meta Pixel', { declaration: 'not-declared', sent: 7, cookies: 1 }),
  row('Miro', { activity: 'not-seen', cookies: 3 }),
];
const chosen = (choice: Partial<RowChoice>) =>
  chooseRows(rows, { ...everyRow, ...choice }).map((line) =>
    line.kind === 'row' ? line.row.id : `${line.id} ${line.count}`,
  );

test('without a choice all rows stand in the report’s order', () => {
  expect(chosen({})).toEqual(['Zoom', 'archive', 'Meta Pixel', 'Miro']);
});

test('rows are found by name or host, whatever the case', () => {
  expect(chosen({ search: ' SOURCE.zoom ' })).toEqual(['Zoom']);
  expect(chosen({ search: 'mi' })).toEqual(['Miro']);
  expect(chosen({ search: 'nobody' })).toEqual([]);
});

test('rows are chosen by what the policy says and by what was seen', () => {
  expect(chosen({ declaration: 'not-declared' })).toEqual(['Meta Pixel']);
  expect(chosen({ declaration: 'declared', activity: 'active' })).toEqual(['Zoom']);
});

test('rows are sorted by name without regard to case, the busiest first', () => {
  expect(chosen({ order: 'name' })).toEqual(['archive', 'Meta Pixel', 'Miro', 'Zoom']);
  expect(chosen({ order: 'sent' })[0]).toBe('Meta Pixel');
  expect(chosen({ order: 'cookies' })[0]).toBe('Miro');
});

test('groups have their head and count, are sorted within, and are not there when empty', () => {
  expect(chosen({ grouping: 'activity', order: 'sent' })).toEqual([
    ...['active 2', 'Meta Pixel', 'Zoom'],
    ...['not-seen 1', 'Miro'],
    ...['not-observable 1', 'archive'],
  ]);
  expect(chosen({ grouping: 'declaration', search: 'o' })).toEqual(['declared 2', 'Zoom', 'Miro']);
});

test('findings about the same stand together, in the order of the first of each', () => {
  const findings = ['b 1', 'a 1', 'b 2'].map((key) => ({ key }) as AuditFinding);
  const grouped = groupFindings(findings, ({ key }) => key.slice(0, 1));
  expect(grouped.map((group) => [group.name, group.findings.map(({ key }) => key)])).toEqual([
    ['b', ['b 1', 'b 2']],
    ['a', ['a 1']],
  ]);
  expect(groupFindings(findings, null)).toEqual([{ name: null, findings }]);
});
