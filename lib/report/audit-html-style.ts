/** The popup's colours (assets/styles/tokens.css, kept in step by a test); print is always light. */
const light = `
  --paper: #f7f7f5;
  --surface: #ffffff;
  --sunk: #eeeeeb;
  --line: #e2e2de;
  --line-strong: #c4c4bf;
  --ink: #1a1c20;
  --ink-2: #5a5e66;
  --ink-3: #8a8e96;
  --ink-quote: #3a3d44;
  --declared: #3949ab;
  --observed: #0a7260;
  --warning: #8a4b00;
  --warning-soft: #fdf0db;
  --error: #b3201f;`;

const dark = `
  --paper: #16181c;
  --surface: #1e2025;
  --sunk: #282b31;
  --line: #30343b;
  --line-strong: #4c515b;
  --ink: #eceef1;
  --ink-2: #a9aeb8;
  --ink-3: #7b818c;
  --ink-quote: #cfd2d9;
  --declared: #95a2f7;
  --observed: #52cdb4;
  --warning: #f0b968;
  --warning-soft: #35291a;
  --error: #ff948b;`;

const page = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); text-size-adjust: 100%; }
body {
  max-width: 62rem;
  margin: 0 auto;
  padding: 56px 32px 40px;
  color: var(--ink);
  font: 15px/1.55 var(--sans);
}
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 48px; }
h1, h2, h3, p, dl, dd, ul, blockquote { margin: 0; }
ul { padding: 0; list-style: none; }
h1 { font-size: 34px; font-weight: 680; letter-spacing: -0.022em; line-height: 1.15; overflow-wrap: anywhere; }
h2 { margin-bottom: 14px; font-size: 21px; font-weight: 660; letter-spacing: -0.012em; line-height: 1.3; }
h3 { font-size: 15px; font-weight: 620; line-height: 1.45; }
bdi { overflow-wrap: anywhere; }
code { font: 0.86em/1.5 var(--mono); }
dt { color: var(--ink-2); font-size: 12.5px; font-weight: 600; }
.brand { display: flex; align-items: center; gap: 8px; margin-bottom: 28px; font-weight: 650; }
.declared-half { fill: var(--declared); }
.observed-half { fill: var(--observed); }
.lead { max-width: 46rem; margin-top: 14px; color: var(--ink-2); font-size: 17px; text-wrap: pretty; }
.figures {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
  gap: 20px;
  margin: 32px 0 0;
  padding: 20px 0;
  border-block: 1px solid var(--line-strong);
}
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font-size: 28px; font-weight: 640; letter-spacing: -0.02em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures dt { font-weight: 500; line-height: 1.35; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 12px 40px; margin-top: 24px; }
.facts div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 16px; align-items: baseline; }
figure { margin: 0; }
.picture { margin-top: 24px; }
.picture figcaption { margin-bottom: 12px; font-weight: 620; }
.patterns { position: absolute; }
.bars { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 8px 20px; align-items: center; }
.bars p { max-width: 13rem; color: var(--ink-2); font-size: 13.5px; line-height: 1.3; }
.bars p:first-child { color: var(--ink); font-weight: 600; }
.bars svg { display: block; overflow: visible; }
.part { x: 1px; y: 1px; width: calc(100% - 2px); height: calc(100% - 2px); stroke-width: 1.5; }
.bars text { fill: var(--ink); stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; font-size: 13px; font-weight: 680; font-variant-numeric: tabular-nums; text-anchor: middle; dominant-baseline: central; }
.bars text.named { fill: var(--surface); stroke: none; }
.part.named { fill: var(--observed); }
#hatch .ground, #dots .ground { fill: var(--warning-soft); }
#hatch .ink, #dots .ink { fill: var(--warning); }
#lines .ground { fill: var(--sunk); }
#lines .ink { fill: var(--ink-3); }
.part.not-seen { fill: var(--surface); stroke: var(--declared); }
.part.not-told { fill: none; stroke: var(--ink-3); stroke-dasharray: 3 3; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 22px; margin-top: 14px; color: var(--ink-2); font-size: 13px; }
.legend li { display: flex; gap: 8px; align-items: center; }
.legend svg { flex: none; overflow: visible; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--ink-2); font-size: 13px; }
`;

const parts = `
.icon { flex: none; margin-top: 3px; fill: none; stroke: currentcolor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.missed > ul > li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 12px; }
.missed ul { display: grid; gap: 10px; }
.gaps { padding: 18px 20px; border-radius: 12px; background: var(--warning-soft); }
.gaps .icon { color: var(--warning); }
.gaps ul { gap: 2px; margin-top: 4px; padding-inline-start: 18px; list-style: disc; color: var(--ink-quote); font-size: 13.5px; }
.limits { padding: 14px 20px 0; color: var(--ink-2); font-size: 13.5px; }
.findings { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
.findings h2 { margin-bottom: 0; }
.card { padding: 18px 20px 14px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.card h3 { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 12px; font-size: 16px; }
.severity { font-weight: 700; margin-inline-end: 4px; }
.error .icon, .error .severity { color: var(--error); }
.warning .icon, .warning .severity { color: var(--warning); }
.note .icon, .note .severity { color: var(--ink-2); }
.card dl { display: grid; gap: 12px; margin-top: 14px; padding-inline-start: 28px; }
.card dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 16px; align-items: baseline; }
.card dd ul { display: grid; gap: 2px; }
blockquote { padding-inline-start: 14px; border-inline-start: 2px solid var(--line-strong); color: var(--ink-quote); overflow-wrap: anywhere; }
blockquote + blockquote, .quoted + .quoted { margin-top: 8px; }
.from { padding-inline-start: 16px; color: var(--ink-2); font-size: 12.5px; }
.judgement { margin: 14px 0 0 28px; padding: 10px 14px; border-radius: 8px; background: var(--sunk); }
.judgement b { margin-inline-end: 8px; color: var(--ink-2); font-size: 12.5px; font-weight: 600; }
.key { margin-top: 12px; padding-inline-start: 28px; color: var(--ink-2); font: 11.5px/1.4 var(--mono); }
.wide { overflow-x: auto; }
thead bdi, td:not(:has(bdi)) { overflow-wrap: normal; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.45; }
th, td { min-width: 4.75rem; padding: 8px 14px 8px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { color: var(--ink-2); font-size: 12.5px; font-weight: 600; vertical-align: bottom; border-bottom-color: var(--line-strong); }
.card tbody tr:last-child > * { border-bottom: 0; }
.card thead th { padding-top: 0; }
.card thead th:first-child { min-width: 10.5rem; }
.number { font-variant-numeric: tabular-nums; }
.name { display: flex; gap: 10px; min-width: 11rem; font-weight: 600; }
.hosts { color: var(--ink-2); font-size: 12px; font-weight: 400; }
td.active { color: var(--observed); font-weight: 600; }
td.stopped, td.not-declared { color: var(--warning); font-weight: 600; }
td.not-seen, td.not-looked, td.not-observable, td.no-declaration { color: var(--ink-2); }
.verdict { flex: none; margin-top: 1px; }
.verdict path { fill: none; stroke: var(--ink-3); stroke-width: 1.3; stroke-linejoin: round; }
.verdict .declared { fill: var(--declared); stroke: var(--declared); }
.verdict .named-in-text { stroke: var(--declared); }
.verdict .not-declared { stroke: var(--warning); stroke-dasharray: 2.2 1.8; }
.verdict .active { fill: var(--observed); stroke: var(--observed); }
.verdict .stopped, .verdict .bar { stroke: var(--warning); stroke-linecap: round; }
.verdict .not-looked, .verdict .not-observable, .verdict .no-declaration { stroke-dasharray: 1 2; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 28px 40px; }
.columns dl { display: grid; gap: 8px; margin-top: 8px; font-size: 13.5px; }
.columns dl div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 12px; align-items: baseline; }
.columns dt { color: var(--ink); }
.columns dd { color: var(--ink-2); }
@media (max-width: 640px) {
  body { padding: 28px 16px; }
  .card dl > div, .facts div, .columns dl div { grid-template-columns: minmax(0, 1fr); gap: 2px; }
  .bars { grid-template-columns: minmax(0, 1fr); gap: 2px; }
  .bars p { max-width: none; }
  .bars p:not(:first-child) { margin-top: 8px; }
  .card dl, .key { padding-inline-start: 0; }
  .judgement { margin-inline-start: 0; }
}
`;

const print = `
@page { margin: 16mm 15mm 18mm; }
@media print {
  html { background: none; }
  body { max-width: none; padding: 0; font-size: 10.5pt; print-color-adjust: exact; }
  main { gap: 28px; }
  h2, h3, thead { break-after: avoid; }
  tr, .missed li, .figures, .picture, .judgement { break-inside: avoid; }
  .wide { overflow: visible; }
  table, .columns dl { font-size: 9.5pt; }
  .name { min-width: 0; }
}
`;

/** Works alone: no font, picture or sheet is loaded. */
export const auditStyle = `
:root {
  color-scheme: light dark;${light}
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', 'DejaVu Sans Mono', monospace;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {${dark}
  }
}
${page}${parts}${print}`;
