import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditAsMarkdown } from '../../../lib/report/audit-markdown';
import { anyHostileAudit, audits, cloudopsAudit, header } from '../../fixtures/audits';
import { english as t } from '../words/english';

test('what was not seen comes before any finding', () => {
  const text = auditAsMarkdown(t, cloudopsAudit, header);
  expect(text.match(/^#+ .*$/gm)?.slice(0, 4)).toEqual([
    '# Audit of cloudops.example',
    '## What was not seen',
    '## Worth a look',
    '### 1. Problem: A form here sends to newsletter.mailer.example, which the policy does not name.',
  ]);
  expect(text).toContain('- 1 page was watched in part. It may do more than is shown.');
  expect(text).toContain('**Place in the file:** /disclosure');
  expect(text).toContain('**The tester says:** to fix: Left over from a campaign.');
  expect(text).toContain(
    '| www\\.facebook.com | image · 1 sent · 1 before any choice | 22 Nov 2026, 12:00 UTC · recognised by meta-pixel/',
  );
  expect(text).toContain(
    '| Meta Pixel | not named | at work | at work | not seen | not looked | not seen | not seen | 1 |',
  );
});

test('names of query members are left out unless they are asked for', () => {
  expect(auditAsMarkdown(t, cloudopsAudit, header)).toContain('https\\://wiki.example/cdn?…');
  expect(auditAsMarkdown(t, cloudopsAudit, header, { keepsQueryNames: true })).toContain('/cdn?token=…');
});

/** Each pair of a backslash and what it escapes taken out. */
const bare = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, '');

function expectOnlyOurs(text: string) {
  expect(bare(text)).not.toMatch(/[<`[\]]|:\/\/|www\./);
  const forms = /^(#{1,3} .+|(  )?- .+|> .+|\*\*.+|\|.+\||---|[\p{L}\d].*|)$/u;
  expect(text.split('\n').filter((line) => !forms.test(line) && !/^[\\'"(=+@⟨%;…]/.test(line))).toEqual([]);
  for (const table of text.matchAll(/(?:^\|.*\|\n)+/gm)) {
    const widths = table[0]
      .trimEnd()
      .split('\n')
      .map((line) => bare(line).split('|').length);
    expect(new Set(widths).size).toBe(1);
  }
}

test.each(audits)('%s: each line is of a known form, each table is whole', (_, report) => {
  expectOnlyOurs(auditAsMarkdown(t, report, header));
});

test('nothing that a hostile site says is markup, a link or a line of its own', () => {
  fc.assert(
    fc.property(anyHostileAudit, (report) => expectOnlyOurs(auditAsMarkdown(t, report, header))),
    { numRuns: 40 },
  );
});
