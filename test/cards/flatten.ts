/**
 * A card as lines that a reviewer can read: everything on it, hidden parts too, with what each button runs and where each link
 * leads. `test/stand-ins/teams/screen.ts` shows what a person sees; this shows what there is.
 */
import type { Card } from '../../cards/card.ts';
import { isNode, listOf, type Node } from './walk.ts';

export function flatten({ content, summary }: Card): string {
  const lines = [
    `(notification) ${summary}`,
    `(old Teams)    ${content['fallbackText']}`,
    ...nodes(content, 'body').flatMap(linesOf),
  ];
  return oneKindOfSpace(lines.join('\n'));
}

function nodes(node: Node, property: string): Node[] {
  return listOf(node[property]).filter(isNode);
}

function linesOf(node: Node): string[] {
  switch (node['type']) {
    case 'TextBlock':
      return [`${node['style'] === 'heading' ? '# ' : ''}${escaped(node['text'])}`];
    case 'RichTextBlock':
      return [
        nodes(node, 'inlines')
          .map(({ text }) => escaped(text))
          .join(''),
      ];
    case 'ColumnSet':
      return [
        nodes(node, 'columns')
          .map((column) => nodes(column, 'items').flatMap(linesOf).join(' / '))
          .join(' | '),
      ];
    case 'ActionSet':
      return [nodes(node, 'actions').map(button).join(' ')];
    case 'Input.Text':
      return [`${node['label']}: [${escaped(node['value'] ?? '')}] (${node['placeholder']})`, ...required(node)];
    case 'Input.Date':
      return [`${node['label']}: [${node['value'] ?? ''}] (a day)`];
    case 'Input.ChoiceSet':
      return [`${node['label']}: ${nodes(node, 'choices').map(choiceOf(node)).join(' ')}`, ...required(node)];
    case 'Badge':
      return [`{${String(node['style']).toLowerCase()}: ${escaped(node['text'])}}`];
    case 'Icon':
      return [`{icon ${node['name']}}`];
    case 'ProgressBar':
      return [`{bar: ${node['value']} of ${node['max']}}`];
    case 'Chart.HorizontalBar.Stacked':
      return [`{bar: ${node['title']}}`];
    default:
      return container(node);
  }
}

function required(node: Node): string[] {
  return node['isRequired'] === true ? [`  (without: ${node['errorMessage']})`] : [];
}

function container(node: Node): string[] {
  // Nothing is drawn above the first thing in a container.
  const lines = nodes(node, 'items').flatMap((item, at) =>
    at === 0 ? linesOf({ ...item, separator: false }) : linesOf(item),
  );
  // What flows stands side by side.
  const inner = node['layouts'] === undefined ? lines : [lines.join(' ')];
  const select = node['selectAction'];
  if (isNode(select))
    return [`> ${inner[0] ?? ''}`, ...inner.slice(1).map((line) => `  ${line}`), `  ${button(select)}`];
  if (node['isVisible'] === false) return [`(hidden: ${node['id']})`, ...inner.map((line) => `  ${line}`)];
  // The rows of a list stand apart anyway.
  const [first] = nodes(node, 'items');
  const isRows = first?.['separator'] === true && isNode(first['selectAction']);
  return [...(node['separator'] === true && !isRows ? ['--'] : []), ...inner];
}

function choiceOf({ value: chosen }: Node): (choice: Node) => string {
  return ({ title, value }) => `${value === chosen ? '(•)' : '( )'} ${title}`;
}

/** `[Next → purchases kind=decide page=2]` */
function button(action: Node): string {
  const { title, verb, data, url } = action;
  if (action['type'] === 'Action.OpenUrl') return `[${title} ${url}]`;
  if (action['type'] === 'Action.ToggleVisibility') return `[${title} ↕ ${listOf(action['targetElements']).join()}]`;
  const given = isNode(data) ? Object.entries(data).map(([name, value]) => ` ${name}=${escaped(value)}`) : [];
  const inputs = action['associatedInputs'] === 'auto' ? ' +inputs' : '';
  const style = action['style'] === undefined ? '' : ` (${action['style']})`;
  return `[${title}${style} → ${verb}${given.join('')}${inputs}]`;
}

/** One line stays one line. */
function escaped(text: unknown): string {
  return String(text).replaceAll('\n', '⏎');
}

/** Which no-break space Node's language data writes has changed before; whether there is one is checked elsewhere. */
function oneKindOfSpace(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
