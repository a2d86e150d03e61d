/**
 * Teams in, Teams out: an activity that was let in becomes an Incoming, and its Answer becomes a card in the right place.
 * There is one route for messages and one for presses; the invoke is answered here, because teams-ai's own `actionExecute`
 * leaks one person's view to the others, and its turn state conflicts under load.
 */
// Its index would bring planners, models and tokenizers too: half a second of a start, and 30 MB.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { Activity } from 'botframework-schema';
import type { Dependencies } from '../core/dependencies.ts';
import { within } from '../core/time-limit.ts';
import type { Log } from '../log.ts';
import { cause, newCorrelation } from '../logging/correlation.ts';
import type { Metrics } from '../metrics.ts';
import type { Answer, Incoming } from '../router/incoming.ts';
import { languageFor, type Router } from '../router/router.ts';
import { incomingOf } from './activity.ts';
import { answerInPerson, type Exchange, isForAll, owe, reply, type Turn } from './answering.ts';
import { createDeduplication, type Deduplication } from './deduplicate.ts';
import { ActivityShape, claimedIssuer, rejection } from './door.ts';
import { activityOf, type Messenger, namedServiceUrl, type TeamsAdapter } from './messenger.ts';
import { withIds } from './roster.ts';
import { notePressed } from './shown.ts';
import type { Admission, TurnLimit } from './turn-limit.ts';
import { noteAnswer, type Turning, toldTurn } from './turn-line.ts';
import { whileTyping } from './typing.ts';
import { createWelcome } from './welcome.ts';

/** The HTTP answer. */
interface Received {
  status: number;
  body?: unknown;
  /** To be called where Teams has gone before it could be given: then it is told later. */
  lost?: () => Promise<void>;
}

interface Deps {
  adapter: TeamsAdapter;
  messenger: Messenger;
  router: Router;
  dependencies: Dependencies;
  admission: TurnLimit;
  /** Called after each activity, which may have left notices to send or jobs to do. */
  afterwards: () => void;
  log: Log;
  metrics: Metrics;
}

/** An invoke is answered in under five seconds, whatever happens. */
const answerWithinMs = 4_500;

/** Its own timer runs whatever its options say, and sends the sign of typing each second; ours is in `typing.ts`. */
class QuietApplication extends Application {
  override startTypingTimer(): void {}
}

export type App = (authorization: string, body: unknown) => Promise<Received>;

export function createApp(deps: Deps): App {
  const application = new QuietApplication({ removeRecipientMention: false });
  const deliveries = createDeduplication(deps.dependencies.store, deps.dependencies.clock);
  const welcome = createWelcome(deps.dependencies);

  application.activity('message', async (context) => {
    const activity = ActivityShape.parse(context.activity);
    const heard = incomingOf(activity);
    if (!heard) return;
    const turning = turningIn(context);
    turning.outcome = 'repeated';
    if (!deliveries.claim(activity)) return;
    if (!(await isAdmitted(context, heard, deps))) return deliveries.release(activity);
    try {
      const incoming = await withIds(heard, deps);
      const answering: Giving<unknown> = {
        turning,
        answer: () => deps.router.answer(incoming, deliveries.transact(activity)),
        give: (answer, watched) => reply(turnOf(context), { incoming, answer }, watched),
      };
      const showTyping = () => context.sendActivity({ type: 'typing' });
      await whileTyping(showTyping, () => timed(deps, answering));
    } catch (error) {
      // Nothing reached the person, now or later, so a repeated delivery may try again.
      deliveries.release(activity);
      throw error;
    }
    await deliveries.answered(activity);
  });
  application.addRoute(
    async ({ activity }) => isPress(activity),
    async (context) => {
      context.turnState.set(INVOKE_RESPONSE_KEY, {
        type: 'invokeResponse',
        value: await answerPress(context, deliveries, deps),
      });
    },
    true,
  );
  const arrived = async (context: TurnContext): Promise<void> => {
    turningIn(context).outcome = 'noted';
    await welcome(ActivityShape.parse(context.activity));
  };
  application.activity('installationUpdate', arrived);
  application.activity('conversationUpdate', arrived);

  return async (authorization, body) => {
    const received = await receive({ authorization, body }, application, deps);
    deps.afterwards();
    return received;
  };
}

/** Beyond their measure people are told so once, and then nothing. */
async function isAdmitted(context: TurnContext, incoming: Incoming, deps: Deps): Promise<boolean> {
  const admission = deps.admission(personOf(incoming));
  if (admission !== 'in') noteLimited(context, admission);
  // Where Teams doesn't take it, nothing is lost: the turn is over all the same.
  if (admission === 'told')
    await context.sendActivity({ type: 'message', text: tooFast(incoming, deps) }).catch(() => undefined);
  return admission === 'in';
}

function noteLimited(context: TurnContext, admission: Exclude<Admission, 'in'>): void {
  Object.assign(turningIn(context), { outcome: 'limited', silent: admission === 'silent' } satisfies Partial<Turning>);
}

const turningKey = Symbol('what becomes of it');

function turningIn(context: TurnContext): Turning {
  return context.turnState.get(turningKey) as Turning;
}

const pressedKey = Symbol('what a press leaves to do');

type Pressed = Pick<Received, 'lost'>;

/** Whose turn it is: without an id of the directory, the one that Teams gives them. */
function personOf({ from }: Incoming): string {
  return from.id ?? from.teamsId;
}

/** In the language that is known without asking anybody. */
function tooFast(incoming: Incoming, { dependencies }: Deps): string {
  return languageFor(incoming, null, dependencies).t('refused.tooFast');
}

function isPress({ type, name }: { type: string; name?: unknown }): boolean {
  return type === 'invoke' && name === 'adaptiveCard/action';
}

async function receive(
  { authorization, body }: { authorization: string; body: unknown },
  application: Application,
  deps: Deps,
): Promise<Received> {
  const { adapter, log } = deps;
  const { config } = deps.dependencies;
  const activity = ActivityShape.safeParse(body).data;
  if (!activity) return turnedAway(400, 'not-an-activity', deps);
  const sdkActivity = activity as unknown as Activity;
  const admitted = await authenticated(authorization, sdkActivity, deps);
  if ('status' in admitted) return admitted;
  const why = rejection(activity, config.dev ? null : namedServiceUrl(admitted.identity), config);
  if (why) return turnedAway(403, why, deps);
  return toldTurn(activity, log.tell, async (turning) => {
    try {
      const pressed: Pressed = {};
      const run = async (context: TurnContext) => {
        context.turnState.set(turningKey, turning);
        context.turnState.set(pressedKey, pressed);
        await application.run(context);
      };
      const response = await adapter.receive(admitted.identity, sdkActivity, run);
      return response ? { status: response.status, body: response.body, ...pressed } : { status: 200 };
    } catch (error) {
      if (isPress(activity)) return failedPress(error, turning, deps);
      turning.outcome = 'failed';
      log.error({ error }, 'a turn failed');
      return { status: 500 };
    }
  });
}

function turnedAway(status: number, why: string, { metrics, log }: Deps): Received {
  metrics.rejected(why);
  log.tell({ event: 'turned-away', why, status });
  return { status };
}

/** Who sent it, by its token; or the answer to a sender whose token is not good, or can't be checked. */
async function authenticated(
  authorization: string,
  activity: Activity,
  deps: Deps,
): Promise<{ identity: Awaited<ReturnType<TeamsAdapter['authenticate']>> } | Received> {
  const { adapter, log, metrics } = deps;
  const { config } = deps.dependencies;
  if (!config.dev && claimedIssuer(authorization) !== config.bot.framework.ToBotFromChannelTokenIssuer)
    return turnedAway(401, 'token', deps);
  try {
    return { identity: await adapter.authenticate(authorization, activity) };
  } catch (error) {
    if (isOutage(error)) {
      log.error({ error }, 'the keys of the Bot Connector could not be fetched: nobody can be let in');
      metrics.rejected('keys');
      return { status: 503 };
    }
    // The SDK's own words stay inside: they name keys and claims, and a bad signature is no fault of ours.
    log.debug({ error }, 'a token was refused');
    return turnedAway(401, 'token', deps);
  }
}

/** The keys to check a token with could not be fetched: the SDK throws a 500, or the error of its fetch. */
function isOutage(error: unknown): boolean {
  return error instanceof Error && (error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500));
}

/** What a turn answers, and how that is given. */
interface Giving<T> {
  turning: Turning;
  answer: () => Promise<Answer>;
  give: (answer: Answer, deps: Deps & { onUnanswered: () => void }) => Promise<T>;
}

/** A turn counts as what it came to only when its answer is out; before that, somebody waits for it. */
async function timed<T>(deps: Deps, { turning, answer: ask, give }: Giving<T>): Promise<T> {
  const startedAt = performance.now();
  const answer = await ask();
  let isOut = false;
  let isUnanswered = false;
  const onUnanswered = (): void => {
    isUnanswered = true;
  };
  try {
    const given = await give(answer, { ...deps, onUnanswered });
    isOut = !isUnanswered;
    return given;
  } finally {
    noteAnswer(turning, answer, isOut);
    const outcome = isOut ? answer.outcome : 'unanswered';
    deps.metrics.turn(answer.command, outcome, (performance.now() - startedAt) / 1000);
  }
}

const messageType = 'application/vnd.microsoft.activity.message';
const cardType = 'application/vnd.microsoft.card.adaptive';

function turnOf(context: TurnContext): Turn {
  const { replyToId } = context.activity;
  return {
    post: (card) => context.sendActivity(activityOf(card)),
    say: (text) => context.sendActivity({ type: 'message', text }),
    edit: replyToId ? (card) => context.updateActivity({ ...activityOf(card), id: replyToId }) : undefined,
  };
}

/** Always 200 with a body Teams knows: anything else shows as "Something went wrong" on the card. */
async function answerPress(context: TurnContext, deliveries: Deduplication, deps: Deps): Promise<Received> {
  const { dependencies, router } = deps;
  const { t } = dependencies.languages[dependencies.config.language];
  const activity = ActivityShape.parse(context.activity);
  const incoming = incomingOf(activity);
  const turning = turningIn(context);
  turning.outcome = 'refused';
  if (!incoming) return invokeResponse(messageType, t('refused.unknownVerb'));
  // A press always gets its answer.
  const admission = deps.admission(personOf(incoming));
  if (admission !== 'in') {
    noteLimited(context, admission);
    return invokeResponse(messageType, tooFast(incoming, deps));
  }
  turning.outcome = 'late';
  const known: { answer?: Answer } = {};
  const lost = async (): Promise<void> => {
    if (known.answer) await tellLater({ incoming, answer: known.answer }, deps);
  };
  (context.turnState.get(pressedKey) as Pressed).lost = lost;
  const give: Giving<Received>['give'] = async (answer, watched) => {
    known.answer = answer;
    if (answer.sentence) return invokeResponse(messageType, answer.sentence);
    if (incoming.chat.kind === 'personal' || isForAll({ incoming, answer })) {
      await notePressed({ incoming, answer }, watched);
      return invokeResponse(cardType, answer.card.content);
    }
    // Everybody in a channel sees what replaces a card there.
    return invokeResponse(messageType, (await answerInPerson({ incoming, answer }, watched)).text);
  };
  const respond = () =>
    timed(deps, { turning, answer: () => router.answer(incoming, deliveries.transact(activity)), give });
  const responding = respond().catch((error: unknown) => failedPress(error, turning, deps));
  const inTime = await within(answerWithinMs, responding);
  if (inTime) return inTime;
  void responding.then(lost);
  return invokeResponse(messageType, t('fault.slow'));
}

/** Nobody waits any more for what was pressed: it comes as a notice. */
async function tellLater(exchange: Exchange, deps: Deps): Promise<void> {
  await owe(exchange, new Error('Teams did not wait for the answer'), deps).catch((error: unknown) =>
    deps.log.error({ error }, 'an answer is lost'),
  );
  deps.afterwards();
}

/** Whatever went wrong, Teams is told something it can show. */
function failedPress(error: unknown, turning: Turning, { dependencies, log }: Deps): Received {
  const id = cause()?.id ?? newCorrelation();
  turning.outcome = 'failed';
  log.error({ fault: id, error }, 'a press could not be answered');
  return invokeResponse(messageType, dependencies.languages[dependencies.config.language].t('fault.press', { id }));
}

function invokeResponse(type: typeof messageType | typeof cardType, value: unknown): Received {
  return { status: 200, body: { statusCode: 200, type, value } };
}
