import type { CardPart, FindingCard } from '../words/describe-audit-finding';
import { icon } from './audit-html-marks';
import { type Html, html } from './html';

/** One finding with all that belongs to it. */
export function findingCard({ severity, severityName, text, key, parts, judgement }: FindingCard): Html {
  return html`
    <article class="card ${severity}">
      <h3>
        ${icon(severity)}<span><span class="severity">${severityName}</span> <bdi>${text}</bdi></span>
      </h3>
      <dl>${parts.map(partOf)}</dl>
      ${judgement === null ? html`` : html`<p class="judgement"><b>${judgement.label}</b> <bdi>${judgement.text}</bdi></p>`}
      <p class="key"><bdi>${key}</bdi></p>
    </article>
  `;
}

function partOf(part: CardPart): Html {
  return html`<div>
    <dt>${part.label}</dt>
    <dd>${contentOf(part)}</dd>
  </div>`;
}

function contentOf(part: CardPart): Html {
  switch (part.kind) {
    case 'quote':
      return html`<blockquote dir="auto">${part.text}</blockquote>`;
    case 'quotes':
      return html`${part.quotes.map(
        ({ texts, from }) =>
          html`<div class="quoted">
            ${texts.map((text) => html`<blockquote dir="auto">${text}</blockquote>`)}
            <p class="from"><bdi>${from}</bdi></p>
          </div>`,
      )}`;
    case 'fact':
      return html`<bdi>${part.text}</bdi>`;
    case 'code':
      return html`<code><bdi>${part.text}</bdi></code>`;
    case 'list':
      return html`<ul>
        ${part.items.map((item) => html`<li><bdi>${item}</bdi></li>`)}
      </ul>`;
    case 'table':
      return tableOf(part);
  }
}

/** The first cell of a row names what the row is about. */
function tableOf({ head, rows }: Extract<CardPart, { kind: 'table' }>): Html {
  const cells = ([first = '', ...others]: readonly string[]) =>
    html`<tr>
      <th scope="row"><bdi>${first}</bdi></th>
      ${others.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}
    </tr>`;
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(cells)}
      </tbody>
    </table>
  </div>`;
}
