import * as v from 'valibot';
import type { schemaParts } from './schema-parts';
import { scalars } from './scalars';
import { distinct, list, record, type WordRule } from './schema-kit';
import * as words from './vocabulary';

const { short, text, country, linkUrl, hostPattern, slug, purpose, dataCategory, propertyId } = scalars;

type Parts<Choice extends v.GenericSchema> = ReturnType<typeof schemaParts<Choice>>;

/** An outside party that receives personal data. */
export function processorSchema<const Choice extends v.GenericSchema>(word: WordRule, parts: Parts<Choice>) {
  return record({
    id: slug,
    name: short,
    category: v.exactOptional(word(words.processorCategories)),
    service: v.exactOptional(
      v.pipe(slug, v.description("Key of the service in the reader's own catalogue, e.g. google-analytics.")),
    ),
    role: v.exactOptional(word(words.roles)),
    recipient: v.exactOptional(v.pipe(parts.party, v.description('The legal person that receives the data.'))),
    contract: v.exactOptional(contractSchema(word)),
    observable: v.exactOptional(
      v.pipe(
        word(words.observabilities),
        v.description("Where a browser could see it: as network traffic, as the site's own server, or nowhere."),
      ),
    ),
    load: v.exactOptional(word(words.loadTimes)),
    domains: v.exactOptional(list(hostPattern, 200)),
    propertyIds: v.exactOptional(list(propertyId, 50)),
    loads: v.exactOptional(list(slug, 100)),
    locations: v.exactOptional(list(country, 60)),
    recipients: v.exactOptional(list(parts.party, 60)),
    links: v.exactOptional(
      record({
        privacy: v.exactOptional(linkUrl),
        terms: v.exactOptional(linkUrl),
        contract: v.exactOptional(linkUrl),
        subprocessors: v.exactOptional(linkUrl),
        info: v.exactOptional(linkUrl),
      }),
    ),
    features: v.exactOptional(list(short, 40)),
    ...processing(parts),
  });
}

/** A processing operation of the controller's own: a form, a log, correspondence. */
export function activitySchema<const Choice extends v.GenericSchema>(word: WordRule, parts: Parts<Choice>) {
  return record({
    id: slug,
    name: short,
    kind: v.exactOptional(word(words.activityKinds)),
    processors: v.exactOptional(v.pipe(list(slug, 50), v.description('Ids of the processors that take part.'))),
    ...processing(parts),
  });
}

function contractSchema(word: WordRule) {
  return record({
    concluded: v.boolean(),
    article: v.exactOptional(word(words.contractArticles)),
    url: v.exactOptional(linkUrl),
    text: v.exactOptional(text),
  });
}

function processing<const Choice extends v.GenericSchema>(parts: Parts<Choice>) {
  return {
    purposes: v.exactOptional(distinct(purpose, 30)),
    purposeText: v.exactOptional(text),
    legalBases: v.exactOptional(list(parts.legalBasisEntry, 10)),
    data: v.exactOptional(distinct(dataCategory, 80)),
    dataText: v.exactOptional(list(short, 80)),
    required: v.exactOptional(v.boolean()),
    storage: v.exactOptional(list(parts.deviceStorage, 200)),
    transfers: v.exactOptional(list(parts.transfer, 40)),
    retention: v.exactOptional(list(parts.retention, 20)),
    measures: v.exactOptional(list(parts.measure, 20)),
    choices: v.exactOptional(list(parts.choice, 20)),
    disclosure: v.exactOptional(parts.disclosure),
    statements: v.exactOptional(list(parts.statement, 60)),
    sources: v.exactOptional(parts.sources),
  };
}
