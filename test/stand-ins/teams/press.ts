/** Pressing a button of a card, as a Teams client does it. */
import { invoke, submission } from './activities.ts';
import type { Chat, Post } from './chat.ts';
import { complaintsAbout } from './complaints.ts';
import { collect, type Filled } from './inputs.ts';
import type { Person } from './person.ts';
import { type Button, buttons, byId, visibleText } from './screen.ts';
import { type Activity, type Answer, adaptiveCard, type CardNode } from './shapes.ts';
import type { World } from './world.ts';

/** A title, or the visible text of something pressed as a whole; or a test of what can be pressed. */
export type Wanted = string | RegExp | ((button: Button) => boolean);

export interface Pressing {
  /** On the card of this post, instead of the newest card this person sees. */
  on?: Post;
  /** On the newest card of this chat. */
  in?: Chat;
  /** What was typed first, by input id. */
  inputs?: Filled;
  /** As an old client does: the button's `Action.Submit` fallback instead of `Action.Execute`. */
  fallback?: boolean;
  trigger?: 'manual' | 'automatic';
  /** Teams hangs up after so many milliseconds, in real time. */
  hangsUpAfter?: number;
}

export interface Pressed {
  what: 'execute' | 'submit' | 'url' | 'toggle' | 'card';
  /** Of the bot's answer; 0 where nothing was sent. */
  status: number;
  /** Where an `Action.OpenUrl` leads. */
  url?: string;
  /** What replaced the card for this person, and only for this person. */
  card?: CardNode;
  /** What the bot said instead. */
  message?: string;
  error?: { code?: string; message?: string };
  answer?: Answer;
  activity?: Activity;
}

interface Target {
  chat: Chat;
  post: Post;
  /** A copy of the person's view, for the client to change. */
  card: CardNode;
}

function look(person: Person, { on, in: chat }: Pressing): Target {
  const post = on ?? person.newestCard(chat)?.post;
  const card = post && person.view(post);
  if (!post || !card) throw new Error(`${person.name} sees no card. On the screen:\n${person.screen()}`);
  const where = [...person.chats].find((one) => one.posts.includes(post));
  if (!where) throw new Error(`${person.name} can't see that post`);
  return { chat: where, post, card: structuredClone(card) };
}

function matches(button: Button, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(button);
  if (wanted instanceof RegExp) return wanted.test(button.title);
  // As people say it: without the mark of what opens a browser.
  return button.title.replace(/ ↗$/, '') === wanted;
}

/** Exactly one: a person presses one thing, and a test should say which. */
function choose(person: Person, card: CardNode, wanted: Wanted): Button {
  const all = buttons(card);
  let found = all.filter((button) => matches(button, wanted));
  if (found.length === 0 && typeof wanted === 'string')
    found = all.filter((button) => button.select && button.title.includes(wanted));
  const [button] = found;
  const list = () => all.map((one) => `[${one.title}]`).join(' ');
  if (!button)
    throw new Error(
      `${person.name} sees no ${typeof wanted === 'function' ? wanted.name : wanted} to press, only ${list()} on:\n${visibleText(card)}`,
    );
  if (found.length > 1) throw new Error(`${person.name} sees ${found.length} of ${wanted}: ${list()}`);
  if (!button.enabled) throw new Error(`[${button.title}] is disabled`);
  return button;
}

export async function pressButton(world: World, person: Person, wanted: Wanted, options: Pressing = {}) {
  const target = look(person, options);
  const button = choose(person, target.card, wanted);
  const { action } = button;
  switch (action.type) {
    case 'Action.OpenUrl':
      return { what: 'url', status: 0, url: action.url ?? '' } satisfies Pressed;
    case 'Action.ToggleVisibility':
      toggle(target.card, action);
      target.post.views.set(person.id, target.card);
      return { what: 'toggle', status: 0, card: target.card } satisfies Pressed;
    case 'Action.ShowCard':
      action.opened = !action.opened;
      target.post.views.set(person.id, target.card);
      return { what: 'card', status: 0, card: target.card } satisfies Pressed;
    case 'Action.Submit':
      return submit(world, person, target, action, button, options);
    case 'Action.Execute':
      if (!options.fallback) return execute(world, person, target, action, button, options);
      if (typeof action.fallback !== 'object') throw new Error(`[${button.title}] has no fallback for old clients`);
      return submit(world, person, target, action.fallback, button, options);
    default:
      throw new Error(`[${button.title}] is ${action.type ?? 'nothing'}, which Teams does not know`);
  }
}

function toggle(card: CardNode, action: CardNode): void {
  for (const target of action.targetElements ?? []) {
    const id = typeof target === 'string' ? target : target.elementId;
    const node = byId(card, id);
    if (!node) throw new Error(`The card has nothing called ${id} to show or hide`);
    node.isVisible = (typeof target === 'string' ? undefined : target.isVisible) ?? node.isVisible === false;
  }
}

/** What the card itself says wins over nothing: a client lays the inputs over the data. */
function dataOf(action: CardNode, button: Button, { inputs = {} }: Pressing): object {
  const values = action.associatedInputs?.toLowerCase() === 'none' ? {} : collect(button.inputs, inputs);
  return { ...(action.data as object | undefined), ...values };
}

/** Without the bot there is nobody to send it to; the client says that something went wrong. */
function heard({ chat }: Target): void {
  if (!chat.hasBot) throw new Error(`The bot is not in ${chat.name}`);
}

interface Native {
  type?: string;
  text?: string;
  displayText?: string;
  value?: unknown;
}

async function submit(
  world: World,
  person: Person,
  target: Target,
  action: CardNode,
  button: Button,
  options: Pressing,
): Promise<Pressed> {
  heard(target);
  const { chat, post } = target;
  const data = dataOf(action, button, options);
  const { msteams, ...rest } = data as { msteams?: Native };
  if (msteams?.type === 'imBack') {
    const { answer, activity } = await person.say(String(msteams.value ?? ''), { in: chat, under: post });
    return { what: 'submit', status: answer?.status ?? 0, activity, ...(answer && { answer }) };
  }
  const back = msteams?.type === 'messageBack';
  const activity = submission(world, person, chat, post, back ? (msteams.value ?? rest) : data);
  if (back && msteams.text !== undefined) activity.text = msteams.text;
  const answer = await world.send(activity);
  return { what: 'submit', status: answer.status, answer, activity };
}

async function execute(
  world: World,
  person: Person,
  target: Target,
  action: CardNode,
  button: Button | undefined,
  options: Pressing,
): Promise<Pressed> {
  heard(target);
  const { id, title, verb } = action;
  const data = button ? dataOf(action, button, options) : (action.data ?? {});
  // Through JSON when sent, so that what the card leaves out is left out here too.
  const value = { action: { type: 'Action.Execute', id, title, verb, data }, trigger: options.trigger ?? 'manual' };
  const activity = invoke(world, person, target.chat, target.post, value);
  const { hangsUpAfter } = options;
  const answer = await world.send(activity, hangsUpAfter === undefined ? {} : { hangsUpAfter });
  // Teams shows an error of its own, and the card stays.
  if (hangsUpAfter !== undefined) return { what: 'execute', status: answer.status, answer, activity };
  return { what: 'execute', status: answer.status, answer, activity, ...apply(world, person, target.post, answer) };
}

/** Puts what the bot answered on this person's screen, and only there. */
function apply(world: World, person: Person, post: Post, { status, body }: Answer): Partial<Pressed> {
  const response = body as { statusCode?: number; type?: string; value?: unknown } | undefined;
  if (typeof response?.statusCode !== 'number' || typeof response.type !== 'string') {
    world.complain(`a press by ${person.name}`, `answered with ${status} and no valid invoke response`);
    return {};
  }
  if (response.type === adaptiveCard) {
    const card = response.value as CardNode;
    for (const what of complaintsAbout(card, world.declared)) world.complain(`a card shown to ${person.name}`, what);
    post.views.set(person.id, card);
    return { card };
  }
  if (response.type === 'application/vnd.microsoft.activity.message') {
    person.toasts.push(String(response.value));
    return { message: String(response.value) };
  }
  return { error: (response.value ?? {}) as NonNullable<Pressed['error']> };
}

export async function refreshCard(world: World, person: Person, options: Pressing = {}): Promise<Pressed> {
  const target = look(person, options);
  const { refresh } = target.card;
  if (!refresh) throw new Error('The card has no refresh');
  const automatic = refresh.userIds?.includes(person.teamsId) ?? false;
  const trigger = options.trigger ?? (automatic ? 'automatic' : 'manual');
  if (trigger === 'automatic' && !automatic) throw new Error(`The card does not refresh by itself for ${person.name}`);
  return execute(world, person, target, refresh.action, undefined, { ...options, trigger });
}
