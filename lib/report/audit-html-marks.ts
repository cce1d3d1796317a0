import type { ActivityVerdict, Declaration } from '../comparison/site-report';
import { type Html, html } from './html';

/** The mark of Candor: what is declared, what is observed. */
export const mark = html`<svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
  <path class="declared-half" d="M11 3.4a9.5 9.5 0 0 0 0 19Z" />
  <path class="observed-half" d="M13 1.6a9.5 9.5 0 0 1 0 19Z" />
</svg>`;

/** Paths on a 16 × 16 grid, drawn with a stroke; the same as in the popup. */
const paths = {
  warning: 'M8 2.2 14.4 13.3H1.6ZM8 6.5v3.2M8 11.4v.1',
  error: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3ZM8 4.8v4M8 11v.1',
  note: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 7.3v3.6M8 5v.1',
} as const;

/** The words beside it say the same. */
export function icon(name: keyof typeof paths): Html {
  return html`<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="${paths[name]}" />
  </svg>`;
}

/** Left half: named in the policy. Right half: at work. The words beside it say the same. */
export function verdictMark(declaration: Declaration, activity: ActivityVerdict): Html {
  const bar = activity === 'stopped' ? html`<path class="bar" d="m10.6 12.2 4.6-6.4" />` : html``;
  return html`<svg class="verdict" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <path class="left ${declaration}" d="M8 2.1a7 7 0 0 0 0 13.8Z" />
    <path class="right ${activity}" d="M10 2.1a7 7 0 0 1 0 13.8Z" />
    ${bar}
  </svg>`;
}
