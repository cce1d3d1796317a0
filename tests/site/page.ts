/** Parts of a page: all are HTML and are not escaped. */
export interface PageOptions {
  readonly head?: string;
  /** Shown at the top; path → label. */
  readonly navigation?: Readonly<Record<string, string>>;
  readonly brand?: string;
}

/** A plain, readable HTML page. `body` is HTML. */
export function page(title: string, body: string, { head = '', navigation = {}, brand = title }: PageOptions = {}) {
  const links = Object.entries(navigation).map(([path, label]) => `<a href="${path}">${escapeHtml(label)}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
${head}
</head>
<body>
<header><strong>${escapeHtml(brand)}</strong><nav>${links.join('\n')}</nav></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const style = `
:root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif; }
body { margin: 0; color: light-dark(#1d2733, #e6eaef); background: light-dark(#fff, #14181d); }
header { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; padding: .9rem 1.5rem; border-bottom: 1px solid #8884; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem; }
main { max-width: 44rem; margin: 2rem auto 5rem; padding: 0 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; border-top: 1px solid #8884; padding-top: 1rem; }
a { color: light-dark(#0a5a9c, #8cc4ff); }
iframe { width: 100%; height: 14rem; border: 1px solid #8886; border-radius: .5rem; }
label { display: block; margin: .8rem 0; }
input, textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem; }
button { font: inherit; padding: .4rem 1rem; }
.lead { font-size: 1.2rem; }
`;
