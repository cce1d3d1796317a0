/** `YYYY-MM-DD`; such dates compare as text. */
export type IsoDate = string;

/** What ended a decision: `void` has no effect from `on`, `expires` has effect until the end of `on`. */
export interface DecisionEnd {
  readonly on: IsoDate;
  readonly why: 'void' | 'expires';
  /** Of the Court of Justice. */
  readonly case?: string;
}

interface Decision {
  /** The word that a policy uses for it, see `adequacyDecisions` and `clauseDecisions` in lib/policy/vocabulary.ts. */
  readonly id: string;
  /** The act as shown to people; without its number where that was not checked. */
  readonly act: string;
  /** First day; absent where it was not checked, and then taken as in force on any day. */
  readonly from?: IsoDate;
  readonly end?: DecisionEnd;
  readonly source: { readonly url: string; readonly checkedOn: IsoDate };
}

/** Art. 45(3) GDPR, and Art. 25(6) of Directive 95/46/EC before it. */
export interface AdequacyDecision extends Decision {
  /** ISO 3166-1 alpha-2; `null` for an international organisation. */
  readonly country: string | null;
  /** Absent: all recipients there. */
  readonly scope?: string;
}

/** Standard contractual clauses, Art. 46(2)(c) GDPR. */
export type ClauseDecision = Decision;

/** `assets/registers/transfer.json`, checked and compiled when the project is built. */
export interface TransferRegister {
  readonly asOf: IsoDate;
  /** ISO 3166-1 alpha-2. */
  readonly eea: readonly string[];
  readonly adequacy: readonly AdequacyDecision[];
  readonly clauses: readonly ClauseDecision[];
}
