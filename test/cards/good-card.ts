/** A card that breaks no rule and has something of everything, for the linter's own test to spoil. */
import type { Card } from '../../cards/card.ts';

/** As a test changes it: any property of any node may be set. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into it by path, to put in what no type would allow
export type Spoilt = any;

const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more });
const rich = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });
const block = (text: string) => ({ type: 'TextBlock', text, wrap: true });

function button(title: string, verb: string, data: object, associatedInputs = 'none') {
  const fallback = { type: 'Action.Submit', title, data: { verb, data }, associatedInputs };
  return { type: 'Action.Execute', title, verb, data, associatedInputs, fallback };
}

const filter = {
  type: 'Container',
  id: 'filter',
  isVisible: false,
  items: [
    { type: 'Input.Text', id: 'words', label: 'Words', placeholder: 'e.g. visio' },
    {
      type: 'Input.ChoiceSet',
      id: 'kind',
      label: 'Which',
      choices: [
        { title: 'everything', value: 'all' },
        { title: 'bought centrally', value: 'central' },
      ],
    },
    { type: 'ActionSet', actions: [button('Show', 'purchases', { status: 'trial' }, 'auto')] },
  ],
};

const badges = {
  type: 'Container',
  layouts: [{ type: 'Layout.Flow', columnSpacing: 'Small' }],
  items: [
    {
      type: 'Badge',
      text: 'trial',
      style: 'Warning',
      icon: 'Clock',
      fallback: rich(run('trial', { color: 'Warning' }), run(' · '), run('in hand: Jo')),
    },
    { type: 'Badge', text: 'in hand: Jo', style: 'Informative', fallback: 'drop' },
  ],
};

const bar = {
  type: 'Chart.HorizontalBar.Stacked',
  title: 'By product',
  data: [{ title: 'By product', data: [{ legend: 'Visio', value: 2, color: 'categoricalBlue' }] }],
  fallback: 'drop',
};

const row = {
  type: 'Container',
  selectAction: button('Open', 'purchase', { purchase: 'P-3' }),
  items: [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 3, items: [rich(run('Visio'), run(' ⚠ late', { color: 'Attention' }))] },
        { type: 'Column', width: 2, items: [block('12 seats')] },
      ],
    },
    { type: 'FactSet', facts: [{ title: 'Renews', value: 'tomorrow' }] },
    { type: 'Image', url: 'https://learn.microsoft.com/logo.png', altText: 'a logo' },
    badges,
    bar,
    rich(run('2 Visio')),
    { type: 'Icon', name: 'Cart', color: 'Accent', fallback: 'drop' },
    { type: 'ProgressBar', value: 2, max: 3, fallback: 'drop' },
  ],
};

export const untrusted: readonly string[] = ['Mallory ${1+1}', 'Visio', 'Jo', 'x'];

export function goodCard(): Card & { content: Spoilt } {
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: 'This card needs a newer Teams.',
    body: [
      { ...block('Purchases by journalists'), style: 'heading' },
      rich(run('Bought by Mallory ${1+1} and **Jo**')),
      filter,
      row,
      {
        type: 'ActionSet',
        actions: [
          button('Next', 'purchases', { page: 2 }),
          { type: 'Action.ToggleVisibility', title: 'Filter', targetElements: ['filter'] },
          { type: 'Action.OpenUrl', title: 'Read more', url: 'https://learn.microsoft.com/x' },
        ],
      },
    ],
  };
  return { content: structuredClone(content), summary: 'Two purchases' };
}
