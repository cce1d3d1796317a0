import type { Picture, PictureBar, PictureKind } from '../words/describe-picture';
import { type Html, html } from './html';

/** The bars with their legend. Kinds differ by pattern as well as by colour, and each part bears its number. */
export function picture({ heading, bars, legend }: Picture): Html {
  const scale = scaleOf(bars);
  return html`<figure class="picture">
    <figcaption>${heading}</figcaption>
    ${patterns}
    <div class="bars">
      ${bars.map(
        (bar) =>
          html`<p><bdi>${bar.name}</bdi></p>
            ${barOf(bar, scale)}`,
      )}
    </div>
    <ul class="legend">
      ${legend.map(({ kind, text }) => html`<li>${swatch(kind)} ${text}</li>`)}
    </ul>
  </figure>`;
}

/** In pixels, so that they look the same in bars of any width. */
const patterns = html`<svg class="patterns" width="0" height="0" aria-hidden="true">
  <defs>
    <pattern id="hatch" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)">
      <rect class="ground" width="6" height="6" />
      <rect class="ink" width="2.2" height="6" />
    </pattern>
    <pattern id="dots" patternUnits="userSpaceOnUse" width="6" height="6">
      <rect class="ground" width="6" height="6" />
      <circle class="ink" cx="3" cy="3" r="1.3" />
    </pattern>
    <pattern id="lines" patternUnits="userSpaceOnUse" width="5" height="5">
      <rect class="ground" width="5" height="5" />
      <rect class="ink" width="5" height="1.4" />
    </pattern>
  </defs>
</svg>`;

const height = 30;
const fills: Readonly<Partial<Record<PictureKind, string>>> = {
  'not-named': 'url(#hatch)',
  'no-policy': 'url(#hatch)',
  unidentified: 'url(#dots)',
  stopped: 'url(#lines)',
};

/** A few recipients are no long bar, and a part among many is wide enough for its number. */
interface Scale {
  readonly whole: number;
  readonly least: number;
}

const leastWhole = 10;
const leastShare = 0.04;

function scaleOf(bars: readonly PictureBar[]): Scale {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const most = Math.max(leastWhole, ...bars.map(({ parts }) => sum(parts.map(({ count }) => count))));
  const least = most * leastShare;
  const widths = bars.map(({ parts }) => sum(parts.map(({ count }) => Math.max(count, least))));
  return { whole: Math.max(most, ...widths), least };
}

function barOf({ parts, words }: PictureBar, { whole, least }: Scale): Html {
  const share = (width: number) => `${Math.round((width / whole) * 10_000) / 100}%`;
  let before = 0;
  const drawn = parts.map(({ kind, count, text }) => {
    const width = Math.max(count, least);
    const x = share(before);
    before += width;
    return html`<svg x="${x}" width="${share(width)}" height="${height}">
      ${block(kind)}
      <text class="${kind}" x="50%" y="${height / 2}">${text}</text>
    </svg>`;
  });
  return html`<svg width="100%" height="${height}" role="img" aria-label="${words}">${drawn}</svg>`;
}

function swatch(kind: PictureKind): Html {
  return html`<svg width="26" height="14" aria-hidden="true">${block(kind)}</svg>`;
}

/** As large as what it stands in, but for the gap to the next. */
function block(kind: PictureKind): Html {
  const fill = fills[kind];
  return html`<rect
    class="part ${kind}"
    ${fill === undefined ? html`` : html`fill="${fill}"`}
    width="100%"
    height="100%"
    rx="3"
  />`;
}
