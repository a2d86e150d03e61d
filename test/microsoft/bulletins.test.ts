/** What the gateway makes of the message centre, whoever answers in its place. */
import assert from 'node:assert/strict';
import { announced } from '../stand-ins/tenant/index.ts';
import { troubleIn, useGateway } from './fixture.ts';

describe('the message centre', () => {
  const its = useGateway();
  const at = new Date('2026-10-01T08:00:00Z');
  const has = (...changes: Parameters<typeof announced>[0][]): void => {
    its.tenant.company.messages = changes.map((change) => announced(change, at));
  };

  it('is read in plain words', async () => {
    has({
      ...{ id: 'mc1300001', title: '  A\u202e title ', content: '<p>One &amp; two.</p><p>Three.</p>' },
      actionRequiredByDateTime: '2027-02-01T00:00:00Z',
    });
    assert.deepEqual(await its.commerce.bulletins(), [
      {
        ...{ id: 'MC1300001', title: 'A title', text: 'One & two.\n\nThree.' },
        ...{ changedAt: at.toISOString(), actBy: '2027-02-01T00:00:00.000Z' },
      },
    ]);
  });

  it('leaves out what is no post, or has no date, and keeps the others', async () => {
    const none = 'not a date';
    has(
      { id: 'https://evil.example/', title: 'x', content: '' },
      { id: 'MC1/../..', title: 'x', content: '' },
      { id: 'MC2', title: 'x', content: '', startDateTime: none, lastModifiedDateTime: none },
      { id: 'MC3', title: '', content: '', lastModifiedDateTime: none, actionRequiredByDateTime: '9999-12-31' },
    );
    assert.deepEqual(await its.commerce.bulletins(), [
      { id: 'MC3', title: 'MC3', text: '', changedAt: at.toISOString(), actBy: null },
    ]);
  });

  it('of which nothing can be read is trouble', async () => {
    has({ id: 'x', title: 'x', content: '' });
    assert.equal(await troubleIn(its.commerce.bulletins()), 'broken-answer');
  });

  it('of very long texts keeps the beginning, and keeps nobody waiting', async () => {
    has(
      ...Array.from({ length: 20 }, (_, n) => ({
        id: `MC${n + 1}`,
        title: 'x',
        content: '<p>so long.</p>'.repeat(20_000),
      })),
    );
    const began = performance.now();
    const posts = await its.commerce.bulletins();
    assert.ok(posts.every(({ text }) => text.length <= 20_000));
    assert.ok(performance.now() - began < 10_000);
  });
});
