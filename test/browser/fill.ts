import type { Locator, Page } from 'playwright-core';

/** Text, number, date and one choice are strings (a date as 2026-12-31); several choices a list; a toggle is a boolean. */
export type Answer = string | boolean | readonly string[];

/**
 * A card is drawn anew whenever its conversation changes, and forgets what was typed. People try again; so do we, and take
 * more time for each try, as a slow machine may need it.
 */
const TRIES_MS = [2_500, 5_000, 10_000, 20_000, 40_000, 60_000];

/** Sees to it that the input with this label holds this answer, whatever kind of input it is. */
export async function fillInput(page: Page, card: Locator, label: string, answer: Answer): Promise<void> {
  const caption = page.locator('label.ac-richTextBlock, label.ac-textBlock').filter({ hasText: exactly(label) });
  const field = card.locator('div:has(> label):has(> .ac-input-container)').filter({ has: caption }).last();
  const box = field.locator('.ac-input-container');
  await box.waitFor();
  let trouble: unknown = 'the card was drawn anew each time';
  for (const timeout of TRIES_MS) {
    try {
      if (await holds(page, box, answer, timeout)) return;
      await enter(page, box, answer, timeout);
      if (await holds(page, box, answer, timeout)) return;
    } catch (error) {
      trouble = error;
    }
  }
  throw new Error(`"${label}" does not take ${JSON.stringify(answer)}`, { cause: trouble });
}

async function enter(page: Page, box: Locator, answer: Answer, timeout: number): Promise<void> {
  const input = box.locator('input, textarea').first();
  if (typeof answer === 'boolean') return await input.setChecked(answer, { force: true, timeout });
  if (typeof answer !== 'string') return await tick(box, answer, timeout);
  if ((await input.getAttribute('type', { timeout })) === 'radio') {
    return await box.locator('label', { hasText: exactly(answer) }).click({ timeout });
  }
  if ((await input.getAttribute('role', { timeout })) !== 'combobox') {
    await input.fill(answer, { timeout });
    // A number is only taken over when its field is left.
    return await input.blur({ timeout });
  }
  await input.click({ timeout });
  if ((await input.getAttribute('aria-haspopup', { timeout })) === 'dialog')
    return await pickDate(page, answer, timeout);
  await page.getByRole('option', { name: answer, exact: true }).click({ timeout });
}

async function tick(box: Locator, wanted: readonly string[], timeout: number): Promise<void> {
  for (const choice of await box.locator('.fui-Checkbox').all()) {
    const title = (await choice.locator('label').innerText({ timeout })).trim();
    await choice.getByRole('checkbox').setChecked(wanted.includes(title), { force: true, timeout });
  }
}

/** The date picker takes no typing, so a person leafs through its calendar. */
async function pickDate(page: Page, iso: string, timeout: number): Promise<void> {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const calendar = page.getByRole('dialog');
  const now = new Date();
  const months = (year - now.getFullYear()) * 12 + month - 1 - now.getMonth();
  const leaf = calendar.getByRole('button', { name: months < 0 ? /previous month/i : /next month/i });
  for (let n = 0; n < Math.abs(months); n++) await leaf.click({ timeout });
  const monthName = new Date(year, month - 1, day).toLocaleString('en-US', { month: 'long' });
  const name = `${day}, ${monthName}, ${year}`;
  await calendar.getByRole('button', { name, exact: true }).click({ timeout });
}

/** Whether the answer is still there once the page has come to rest. */
async function holds(page: Page, box: Locator, answer: Answer, timeout: number): Promise<boolean> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
  const input = box.locator('input, textarea').first();
  if (typeof answer === 'boolean') return (await input.isChecked({ timeout })) === answer;
  if (typeof answer !== 'string') return (await checked(box)).join('\n') === answer.join('\n');
  const type = await input.getAttribute('type', { timeout });
  if (type === 'radio') return (await checked(box)).includes(answer);
  const value = await input.inputValue({ timeout });
  const isDate = (await input.getAttribute('aria-haspopup', { timeout })) === 'dialog';
  return isDate ? value.includes(answer.slice(0, 4)) : value === answer;
}

async function checked(box: Locator): Promise<string[]> {
  const titles = await box.locator('span:has(> input:checked) > label').allInnerTexts();
  return titles.map((title) => title.trim());
}

/** A required input's label ends with a star; French sets a blank that doesn't break before its marks. */
function exactly(text: string): RegExp {
  const words = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  return new RegExp(`^\\s*${words}\\s*\\*?\\s*$`);
}
