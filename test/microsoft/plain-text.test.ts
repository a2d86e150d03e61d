/** What HTML says. */
import assert from 'node:assert/strict';
import { plainText } from '../../bot/microsoft/plain-text.ts';

describe('the plain text of HTML', () => {
  const table: [html: string, text: string][] = [
    ['', ''],
    ['no marks at all', 'no marks at all'],
    ['<p>one</p><p>two</p>', '\none\n\ntwo\n'],
    ['a<br/>b<BR>c', 'a\nb\nc'],
    ['<a href="https://evil.example">here</a>', 'here'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['a &amp;&lt;b&gt;&nbsp;&#233;&#xe9;&rsquo;&unheard;', 'a &<b> éé’&unheard;'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&#0;&#x110000;&#9999999;', '&#0;&#x110000;&#9999999;'],
    ['a<script>b("</p>")</script >c', 'ac'],
    ['a<style>b', 'a'],
    ['a<!-- <p>b</p> -->c', 'ac'],
    ['a<b', 'a'],
    ['<td>a</td><td>b</td>', ' a  b '],
  ];
  for (const [html, text] of table)
    it(`of ${JSON.stringify(html)} is ${JSON.stringify(text)}`, () => assert.equal(plainText(html), text));

  it('takes no longer than it is long, whatever stands there', () => {
    const began = performance.now();
    for (const each of ['<', '<p', '<!--', '<script>', '&', '&#', '</script', '<p>'])
      plainText(each.repeat(200_000 / each.length));
    assert.ok(performance.now() - began < 5_000);
  });
});
