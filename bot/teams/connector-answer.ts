/** Reads from the SDK's errors what the Bot Connector answered when it did not do what was asked. */
import { TokenRefused } from '../microsoft/tokens.ts';

export interface ConnectorAnswer {
  /** HTTP status; 0 where no answer came. */
  status: number;
  /** Teams' own code, like `ConversationBlockedByUser`; empty where it gave none. */
  code: string;
  retryAfter: string | undefined;
  /** False if the request certainly never left: there was no connection, or no token to sign it with. */
  sent: boolean;
}

/** Errors of Node from before a request is sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The SDK throws its pipeline's errors, whose shape it does not declare. */
export function answerIn(error: unknown): ConnectorAnswer {
  const { statusCode, code, response } = error as {
    statusCode?: number;
    code?: string;
    response?: { bodyAsText?: string | null; headers?: { get(name: string): string | undefined } };
  };
  const isUnsigned = error instanceof TokenRefused || (error as { cause?: unknown }).cause instanceof TokenRefused;
  return {
    status: statusCode ?? 0,
    code: codeIn(response?.bodyAsText ?? ''),
    retryAfter: response?.headers?.get('retry-after') ?? undefined,
    sent: !isUnsigned && !neverSent.has(code ?? ''),
  };
}

/** Usually `{ error: { code } }`; that a person blocked the bot comes as JSON text within a message (`subCode`). */
function codeIn(body: string): string {
  return /\\?"(?:subCode|code)\\?"\s*:\s*\\?"(\w+)/.exec(body)?.[1] ?? '';
}
