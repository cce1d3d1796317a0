import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { namesCompanyOf } from '../../../lib/comparison/company-name';

function service(id: string) {
  const found = catalogue.service(id);
  if (found === null) throw new Error(`No service ${id}`);
  return found;
}

describe('a name stands for the company', () => {
  test.each([
    ['Google Ireland Limited', 'google-analytics'],
    ['GOOGLE IRELAND LTD.', 'google-analytics'],
    ['Google Ireland Limited, Gordon House, Barrow Street, Dublin 4', 'google-analytics'],
    ['Google Ireland Limited and Google LLC', 'google-analytics'],
    ['Google', 'google-tag-manager'],
    ['Pipedrive OU', 'pipedrive'],
    ['Pipedrive OÜ', 'pipedrive'],
    ['Zapier Inc', 'zapier'],
    ['Zapier, Incorporated', 'zapier'],
    ['Zoom Communications, Inc.', 'zoom'],
    ['Zoom', 'zoom'],
    ['RealtimeBoard, Inc. dba Miro', 'miro'],
    ['RealtimeBoard Inc.', 'miro'],
    ['Miro', 'miro'],
    ['Amazon Web Services', 'amazon-web-services'],
    ['AWS', 'amazon-web-services'],
    ['Amazon Web Services EMEA S.à r.l.', 'amazon-web-services'],
    ['Amazon Web Services EMEA SARL', 'amazon-web-services'],
    ['Hotjar Limited', 'hotjar'],
    ['Hetzner Online AG', 'hetzner'],
    ['Microsoft Ireland Operations Limited', 'microsoft-azure'],
    ['GitHub', 'github'],
    ['OVH', 'ovhcloud'],
    ['1&1 IONOS SE', 'ionos'],
  ])('%s of %s', (name, id) => {
    expect(namesCompanyOf(name, service(id))).toBe(true);
  });
});

describe('a name stands for another company', () => {
  test.each([
    ['Google LLC', 'google-analytics'],
    ['Google Inc., 1600 Amphitheatre Parkway', 'google-analytics'],
    ['Google Cloud EMEA Limited', 'google-analytics'],
    ['Alphabet Inc.', 'google-analytics'],
    ['Pipedrive, Inc.', 'pipedrive'],
    ['Miro Inc', 'miro'],
    ['ZOOM Video Communications Inc.', 'zoom'],
    ['Amazon Web Services, Inc.', 'amazon-web-services'],
    ['Facebook Ireland Ltd.', 'meta-pixel'],
    ['Meta Platforms, Inc.', 'meta-pixel'],
    ['Facebook', 'meta-pixel'],
    ['Someone Else', 'zapier'],
    ['Web Services Ireland', 'google-analytics'],
    ['Cloudflare Germany GmbH', 'cloudflare'],
    ['Adobe Inc.', 'adobe-analytics'],
  ])('%s for %s', (name, id) => {
    expect(namesCompanyOf(name, service(id))).toBe(false);
  });
});

test('a service is always named by its own company, however that is written, and by its own name', () => {
  const ids = ['google-analytics', 'miro', 'zoom', 'amazon-web-services', 'hotjar', 'ovhcloud', 'meta-pixel', 'ionos'];
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.boolean(),
      fc.constantFrom('', ', Dublin', ' (see above)'),
      (id, isUpper, end) => {
        const { name, entity } = service(id);
        const written = `${isUpper ? entity.name.toUpperCase() : entity.name.replaceAll(',', '')}${end}`;
        expect(namesCompanyOf(written, service(id))).toBe(true);
        expect(namesCompanyOf(name, service(id))).toBe(true);
      },
    ),
  );
});

test('no name makes it throw, nor takes long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => typeof namesCompanyOf(name, service('miro')) === 'boolean'),
  );
  const started = performance.now();
  for (const part of ['a.', 'a ', '. ', 'é', 'a-b ']) namesCompanyOf(part.repeat(150), service('zoom'));
  expect(performance.now() - started).toBeLessThan(1000);
});
