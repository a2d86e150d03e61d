/** What travels over the wire, as far as the stand-in looks into it. */

export interface Account {
  id: string;
  name?: string | undefined;
  aadObjectId?: string | undefined;
}

export interface Attachment {
  contentType: string;
  content?: unknown;
}

export interface Activity {
  type: string;
  id?: string | undefined;
  name?: string | undefined;
  action?: string | undefined;
  text?: string | undefined;
  textFormat?: string | undefined;
  summary?: string | undefined;
  attachments?: Attachment[] | undefined;
  entities?: unknown[] | undefined;
  value?: unknown;
  from?: Account | undefined;
  recipient?: Account | undefined;
  membersAdded?: Account[] | undefined;
  membersRemoved?: Account[] | undefined;
  conversation?:
    | { id: string; conversationType?: string; tenantId?: string; isGroup?: boolean; name?: string }
    | undefined;
  channelId?: string | undefined;
  channelData?: unknown;
  serviceUrl?: string | undefined;
  replyToId?: string | undefined;
  timestamp?: string | undefined;
  localTimestamp?: string | undefined;
  localTimezone?: string | undefined;
  locale?: string | undefined;
}

/** Any node of an Adaptive Card: the card itself, an element, an input or an action. */
export interface CardNode {
  type?: string;
  id?: string;
  version?: string;
  text?: string;
  title?: string;
  label?: string;
  value?: string | number;
  placeholder?: string;
  altText?: string;
  url?: string;
  verb?: string;
  data?: unknown;
  style?: string;
  isVisible?: boolean;
  isEnabled?: boolean;
  isRequired?: boolean;
  errorMessage?: string;
  regex?: string;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
  isMultiSelect?: boolean;
  valueOn?: string;
  valueOff?: string;
  associatedInputs?: string;
  body?: CardNode[];
  items?: CardNode[];
  columns?: CardNode[];
  rows?: CardNode[];
  cells?: CardNode[];
  images?: CardNode[];
  actions?: CardNode[];
  inlines?: (CardNode | string)[];
  facts?: { title?: string; value?: string }[];
  choices?: { title?: string; value?: string }[];
  /** Of an Action.ShowCard. */
  card?: CardNode;
  /** Only in a person's own view: this ShowCard was opened. */
  opened?: boolean;
  selectAction?: CardNode;
  inlineAction?: CardNode;
  fallback?: CardNode | string;
  targetElements?: (string | { elementId: string; isVisible?: boolean })[];
  refresh?: { action: CardNode; userIds?: string[] };
}

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** What the bot answered to an activity, as the Bot Connector saw it. */
export interface Answer {
  /** 502 where the bot could not be reached or hung up, 504 where it took longer than Teams waits. */
  status: number;
  /** Parsed where it is JSON. */
  body: unknown;
  text: string;
}

/** The card of an activity: Teams shows further ones as well, but a bot of ours sends one. */
export const cardOf = (activity: Activity): CardNode | undefined =>
  activity.attachments?.find((attachment) => attachment.contentType === adaptiveCard)?.content as CardNode | undefined;
