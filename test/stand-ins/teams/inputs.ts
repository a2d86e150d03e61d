/** What a Teams client sends along from the inputs of a card, and what it refuses to send. */
import type { CardNode } from './shapes.ts';

/** What somebody typed, by input id. Booleans are for toggles. */
export type Filled = Record<string, string | number | boolean>;

/** The values of the inputs; throws where the client would show an error and send nothing. */
export function collect(inputs: CardNode[], filled: Filled): Record<string, string> {
  const known = new Set(inputs.map((input) => input.id));
  for (const id of Object.keys(filled))
    if (!known.has(id)) throw new Error(`The card has no input ${id}; it has ${[...known].join(', ') || 'none'}.`);
  const values: Record<string, string> = {};
  for (const input of inputs) {
    if (input.id === undefined) continue;
    const value = entered(input, filled[input.id]);
    check(input, value);
    // Like the client, which leaves an empty optional input out of the data only for choices and numbers.
    if (value !== '' || input.type === 'Input.Text') values[input.id] = value;
  }
  return values;
}

function entered(input: CardNode, typed: Filled[string] | undefined): string {
  if (input.type !== 'Input.Toggle') return String(typed ?? input.value ?? '');
  const on = input.valueOn ?? 'true';
  const off = input.valueOff ?? 'false';
  if (typed === undefined) return String(input.value ?? off);
  return typed === true || typed === on ? on : off;
}

function check(input: CardNode, value: string): void {
  const name = `${input.label ?? input.title ?? input.id}`;
  const refuse = (why: string) => {
    throw new Error(`The client would not send this: ${name}: ${input.errorMessage ?? why}`);
  };
  const unticked = input.type === 'Input.Toggle' && value === (input.valueOff ?? 'false');
  if (input.isRequired && (value === '' || unticked)) refuse('it is required');
  if (value === '') return;
  if (input.regex && !new RegExp(input.regex).test(value)) refuse(`it does not match ${input.regex}`);
  if (input.maxLength !== undefined && value.length > input.maxLength) refuse(`longer than ${input.maxLength}`);
  if (input.type === 'Input.Number') checkNumber(input, Number(value), refuse);
  if (input.type === 'Input.ChoiceSet' && input.choices && input.choices.length > 0) {
    const chosen = input.isMultiSelect ? value.split(',') : [value];
    for (const one of chosen)
      if (!input.choices.some((choice) => choice.value === one)) refuse(`${one} is not one of the choices`);
  }
}

function checkNumber(input: CardNode, value: number, refuse: (why: string) => void): void {
  if (Number.isNaN(value)) refuse('it is not a number');
  if (input.min !== undefined && value < Number(input.min)) refuse(`less than ${input.min}`);
  if (input.max !== undefined && value > Number(input.max)) refuse(`more than ${input.max}`);
}
