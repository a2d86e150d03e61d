/** What was found, on one screen: plain text, without colours, the gaps in the order to mend them. */
import { type Area, type Finding, type Gap, inOrder, shownName } from './gaps.ts';
import type { Words } from './words/shape.ts';

export function screen(findings: readonly Finding[], words: Words, now: Date): string {
  const gaps = inOrder(findings);
  const needed = gaps.filter((gap) => gap.needed);
  const chosen = gaps.filter((gap) => !gap.needed);
  const at = `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    words.head(at),
    '',
    ...areasIn(findings, words),
    ...section(
      words.todo,
      told(needed, (n) => `${n}. `, words),
    ),
    ...section(
      words.optional,
      told(chosen, () => '- ', words),
    ),
    '',
    verdict(findings, needed.length, words),
    '',
  ].join('\n');
}

function verdict(findings: readonly Finding[], needed: number, words: Words): string {
  if (!isWhole(findings)) return words.notReady(needed);
  return findings.some(({ about }) => about['pilot']) ? words.readyPilot : words.ready;
}

/** What may stay unknown: nothing rests on it. */
const besides: readonly Area[] = ['clock', 'app', 'more'];

/** All that is needed is there, and was looked at. */
export function isWhole(findings: readonly Finding[]): boolean {
  return findings.every(({ area, state }) => state === 'good' || (state === 'unknown' && besides.includes(area)));
}

/** Where the settings alone keep all the rest from being looked at, that is one line. */
function areasIn(all: readonly Finding[], words: Words): string[] {
  const rest = all.filter(({ state }) => state === 'unknown');
  const isAllElse = rest.length === all.length - 1;
  const findings = isAllElse ? all.filter(({ state }) => state !== 'unknown') : all;
  const lines = linesOf(findings, words);
  return isAllElse ? [...lines, `  ${words.restUnlooked(rest.map(({ area }) => words.areas[area].title))}`] : lines;
}

function linesOf(findings: readonly Finding[], words: Words): string[] {
  const titles = findings.map(({ area }) => words.areas[area].title);
  const width = Math.max(...titles.map(({ length }) => length));
  const marks = Math.max(...Object.values(words.state).map(({ length }) => length));
  return findings.map((finding, at) => {
    const title = (titles[at] ?? '').padEnd(width);
    return `  ${words.state[finding.state].padEnd(marks)}  ${title}  ${noteOn(finding, words)}`.trimEnd();
  });
}

function noteOn({ area, state, gaps, about }: Finding, words: Words): string {
  if (state === 'unknown') return words.unlooked;
  if (state === 'gap') return gaps.map(shownName).join(', ');
  return words.areas[area].good(about);
}

function section(head: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', head, ...lines] : [];
}

/** Where several are mended in the same way, it is said once, below them. */
function told(gaps: readonly Gap[], mark: (n: number) => string, words: Words): string[] {
  const all = gaps.map((gap) => ({ gap, words: words.gaps[gap.name](gap.about) }));
  return all.flatMap(({ gap, words: [wrong, mend] }, at) => {
    const begin = `  ${mark(at + 1)}`;
    const line = `${begin}${shownName(gap)}: ${wrong}`;
    return all[at + 1]?.words[1] === mend ? [line] : [line, `${' '.repeat(begin.length)}→ ${mend}`];
  });
}
