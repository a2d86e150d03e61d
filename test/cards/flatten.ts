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
      return [`${node['label']}: [${escaped(node['value'] ?? '')}] (${node['placeholder']})`];
    case 'Input.Date':
      return [`${node['label']}: [] (a day)`];
    case 'Input.ChoiceSet':
      return [
        `${node['label']}: ${nodes(node, 'choices').map(choiceOf(node)).join(' ')}`,
        ...(node['isRequired'] === true ? [`  (without: ${node['errorMessage']})`] : []),
      ];
    default:
      return container(node);
  }
}

function container(node: Node): string[] {
  const inner = nodes(node, 'items').flatMap(linesOf);
  const select = node['selectAction'];
  if (isNode(select))
    return [`> ${inner[0] ?? ''}`, ...inner.slice(1).map((line) => `  ${line}`), `  ${button(select)}`];
  if (node['isVisible'] === false) return [`(hidden: ${node['id']})`, ...inner.map((line) => `  ${line}`)];
  return [...(node['separator'] === true ? ['--'] : []), ...inner];
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
  return `[${title} → ${verb}${given.join('')}${inputs}]`;
}

/** One line stays one line. */
function escaped(text: unknown): string {
  return String(text).replaceAll('\n', '⏎');
}

/** Which no-break space Node's language data writes has changed before; whether there is one is checked elsewhere. */
function oneKindOfSpace(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
