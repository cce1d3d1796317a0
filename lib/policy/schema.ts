import * as v from 'valibot';
import { authorChoice, readerChoice } from './choice-schema';
import { activitySchema, processorSchema } from './processor-schema';
import { scalars } from './scalars';
import { atMost, distinct, list, record, type WordRule } from './schema-kit';
import { schemaParts } from './schema-parts';
import * as words from './vocabulary';

const { short, text, date, language, country, email, httpsUrl, linkUrl, hostPattern, pointer, sha256, version } =
  scalars;

type Parts<Choice extends v.GenericSchema> = ReturnType<typeof policyParts<Choice>>;

/** The schemas that the policy refers to more than once, or that are worth a name of their own. */
export function policyParts<const Choice extends v.GenericSchema>(word: WordRule, choice: Choice) {
  const parts = schemaParts(word, choice);
  return { ...parts, processor: processorSchema(word, parts), activity: activitySchema(word, parts) };
}

/**
 * The schema of the published policy JSON, version 1.0, for one way of treating unknown words.
 *
 * All other limits (lengths, patterns, counts) are the same for author and reader. Members that the format
 * does not know are dropped, so what comes out is always a fresh object with known members only.
 */
export function policySchema<const Choice extends v.GenericSchema>(word: WordRule, parts: Parts<Choice>) {
  return record({
    $schema: v.exactOptional(atMost(2048)),
    '@context': v.exactOptional(v.unknown()),
    privacyPolicy: v.pipe(version, v.description('Format version; also the mark by which the file is known.')),
    ...identity(word),
    ...people(parts),
    ...processingAndTransfers(parts),
    ...rightsAndRemedies(word, parts),
    retention: v.exactOptional(list(parts.retention, 40)),
    measures: v.exactOptional(list(parts.measure, 40)),
    automatedDecisions: v.exactOptional(
      record({ inUse: v.boolean(), logic: v.exactOptional(text), effects: v.exactOptional(text) }),
    ),
    changes: v.exactOptional(changesSchema()),
    storage: v.exactOptional(
      v.pipe(
        list(parts.deviceStorage, 200),
        v.description("Cookies and other storage that the controller's own site uses."),
      ),
    ),
    statements: v.exactOptional(list(parts.statement, 60)),
    notInPolicyText: v.exactOptional(
      v.pipe(
        distinct(pointer, 300),
        v.description(
          'JSON pointers to members that the author of this file added and the policy for people does not state.',
        ),
      ),
    ),
  });
}

const readerWord: WordRule = () => v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const authorWord: WordRule = (known) => v.picklist(known);

/** Keeps a word that the format does not know, so that people can be shown it as it stands. */
export const readerSchema = policySchema(readerWord, policyParts(readerWord, readerChoice(readerWord)));

export const authorParts = policyParts(authorWord, authorChoice(authorWord));

/** Rejects unknown words: for authors, for the generated JSON Schema, and to find what the reader warns of. */
export const authorSchema = policySchema(authorWord, authorParts);

/** What a reader is given; `$schema` and `@context` say nothing to people and are dropped. */
export type Policy = Omit<v.InferOutput<typeof readerSchema>, '$schema' | '@context'>;
export type Processor = Policy['processors'][number];
export type Activity = NonNullable<Policy['activities']>[number];
export type Party = Policy['controller'];
export type Right = NonNullable<Policy['rights']>[number];
export type ContactWay = NonNullable<Right['ways']>[number];
export type Retention = NonNullable<Policy['retention']>[number];
export type Measure = NonNullable<Policy['measures']>[number];
export type Transfer = NonNullable<Processor['transfers']>[number];
export type Choice = NonNullable<Processor['choices']>[number];
export type DeviceStorage = NonNullable<Policy['storage']>[number];
export type Statement = NonNullable<Policy['statements']>[number];
export type Disclosure = NonNullable<Policy['disclosure']>;
export type LegalBasisEntry = NonNullable<Policy['legalBases']>[number];
export type Source = NonNullable<Statement['sources']>[number];
export type TransferClause = NonNullable<Policy['transferClause']>;

function identity(word: WordRule) {
  return {
    id: v.exactOptional(httpsUrl),
    title: v.exactOptional(short),
    revision: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
    updated: v.pipe(date, v.description('The day this file last changed; not the date of the policy text.')),
    policyDate: v.exactOptional(
      v.pipe(v.nullable(date), v.description('The date that the policy for people bears; null: it bears none.')),
    ),
    validFrom: v.exactOptional(date),
    status: v.exactOptional(word(words.policyStatuses)),
    language,
    translations: v.exactOptional(list(record({ language, url: httpsUrl }), 60)),
    policyUrl: v.pipe(httpsUrl, v.description('The policy for people to read; where the two differ, it prevails.')),
    appliesTo: v.exactOptional(v.pipe(v.array(hostPattern), v.minLength(1), v.maxLength(100))),
    ownDomains: v.exactOptional(
      v.pipe(
        list(hostPattern, 100),
        v.description(
          'Other hosts run by the controller itself (the same legal person). Shown as claimed; believed only where that host publishes a policy file with the same id, or both list each other. Companies of a group are recipients: declare them in processors.',
        ),
      ),
    ),
  };
}

function people<const Choice extends v.GenericSchema>({ party }: Parts<Choice>) {
  return {
    controller: party,
    jointControllers: v.exactOptional(list(party, 20)),
    representative: v.exactOptional(party),
    dataProtectionOfficer: v.exactOptional(v.nullable(party)),
  };
}

function processingAndTransfers<const Choice extends v.GenericSchema>(parts: Parts<Choice>) {
  const bases = v.pipe(distinct(parts.transferBasis, 16), v.minLength(1));
  return {
    processors: v.pipe(list(parts.processor, 300), v.description('Every outside party that receives personal data.')),
    activities: v.exactOptional(
      v.pipe(list(parts.activity, 100), v.description("The controller's own processing: forms, logs, correspondence.")),
    ),
    legalBases: v.exactOptional(
      v.pipe(list(parts.legalBasisEntry, 10), v.description('Legal bases that the policy names in general.')),
    ),
    provision: v.exactOptional(
      v.pipe(
        record({
          voluntary: v.exactOptional(v.boolean()),
          text: v.exactOptional(text),
          sources: v.exactOptional(parts.sources),
        }),
        v.description('Art. 13(2)(e): whether data must be given, and what follows if not.'),
      ),
    ),
    disclosure: v.exactOptional(parts.disclosure),
    transferClause: v.exactOptional(
      v.pipe(
        record({ text: v.exactOptional(text), sources: v.exactOptional(parts.sources), bases }),
        v.description('A clause on transfers in general, for processors that state no basis of their own.'),
      ),
    ),
  };
}

function rightsAndRemedies<const Choice extends v.GenericSchema>(word: WordRule, parts: Parts<Choice>) {
  return {
    rights: v.exactOptional(v.pipe(v.array(parts.right), v.minLength(1), v.maxLength(40))),
    complaint: v.exactOptional(
      record({
        authority: v.exactOptional(authoritySchema()),
        listUrl: v.exactOptional(linkUrl),
        sources: v.exactOptional(parts.sources),
      }),
    ),
    consent: v.exactOptional(
      record({
        withdrawal: v.exactOptional(list(parts.contactWay, 20)),
        manageUrl: v.exactOptional(httpsUrl),
        tcfCmpId: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4095))),
        gpc: v.exactOptional(word(words.gpcAnswers)),
        sources: v.exactOptional(parts.sources),
        voluntary: v.exactOptional(v.boolean()),
        text: v.exactOptional(text),
      }),
    ),
  };
}

function authoritySchema() {
  return record({
    name: short,
    country: v.exactOptional(country),
    url: v.exactOptional(httpsUrl),
    email: v.exactOptional(email),
    complaintUrl: v.exactOptional(httpsUrl),
  });
}

function changesSchema() {
  const entry = record({
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    date,
    summary: v.exactOptional(text),
    url: v.exactOptional(httpsUrl),
    sha256: v.exactOptional(sha256),
  });
  return record({ notice: v.exactOptional(text), history: v.exactOptional(list(entry, 200)) });
}
