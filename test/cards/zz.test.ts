import { states } from '/work/main/test/cards/states.ts';
import { lint, sizeOf } from '/work/main/test/cards/lint.ts';
import { flatten } from '/work/main/test/cards/flatten.ts';
import { writeFileSync } from 'node:fs';
describe('x', () => { it('y', async () => {
  const t = Date.now();
  const all = await states();
  console.log(all.length, Date.now() - t, 'ms');
  const seen = new Map<string, string[]>();
  for (const s of all) for (const c of lint(s.card, { untrusted: s.untrusted, hosts: ['intranet.contoso.example'] })) {
    const k = c.replace(/\d+/g, 'N'); seen.set(k, [...(seen.get(k) ?? []), `${s.name}/${s.language}`]);
  }
  for (const [k, v] of seen) console.log(k, '\n     ', v.length, v.slice(0, 3).join(' ; '));
  for (const l of ['en', 'fr']) writeFileSync(`/tmp/golden-${l}.txt`, all.filter((s) => s.language === l).map((s) => `=== ${s.name}\n${flatten(s.card)}\n`).join('\n'));
  console.log('max', all.map((s) => ({ n: s.name, ...sizeOf(s.card) })).sort((a, b) => b.utf8 - a.utf8).slice(0, 3));
}); });
