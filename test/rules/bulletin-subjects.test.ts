/** Which posts of the message centre are about self-service: titles as Microsoft writes them, and what only sounds like it. */
import assert from 'node:assert/strict';
import { firstSentences } from '../../bot/rules/bulletins/look.ts';
import { subjectOf } from '../../bot/rules/bulletins/subjects.ts';

describe('a post of the message centre', () => {
  const about: [title: string, text: string, subject: string][] = [
    ['(Updated) Microsoft 365 admin center: New self-service purchase and trial settings', '', 'purchases'],
    ['Self-Service Purchases for Power Platform', '', 'purchases'],
    ['Planner: new plans', 'Use the AllowSelfServicePurchase policy to turn it off.', 'purchases'],
    ['Commerce: the MSCommerce module changes', '', 'purchases'],
    ['Self-service license requests in the admin center', '', 'purchases'],
    ['Settings move', 'Manage self-service trials and purchases in Org settings.', 'purchases'],
    ['Notifications when users start trials', 'Oversight of users who start self-service trials.', 'trials'],
    ['Teams: viral trials end', '', 'trials'],
    ['Power Apps', 'Self-service sign-up for Power Apps is on by default.', 'trials'],
    ['Free trials of Loop', '', 'trials'],
    ['Teams Premium: user-initiated trials', '', 'trials'],
    ['Org settings', 'Users can start trials on behalf of your organization.', 'trials'],
    ['Visio Plan 3 available for self-service purchase', '', 'products'],
    ['Copilot', 'People in your organization will be able to buy Copilot from March.', 'products'],
    ['Copilot', 'Users can now purchase Copilot licenses on their own.', 'products'],
    ['Project: a new self-service product', '', 'products'],
  ];
  for (const [title, text, subject] of about)
    it(`“${title}”${text && `, “${text}”`} is about ${subject}`, () =>
      assert.equal(subjectOf({ title, text }), subject));

  const not: [title: string, text?: string][] = [
    ['Microsoft Entra ID: self-service password reset on the sign-in page'],
    ['Self-service group management moves to My Groups'],
    ['Power BI: self-service analytics and reports'],
    ['SharePoint: self-service site creation and restore'],
    ['Teams Premium: webinar tickets', 'People can buy tickets before a webinar begins.'],
    ['Copilot trial for admins', 'Admins start a free trial in the admin center.'],
    ['Dynamics 365: purchase orders', 'Users can purchase goods with fewer clicks.'],
    ['Exchange Online: trial of the new transport', 'The trial period ends in May.'],
    ['', ''],
  ];
  for (const [title, text = ''] of not)
    it(`“${title}”${text && `, “${text}”`} is about nothing of that`, () =>
      assert.equal(subjectOf({ title, text }), undefined));

  it('is shown by its first whole sentences, or by the beginning of one that is too long', () => {
    assert.equal(firstSentences(''), '');
    assert.equal(firstSentences('One.\n\nTwo.'), 'One. Two.');
    assert.equal(firstSentences(`One. ${'X'.repeat(500)}.`), 'One.');
    const long = firstSentences('y'.repeat(9_000));
    assert.equal(long.length, 400);
    assert.ok(long.endsWith('…'));
  });
});
