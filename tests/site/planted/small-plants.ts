import { minimalProcessor } from '../minimal-policy';
import { policyFile, wellKnown } from '../policy-file';
import { script } from '../reply';
import type { Site } from '../site';
import { type SmallSite, smallSites } from '../sites/small-site';
import { analyticsTag } from '../stand-ins/analytics-tag';
import { wholePolicy } from './whole-policy';

/** A site with one thing that does not hold, and what an audit of it finds: the keys of all findings. */
interface Plant extends SmallSite {
  readonly finds: readonly string[];
  /** The tester says that the site's own opt-out was used. */
  readonly isOptedOut?: true;
  /** The background is ended while the page loads. */
  readonly isCutOff?: true;
}

const declaring = (host: string, members: object = {}) => ({ [wellKnown]: policyFile(wholePolicy(host, members)) });

const inRegion = (host: string): Record<string, Plant> => ({
  [host]: {
    about: 'Served from a region in another country than the policy names.',
    headers: { server: 'AmazonS3' },
    extra: declaring(host, {
      processors: [
        minimalProcessor('server', 'Amazon Web Services', {
          ...{ service: 'amazon-web-services', category: 'hosting', transfers: [], storage: [], locations: ['DE'] },
          recipient: { name: 'Amazon Web Services EMEA SARL', country: 'LU' },
        }),
      ],
    }),
    finds: ['other-country-than-declared:server'],
  },
});

const optingOut = (host: string): Record<string, Plant> => ({
  [host]: {
    about: 'Its link to switch Google Analytics off does nothing.',
    body: '<a href="#off">Switch Google Analytics off</a><script src="/tag.js"></script>',
    extra: {
      ...declaring(host, {
        processors: [
          minimalProcessor('google-analytics', 'Google Analytics', {
            ...{
              service: 'google-analytics',
              recipient: { name: 'Google Ireland Limited', country: 'IE' },
              transfers: [],
            },
            storage: ['_ga', '_ga_*'].map((identifier) => {
              return { identifier, type: 'cookie', maxAgeSeconds: 63_072_000, consentRequired: false };
            }),
            choices: [
              {
                type: 'opt-out-cookie',
                service: 'google-analytics',
                ids: ['G-HEDGE00001'],
                url: `https://${host}/#off`,
              },
            ],
          }),
        ],
      }),
      '/tag.js': script(analyticsTag('G-HEDGE00001')),
    },
    isOptedOut: true,
    finds: ['opt-out-not-effective:site'],
  },
});

const without = (host: string): Record<string, Plant> => ({
  [host]: { about: 'Publishes no policy file.', finds: [`policy-not-found:${host}`] },
});

const fenced = (host: string): Record<string, Plant> => ({
  [host]: {
    about: 'Its policy file is for another host.',
    extra: declaring(host, { appliesTo: ['shop.example'] }),
    finds: [`policy-does-not-cover-host:${host}`],
  },
});

const misty = (host: string): Record<string, Plant> => ({
  [host]: {
    about: 'Seen in part.',
    extra: declaring(host),
    isCutOff: true,
    finds: [`observation-incomplete:${host}`],
  },
});

const plants: Readonly<Record<string, Plant>> = {
  ...inRegion('plot.s3.us-east-1.amazonaws.com'),
  ...inRegion('plot.s3.ap-south-1.amazonaws.com'),
  ...optingOut('hedge.example'),
  ...without('bare-a.example'),
  ...without('bare-b.example'),
  ...fenced('fence-a.example'),
  ...fenced('fence-b.example'),
  ...misty('mist-a.example'),
  ...misty('mist-b.example'),
  'weeds.example': {
    about: 'Two entries of its file cannot be read.',
    extra: declaring('weeds.example', { processors: [{ id: 'one' }, { id: 'two', name: '' }] }),
    finds: ['policy-invalid:0:/processors/0/name', 'policy-invalid:1:/processors/1/name'],
  },
  'thorns.example': {
    about: 'Its file is no JSON.',
    extra: { [wellKnown]: policyFile('{ "privacyPolicy": "1.0", ') },
    finds: ['policy-invalid:0:'],
  },
};

/** Host → what is found there, and how it is walked. */
export const smallPlants: ReadonlyMap<string, Pick<Plant, 'finds' | 'isOptedOut' | 'isCutOff'>> = new Map(
  Object.entries(plants),
);

export const smallPlantSites: readonly Site[] = smallSites(plants);
