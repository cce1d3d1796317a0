import * as v from 'valibot';
import { scalars } from './scalars';
import { atMost, distinct, list, record, type WordRule } from './schema-kit';
import * as words from './vocabulary';

const { short, text, country, email, httpsUrl, linkUrl, hostPattern, slug, duration, identifier } = scalars;

/** What the schemas of processors, activities and the whole policy are made of; the `$defs` of the JSON Schema. */
export function schemaParts<const Choice extends v.GenericSchema>(word: WordRule, choice: Choice) {
  const legalBasis = word(words.legalBases);
  const transferBasis = v.pipe(
    word(words.transferBases),
    v.description(
      "GDPR chapter V, as W3C DPV EU-GDPR names; A49-2 is the DPV's name for Art. 49(1) second subparagraph.",
    ),
  );
  const sources = list(record({ url: httpsUrl, heading: v.exactOptional(short), quote: v.exactOptional(text) }), 20);
  const party = partySchema();
  const legalBasisEntry = record({
    basis: legalBasis,
    interest: v.exactOptional(text),
    when: v.exactOptional(text),
    cited: v.exactOptional(short),
  });
  const contactWay = record({
    way: word(words.contactWays),
    url: v.exactOptional(httpsUrl),
    email: v.exactOptional(email),
    text: v.exactOptional(text),
  });
  const right = rightSchema(word, contactWay, sources);
  const measure = record({
    type: word(words.measureTypes),
    scope: v.exactOptional(short),
    setting: v.exactOptional(short),
    text: v.exactOptional(text),
  });
  const retention = retentionSchema(word, legalBasis, sources);
  const transfer = transferSchema(word, transferBasis, party, measure);
  const deviceStorage = deviceStorageSchema(word);
  const statement = statementSchema(sources);
  const disclosure = disclosureSchema(legalBasisEntry, sources);
  return {
    ...{ legalBasis, transferBasis, sources, party, legalBasisEntry, contactWay, right, retention, measure },
    ...{ transfer, choice, deviceStorage, statement, disclosure },
  };
}

function rightSchema<const Way extends v.GenericSchema, const Sources extends v.GenericSchema>(
  word: WordRule,
  contactWay: Way,
  sources: Sources,
) {
  return record({
    id: word(words.rightIds),
    ways: v.exactOptional(list(contactWay, 10)),
    free: v.exactOptional(v.boolean()),
    identification: v.exactOptional(text),
    formats: v.exactOptional(list(short, 10)),
    text: v.exactOptional(text),
    sources: v.exactOptional(sources),
  });
}

function statementSchema<const Sources extends v.GenericSchema>(sources: Sources) {
  return v.pipe(
    record({
      topic: v.exactOptional(slug),
      text,
      url: v.exactOptional(linkUrl),
      sources: v.exactOptional(sources),
    }),
    v.description('A sentence of the policy that no other member can carry, word for word.'),
  );
}

function partySchema() {
  return record({
    name: short,
    address: v.exactOptional(atMost(500)),
    country: v.exactOptional(country),
    email: v.exactOptional(email),
    phone: v.exactOptional(atMost(40)),
    url: v.exactOptional(httpsUrl),
    privacyUrl: v.exactOptional(httpsUrl),
  });
}

function retentionSchema<const Basis extends v.GenericSchema, const Sources extends v.GenericSchema>(
  word: WordRule,
  legalBasis: Basis,
  sources: Sources,
) {
  return v.pipe(
    record({
      scope: v.exactOptional(short),
      period: v.exactOptional(duration),
      periodMax: v.exactOptional(duration),
      from: v.exactOptional(word(words.retentionStarts)),
      criteria: v.exactOptional(text),
      basis: v.exactOptional(legalBasis),
      sources: v.exactOptional(sources),
    }),
    v.check((it) => it.period !== undefined || it.criteria !== undefined, 'Needs `period` or `criteria`.'),
    v.metadata({ anyOf: [{ required: ['period'] }, { required: ['criteria'] }] }),
  );
}

function transferSchema<
  const Basis extends v.GenericSchema<string>,
  const Party extends v.GenericSchema,
  const Measure extends v.GenericSchema,
>(word: WordRule, transferBasis: Basis, party: Party, measure: Measure) {
  return record({
    country: v.union([country, v.literal('*')]),
    certainty: v.exactOptional(word(words.certainties)),
    bases: v.exactOptional(distinct(transferBasis, 8)),
    adequacyDecision: v.exactOptional(
      v.pipe(
        word(words.adequacyDecisions),
        v.description(
          'US-DPF (EU) 2023/1795. Outdated: US-PS (EU) 2016/1250, void since 2020-07-16 (C-311/18); US-SH 2000/520/EC, void since 2015-10-06 (C-362/14).',
        ),
      ),
    ),
    sccModules: v.exactOptional(distinct(v.picklist([1, 2, 3, 4]), 4)),
    importer: v.exactOptional(party),
    supplementary: v.exactOptional(list(measure, 20)),
    documentUrl: v.exactOptional(linkUrl),
    text: v.exactOptional(text),
    sccDecision: v.exactOptional(
      v.pipe(
        word(words.clauseDecisions),
        v.description(
          'The set of clauses. All but 2021/914 have lapsed (Art. 4 of Decision (EU) 2021/914: not after 2022-12-27).',
        ),
      ),
    ),
  });
}

function deviceStorageSchema(word: WordRule) {
  const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_153_600_000));
  return record({
    identifier,
    type: word(words.storageTypes),
    maxAgeSeconds: v.exactOptional(
      v.pipe(
        v.nullable(seconds),
        v.description(
          'As IAB TCF: 0 is a session cookie; null only where no duration can be set (type web, app). Absent: not stated.',
        ),
      ),
    ),
    cookieRefresh: v.exactOptional(v.boolean()),
    domains: v.exactOptional(list(v.union([hostPattern, v.literal('*')]), 50)),
    description: v.exactOptional(text),
    optOut: v.exactOptional(v.boolean()),
    consentRequired: v.exactOptional(v.boolean()),
  });
}

function disclosureSchema<const Entry extends v.GenericSchema, const Sources extends v.GenericSchema>(
  legalBasisEntry: Entry,
  sources: Sources,
) {
  return v.pipe(
    record({
      text: v.exactOptional(text),
      bases: v.exactOptional(list(legalBasisEntry, 16)),
      complete: v.exactOptional(
        v.pipe(v.boolean(), v.description('true: the policy says that every third party is named in it.')),
      ),
      sources: v.exactOptional(sources),
    }),
    v.description('What is said about passing data on to third parties.'),
  );
}
