/** The connector's refusals, in the shapes Teams documents. */

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export class Refusal extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(`${reply.status} ${JSON.stringify(reply.body)}`);
    this.reply = reply;
  }
}

export const refusal = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  new Refusal({ status, body: { error: { code, message } }, headers });

/** The body Teams sends when a person blocked the bot: the code is in a JSON text inside the message. */
export const writesBlocked = () =>
  new Refusal({
    status: 403,
    body: {
      errorCode: 209,
      message: JSON.stringify(
        { subCode: 'MessageWritesBlocked', details: 'Thread is message write blocked.', errorCode: null },
        null,
        2,
      ),
    },
  });

export const blockedByUser = () =>
  refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
export const notInRoster = () =>
  refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
export const disabledByAdmin = () => refusal(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot.');
export const notRegistered = () => refusal(401, 'BotNotRegistered', 'No registration found for this bot.');
export const noPermission = (message: string) => refusal(403, 'NotEnoughPermissions', message);
export const noConversation = () => refusal(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = () => refusal(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.');
export const noMember = () =>
  refusal(404, 'MemberNotFoundInConversation', 'The provided member id was not found in the conversation.');
export const badArgument = (message: string) => refusal(400, 'BadArgument', message);
export const badSyntax = (message: string) => refusal(400, 'BadSyntax', message);
export const tooBig = () => refusal(413, 'MessageSizeTooBig', 'Message size too large.');
/** Retry-After is in whole seconds, so it is rounded up. */
export const throttled = (waitMs: number) =>
  refusal(429, 'Throttled', 'Too many requests.', { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) });
export const notAllowed = (method: string) =>
  new Refusal({ status: 405, body: { message: `The requested resource does not support http method '${method}'.` } });
export const notFound = () =>
  new Refusal({ status: 404, body: { message: 'No HTTP resource was found that matches the request URI.' } });
