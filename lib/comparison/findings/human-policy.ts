/** The policy for people as text, where somebody read it: see `policyText`. */
export interface HumanPolicy {
  /** The address under which the policy file names it. */
  readonly url: string;
  readonly text: string;
}
