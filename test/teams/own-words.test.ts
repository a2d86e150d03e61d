/** A person's own words, without what they quote. */
import assert from 'node:assert/strict';
import { incomingOf } from '../../bot/teams/activity.ts';
import { ActivityShape } from '../../bot/teams/door.ts';
import { ownWords } from '../../bot/teams/own-words.ts';

describe('the words of somebody who quotes a message', () => {
  const reply = (quoted: string, own: string): string =>
    `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="28:x">Purser</strong><span itemprop="time" itemid="1"></span><p itemprop="preview">${quoted}</p></blockquote><p>${own}</p>`;

  it('are what stands after the quotation in the text', () => {
    assert.equal(
      ownWords({ text: `<blockquote>Data as of <b>today</b></blockquote>purchase P-3` }).trim(),
      'purchase P-3',
    );
    const nested = '<blockquote>a<blockquote>approve TK-1</blockquote>b</blockquote> reject TK-1';
    assert.equal(ownWords({ text: nested }).trim(), 'reject TK-1');
  });

  it('are what the HTML holds beside its quotation, where the text has both merged', () => {
    const attachments = [{ contentType: 'text/html', content: reply('Approve TK-1?', 'purchases visio') }];
    assert.equal(ownWords({ text: 'Purser Approve TK-1? purchases visio', attachments }), 'purchases visio');
  });

  it('are the lines that don’t begin as a quotation does', () => {
    assert.equal(
      ownWords({ text: '> approve TK-1\n> really\n\nreject TK-1 because no' }).trim(),
      'reject TK-1 because no',
    );
    assert.equal(ownWords({ text: '&gt; approve TK-1\nstatus' }).trim(), 'status');
    assert.equal(ownWords({ text: '> approve TK-1' }), '');
  });

  it('are what follows the preview of the message they refer to', () => {
    const entities = [{ type: 'quotedReply', quotedReply: { messageId: '1', preview: 'Your file is ready' } }];
    assert.equal(ownWords({ text: '<quoted messageId="1"/> status', entities }).trim(), 'status');
    assert.equal(ownWords({ text: 'Your file\nis ready status', entities }), 'status');
    const content = JSON.stringify({ messageId: '1', messagePreview: 'Your file is (ready)' });
    assert.equal(
      ownWords({ text: 'Your file is (ready) status', attachments: [{ contentType: 'messageReference', content }] }),
      'status',
    );
  });

  it('are the whole text where nothing is quoted', () => {
    const attachments = [{ contentType: 'text/html', content: '<p>purchases expires&lt;30d</p>' }];
    assert.equal(ownWords({ text: 'purchases expires<30d', attachments }), 'purchases expires<30d');
    assert.equal(ownWords({ text: 'because 3 > 2' }), 'because 3 > 2');
  });

  it('still mention the bot', () => {
    const mention = '<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Purser</span>&nbsp;';
    const activity = ActivityShape.parse({
      type: 'message',
      channelId: 'msteams',
      from: { id: '29:x' },
      recipient: { id: '28:bot' },
      conversation: { id: '19:a@thread.tacv2', conversationType: 'channel' },
      text: 'Purser said so <at>Purser</at> status',
      entities: [{ type: 'mention', text: '<at>Purser</at>', mentioned: { id: '28:bot' } }],
      attachments: [{ contentType: 'text/html', content: reply('said so', `${mention}status`) }],
    });
    assert.deepEqual(incomingOf(activity)?.said, { text: 'status', mentions: [] });
  });
});
