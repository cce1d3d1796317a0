import type { AuditReport } from '../audit/audit-report';
import { type AuditWords, type TableWords, describeAudit } from '../words/describe-audit';
import type { FactLine } from '../words/describe-audit-facts';
import type { GlossaryGroup } from '../words/describe-glossary';
import type { MissedLine } from '../words/describe-missed';
import type { RecipientLine, RecipientTable } from '../words/describe-recipients';
import type { Translate } from '../words/translate';
import { findingCard } from './audit-html-finding';
import { icon, mark, verdictMark } from './audit-html-marks';
import { picture } from './audit-html-picture';
import { auditStyle } from './audit-html-style';
import type { AuditHeader } from './audit-header';
import { Html, html } from './html';
import type { Redaction } from './redact';

/** Nothing is loaded, run or sent, whatever stands in the document. */
const securityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** An audit as one HTML document to print, send and keep: no script, no link, nothing that is loaded from elsewhere. */
export function auditAsHtml(t: Translate, report: AuditReport, header: AuditHeader, redaction?: Redaction): string {
  const words = describeAudit(t, report, header, redaction);
  return html`<!doctype html>
    <html lang="${words.locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${securityPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.title}</title>
        <style>
          ${new Html(auditStyle)}
        </style>
      </head>
      <body>
        <main>
          ${cover(t, words)} ${missed(words)} ${findings(words)} ${recipients(words)} ${pages(words)} ${glossary(words)}
        </main>
        <footer>${words.closing}</footer>
      </body>
    </html> `.markup.replace(/^ +/gm, '');
}

function cover(t: Translate, { title, lead, facts, figures, picture: drawn }: AuditWords): Html {
  return html`
    <header>
      <p class="brand">${mark} ${t('extensionName')}</p>
      <h1><bdi>${title}</bdi></h1>
      <p class="lead">${lead}</p>
      <dl class="figures">${figures.map(figure)}</dl>
      ${drawn === null ? html`` : picture(drawn)}
      <dl class="facts">${facts.map(fact)}</dl>
    </header>
  `;
}

function figure({ label, text }: FactLine): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${text}</dd>
  </div>`;
}

function fact({ label, text, isCode }: FactLine): Html {
  const value = html`<bdi>${text}</bdi>`;
  return html`<div>
    <dt>${label}</dt>
    <dd>${isCode === true ? html`<code>${value}</code>` : value}</dd>
  </div>`;
}

function missed({ missed: { heading, content } }: AuditWords): Html {
  const gaps = content.filter(({ tone }) => tone === 'gap');
  const limits = content.filter(({ tone }) => tone === 'limit');
  return html`
    <section class="missed">
      <h2>${heading}</h2>
      ${
        gaps.length === 0
          ? html``
          : html`<ul class="gaps">
              ${gaps.map(missedLine)}
            </ul>`
      }
      <ul class="limits">
        ${limits.map(missedLine)}
      </ul>
    </section>
  `;
}

function missedLine({ text, reasons, tone }: MissedLine): Html {
  const list = html`<ul>
    ${reasons.map((reason) => html`<li><bdi>${reason}</bdi></li>`)}
  </ul>`;
  return html`<li>
    ${icon(tone === 'gap' ? 'warning' : 'note')}
    <div><bdi>${text}</bdi>${reasons.length === 0 ? html`` : list}</div>
  </li>`;
}

function findings({ findings: { heading, content }, noFindings }: AuditWords): Html {
  return html`
    <section class="findings">
      <h2>${heading}</h2>
      ${noFindings === null ? html`` : html`<p>${noFindings}</p>`} ${content.map(findingCard)}
    </section>
  `;
}

function recipients({ recipients: { heading, content } }: AuditWords): Html {
  return html`
    <section class="recipients">
      <h2>${heading}</h2>
      ${content.rows.length === 0 ? html`<p>${content.none}</p>` : recipientTable(content)}
    </section>
  `;
}

function recipientTable({ head, rows }: RecipientTable): Html {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col"><bdi>${cell}</bdi></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(recipientRow)}
      </tbody>
    </table>
  </div>`;
}

function recipientRow({ name, hosts, declaration, declarationText, cells, sent }: RecipientLine): Html {
  const [whole] = cells;
  return html`<tr>
    <th scope="row">
      <div class="name">
        ${verdictMark(declaration, whole?.activity ?? 'not-looked')}
        <div>
          <bdi>${name}</bdi> ${hosts.length === 0 ? html`` : html`<p class="hosts"><bdi>${hosts.join(', ')}</bdi></p>`}
        </div>
      </div>
    </th>
    <td class="${declaration}">${declarationText}</td>
    ${cells.map(({ activity, text }) => html`<td class="${activity}">${text}</td>`)}
    <td class="number">${sent}</td>
  </tr>`;
}

function pages({ pages: { heading, content } }: AuditWords): Html {
  return html`<section>
    <h2>${heading}</h2>
    ${table(content)}
  </section>`;
}

function table({ head, rows }: TableWords): Html {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function glossary({ glossary: { heading, content } }: AuditWords): Html {
  return html`<section class="glossary">
    <h2>${heading}</h2>
    <div class="columns">${content.map(glossaryGroup)}</div>
  </section>`;
}

function glossaryGroup({ heading, entries }: GlossaryGroup): Html {
  const lines = entries.map(
    ({ term, text }) =>
      html`<div>
        <dt>${term}</dt>
        <dd>${text}</dd>
      </div>`,
  );
  return html`<section>
    <h3>${heading}</h3>
    <dl>${lines}</dl>
  </section>`;
}
