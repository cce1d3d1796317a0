import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../../lib/audit/apply-patch';
import { type AuditReport, auditReport } from '../../lib/audit/audit-report';
import { undecidableFromHar } from '../../lib/audit/decidable-from-har';
import { importFile } from '../../lib/audit/import/import-file';
import { catalogue } from '../../lib/catalogue/default-catalogue';
import { type FindingId, findingIds } from '../../lib/comparison/site-report';
import { harOfLog } from '../site/har-of-log';
import { cleanHosts } from '../site/planted/clean-sites';
import { gardenFinds, gardenScenarios, neverSeenInGarden } from '../site/planted/garden-finds';
import { gardenPolicy, gardenText } from '../site/planted/garden-policy';
import { smallPlants } from '../site/planted/small-plants';
import { type Audit, auditOf } from './support/audit-page';
import { type Tab, browserNames } from './support/driver';
import { askedOf } from './support/looked-at';
import { setScene } from './support/scene';

const keysOf = ({ findings }: AuditReport) => findings.map(({ key }) => key).sort();
const press = (tab: Tab, choice: 'accept' | 'refuse') =>
  tab.evaluate((id) => document.getElementById(id)?.click(), choice);

interface Walk {
  readonly report: AuditReport;
  /** The same as the server saw it. */
  readonly har: string;
}

/** Waits until exactly these findings are there, and looks once more. */
async function finds(audit: Audit, keys: readonly string[]): Promise<AuditReport> {
  const wanted = [...keys].sort();
  await audit.until((report) => JSON.stringify(keysOf(report)) === JSON.stringify(wanted), keysOf).catch(() => null);
  const report = await audit.settled();
  expect(keysOf(report)).toEqual(wanted);
  return report;
}

/** Sites with planted differences, and sites that have none: an audit finds what is planted and nothing else. */
describe.each(browserNames)('in %s', (name) => {
  const recording = join(tmpdir(), `candor-walk-${process.pid}.har`);
  const scene = setScene(name, name === 'chromium' ? { recordHar: recording } : {});
  let walk: Walk | null = null;

  test('a walk before the choice, after the refusal, after the consent and signed in finds all that is planted', async () => {
    const garden = 'https://garden.example';
    const tab = await scene.driver.open(`${garden}/`);
    const audit = auditOf(scene.driver.inExtension, tab);
    const inState = (state: string, pages: number) =>
      audit.until(
        (report) =>
          report.pages.length === pages &&
          report.pages.at(-1)?.scenarios.includes(state as never) === true &&
          (report.pages.at(-1)?.sent ?? 0) >= 17,
        ({ pages: all }) => all,
      );
    await inState('before-choice', 1);
    await press(tab, 'refuse');
    await inState('refused', 1);
    await tab.reload();
    await inState('refused', 2);
    await press(tab, 'accept');
    await inState('accepted', 2);
    await tab.reload();
    await inState('accepted', 3);
    await audit.step({ kind: 'scenario', scenario: 'signed-in' });
    await tab.goto(`${garden}/account`);
    await inState('signed-in', 4);
    await audit.step({ kind: 'scenario', scenario: null });
    await tab.goto(`${garden}/opt-out`);
    await inState('accepted', 5);
    await tab.goto(`${garden}/`);
    await inState('accepted', 6);
    const walked = await finds(audit, gardenFinds);
    walk = { report: walked, har: harOfLog(scene.server.log) };
    const inScenarios = walked.findings.filter(({ key }) => key in gardenScenarios);
    expect(Object.fromEntries(inScenarios.map(({ key, scenarios }) => [key, scenarios]))).toEqual(gardenScenarios);
    expect(walked.pages.map(({ coverage }) => coverage)).toEqual(Array(6).fill('all'));

    await audit.step({ kind: 'finish' });
    await audit.step({ kind: 'begin' });
    await tab.reload();
    await inState('accepted', 1);
    await audit.settled();
    const { report } = await audit.step({ kind: 'finish' });
    expect(keysOf(report).filter((key) => key.startsWith('declared-never-seen'))).toEqual(neverSeenInGarden);

    const { patch } = await audit.step({ kind: 'look' });
    if (patch?.kind !== 'patch') throw new Error('There is no patch.');
    const patched = applyPatch(gardenPolicy, patch.operations);
    if (!patched.ok) throw new Error(patched.path);
    await audit.step({ kind: 'draft', draft: { text: JSON.stringify(patched.document) } });
    await audit.step({ kind: 'begin' });
    await tab.reload();
    await inState('accepted', 1);
    expect(keysOf(await audit.settled()).filter((key) => key.startsWith('undeclared-'))).toEqual([]);
    await tab.close();
  });

  test.each(askedOf(name, [...smallPlants]))('%s has what is planted there and nothing else', async (host, plant) => {
    const tab = await scene.driver.open(`https://${host}/`);
    const audit = auditOf(scene.driver.inExtension, tab);
    if (plant.isOptedOut === true) {
      await audit.step({ kind: 'begin' });
      await audit.step({ kind: 'scenario', scenario: 'opted-out' });
      await tab.reload();
    }
    if (plant.isCutOff === true) await scene.driver.stopBackground();
    await finds(audit, plant.finds);
    await tab.close();
  });

  test.each(askedOf(name, cleanHosts))(
    '%s does what it says, whatever is chosen, and nothing is found',
    async (host) => {
      const tab = await scene.driver.open(`https://${host}/`);
      const audit = auditOf(scene.driver.inExtension, tab);
      await finds(audit, []);
      await press(tab, 'refuse');
      await tab.reload();
      await finds(audit, []);
      await press(tab, 'accept');
      await tab.reload();
      await finds(audit, []);
      await tab.close();
    },
  );

  /** What a browser did not do, no file tells; that it did not is told of a walk of one's own only. */
  const silent = (activity: string) => (activity === 'not-looked' ? 'not-seen' : activity);
  const expectSame = (har: string, live: Walk) => {
    const imported = importFile(har, 'walk.har', catalogue);
    if (!imported.ok || live.report.total === null) throw new Error('There is no recording.');
    const { policy } = live.report.total;
    const page = { kind: 'read', url: 'https://garden.example/privacy', text: gardenText } as const;
    const report = auditReport(imported.session, policy, catalogue, live.report.madeAt, page);
    const activity = ({ rows }: AuditReport) =>
      rows.map((row) => `${row.id} ${row.declaration} ${silent(row.activity)}`).sort();
    const decided = ({ findings }: AuditReport) =>
      findings.flatMap(({ id, key }) => (undecidableFromHar.has(id) ? [] : [key])).sort();
    expect(decided(live.report).length).toBeGreaterThan(30);
    expect(decided(report)).toEqual(decided(live.report));
    expect(activity(report)).toEqual(activity(live.report));
  };

  // Chromium writes a recording itself. Firefox does not: there a proxy between it and the network would.
  test('the same walk as a HAR file tells the same', async () => {
    await scene.driver.close();
    const har = name === 'chromium' ? await readFile(recording, 'utf8') : walk?.har;
    await rm(recording, { force: true });
    if (walk === null || har === undefined) throw new Error('There was no walk.');
    expectSame(har, walk);
  });
});

test('each kind of finding is planted at least twice', () => {
  const planted = [...gardenFinds, ...neverSeenInGarden, ...[...smallPlants.values()].flatMap(({ finds }) => finds)];
  const counts = new Map<FindingId, number>();
  for (const key of planted) {
    const id = key.slice(0, key.indexOf(':')) as FindingId;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
  expect([...counts.keys()].sort()).toEqual([...findingIds].sort());
});
