/** What HTML says, without a mark of it: for texts that Microsoft wrote for a browser. */

/** What stands on lines of its own, or ends one. */
const onItsOwn = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'hr',
] as const) as ReadonlySet<string>;

/** What is in them is not for readers. */
const unread: Readonly<Record<string, RegExp>> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  head: /<\/head/gi,
};

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', bull: '•' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', copy: '©', reg: '®', trade: '™', middot: '·', eacute: 'é' },
};

/** In one pass from left to right, whatever stands there: a text of any length takes as long as it is long. */
export function plainText(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    text += html.slice(at, open);
    const name = /^<(?:[/!?]|([a-z][a-z0-9]{0,15}))/i.exec(html.slice(open, open + 20));
    if (!name) {
      text += '<';
      at = open + 1;
      continue;
    }
    const end = endOf(html, open, name[1]?.toLowerCase());
    // A mark that never ends is none that can be told from the text.
    if (end === -1) return decoded(text);
    text += gapFor(html.slice(open, open + 20));
    at = end;
  }
  return decoded(text + html.slice(at));
}

/** Where the mark is over; of what is not for readers, where that is. -1 where nothing ends it. */
function endOf(html: string, open: number, name: string | undefined): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const closing = unread[name ?? ''];
  if (!closing) return after(html, '>', open);
  closing.lastIndex = open;
  const found = closing.exec(html);
  return found ? after(html, '>', found.index) : -1;
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at === -1 ? -1 : at + sign.length;
}

function gapFor(tag: string): string {
  const [, name = ''] = /^<\/?([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  if (onItsOwn.has(name.toLowerCase())) return '\n';
  return /^t[dh]$/i.test(name) ? ' ' : '';
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
