import { transferRegister } from '../../assets/generated/transfer';

/**
 * Whether `country` (ISO 3166-1 alpha-2, upper case) is a member of the European Economic Area today: sending data
 * there is no transfer in the sense of Ch. V GDPR. `false` for `*` and for anything that is no such code.
 *
 * Source: Agreement on the European Economic Area, Joint Committee Decision 154/2018; register as of its `asOf`.
 */
export function isEea(country: string): boolean {
  return members.has(country);
}

const members: ReadonlySet<string> = new Set(transferRegister.eea);
