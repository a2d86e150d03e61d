/**
 * The Commerce port: everything Purser asks of Microsoft, in Purser's words. Only this folder knows Microsoft's words.
 * `gateway.ts` implements it.
 */
import type { Rule, RuleValue, Status, Trouble } from '../../store/records.ts';

/** One `companySubscription`, before anything is concluded from it. */
export interface SubscriptionFacts {
  subscription: string;
  commerceId: string | null;
  sku: string;
  skuPart: string;
  /** Null where Microsoft gives no number that can be one. */
  quantity: number | null;
  trial: boolean;
  status: Status;
  /** Microsoft's own word where `status` is `Unknown`. */
  statusWord: string | null;
  /** Instants, though what Microsoft means are days (`2027-03-01T00:00:00Z` is the 1st of March everywhere). */
  createdAt: string | null;
  nextAt: string | null;
  /** It never ends: Microsoft gives the last day there is. */
  endless: boolean;
  ownerId: string | null;
  ownerIsUser: boolean;
  partnerTenant: string | null;
}

export interface PersonFacts {
  id: string;
  name: string | null;
  userName: string | null;
  mail: string | null;
  department: string | null;
  language: string | null;
  guest: boolean;
  enabled: boolean;
}

/** Seats of one SKU, summed over the pools Microsoft lists for it. */
export interface SeatFacts {
  sku: string;
  part: string;
  seats: number;
  used: number;
  /** Seats of a subscription that has expired: who holds one still works, for a while. Not given where there are none. */
  warning?: number;
  /** Seats that nobody can use any more unless their subscription is renewed. */
  suspended?: number;
  /** It is for the organisation as a whole (`appliesTo: Company`): no seat of it is anybody's, and `seats` is 0. */
  wholeOrganisation?: true;
}

/**
 * How somebody has a product: directly, through a group, both (then it stays when the direct one is taken), or not at all.
 * `error`: a group should give it, but Microsoft can't, so they don't have it.
 */
export const assignmentPaths = ['none', 'direct', 'group', 'both', 'error'] as const;
export type AssignmentPath = (typeof assignmentPaths)[number];

/** A lot that some of a SKU's seats lie in. */
export interface AllotmentFacts {
  /** Microsoft's own, and opaque. */
  allotment: string;
  sku: string;
  seats: number;
  used: number;
  /** The subscriptions it is backed by, each under one of its ids; none where Microsoft names none. */
  subscriptions: string[];
}

/** Seats of a lot that were given to somebody, or to everyone in a group. */
export interface AssignmentFacts {
  allotment: AllotmentFacts['allotment'];
  to: string;
  toGroup: boolean;
}

export interface LicenceFacts {
  person: string;
  /** Microsoft assigns nothing to people without one ("Assign license to user"). */
  usageLocation: string | null;
  guest: boolean;
  enabled: boolean;
  /**
   * One of each SKU asked about, in that order. `error` is Microsoft's word: `CountViolation`, `MutuallyExclusiveViolation`…
   * `listed`: it is among their licences, even where no state says how they have it; null where Microsoft tells nothing.
   */
  licences: { sku: string; held: AssignmentPath; error: string | null; listed: boolean | null }[];
}

/** Most people whose licences change in one call: a batch takes 20 requests (Graph reference). */
export const peopleAtOnce = 20;

/** In place of Graph's words for somebody whom it no longer has: those name nobody but by their id. */
export const leftOrganisation = 'left-organisation';

/**
 * The outcome of giving or taking one person's licence. `already`: it was so. `trouble`: Microsoft refused, perhaps in words
 * of its own. `again`: it may pass; Microsoft may want to be asked no sooner than in `retryAfter` milliseconds.
 */
export type Assigned =
  | 'done'
  | 'already'
  | { trouble: Trouble; words: string | null }
  | { again: Trouble; retryAfter: number | null };

export const directoryRoles = ['globalAdministrator', 'billingAdministrator', 'globalReader'] as const;
export type DirectoryRole = (typeof directoryRoles)[number];

/** Roles are concluded from these. `person` is null if the tenant has no such account. */
export interface DirectoryFacts {
  person: PersonFacts | null;
  /** The directory roles the person holds now, also through groups; only those that matter here. */
  roles: ReadonlySet<DirectoryRole>;
  /** The groups the person is in, also through groups; only those that were asked about. */
  groups: ReadonlySet<string>;
}

/** What is found under the id of a group: with its members, also through groups, as many as Microsoft tells at once. */
export type GroupFacts =
  | { is: 'group'; members: PersonFacts[]; isAll: boolean }
  /** Nothing of that id is in this tenant, or somebody, who is no group. */
  | { is: 'missing' | 'not-a-group' };

/** The connections `status` looks at, each with what it is needed for. */
export const connections = [
  'sign-in',
  'directory',
  'leavers',
  'purchasing-rules',
  'sign-ups',
  'trials',
  'eligible-roles',
  'message-centre',
  'installing',
] as const;
export type Connection = (typeof connections)[number];
export interface ConnectionState {
  connection: Connection;
  trouble: Trouble | null;
  /** The permissions to grant, where Microsoft lets that be known and it isn't the one of the connection. */
  missing?: readonly string[];
}

/** Who may buy what, on one surface, as Microsoft has it now. */
export type RuleFacts = Pick<Rule, 'id' | 'surface' | 'name' | 'value'>;

export interface RulesRead {
  rules: RuleFacts[];
  /** Why some could not be read; a missing rule may still exist then. Null if all were read. */
  trouble: MicrosoftFailed | null;
}

/** A post in Microsoft's message centre. */
export interface BulletinFacts {
  /** `MC123456`. */
  id: string;
  title: string;
  /** What it says, without marks. */
  text: string;
  changedAt: string;
  /** By when Microsoft expects admins to have acted. */
  actBy: string | null;
}

/** The outcome of giving someone the app: they have it, the organisation has not published it, or Purser may not do it. */
export type Installed = 'installed' | 'not-published' | 'not-allowed';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** `brisk`: a person waits, so it answers or gives up within seconds. */
export interface Haste {
  brisk?: boolean;
}

/** A row that can't be read and is left out: Microsoft's id of it, or null where that can't be read either. */
export type OddRow = string | null;
export type OnOddRow = (row: OddRow) => void;

/** Who may activate a role. */
export type Eligible = ReadonlyMap<DirectoryRole, ReadonlySet<string>>;

/** The roles somebody may activate. */
export function eligibleRolesOf(person: string, eligible: Eligible | null): ReadonlySet<DirectoryRole> {
  return new Set(directoryRoles.filter((role) => eligible?.get(role)?.has(person.toLowerCase())));
}

export interface Commerce {
  /** Every subscription of the tenant. Rejects rather than return part of the list. */
  subscriptions(onOdd?: OnOddRow): Promise<SubscriptionFacts[]>;
  /** False only if Microsoft says it has no such subscription. */
  hasSubscription(id: string): Promise<boolean>;
  seats(onOdd?: OnOddRow): Promise<SeatFacts[]>;
  /** What the organisation calls itself; null where Microsoft doesn't tell. */
  organisation(): Promise<string | null>;
  /** Every lot of seats. Rejects rather than return part of the list; a tenant need not have any, nor show them. */
  allotments(): Promise<AllotmentFacts[]>;
  /** To whom the seats of all lots were given. Rejects likewise. */
  assignments(): Promise<AssignmentFacts[]>;
  /** Leaves out people that the tenant doesn't have: they have left, or never existed. */
  people(ids: readonly string[], haste?: Haste): Promise<PersonFacts[]>;
  /** People whose name or address begins so: the first few. Asked while a person waits. */
  find(text: string): Promise<PersonFacts[]>;
  /** Someone whose account was deleted in the last 30 days; null where Microsoft has forgotten them. */
  leaver(id: string): Promise<PersonFacts | null>;
  /** Everyone who holds a licence of this SKU. */
  holders(sku: string): Promise<PersonFacts[]>;
  /** Leaves out people that the tenant doesn't have. A change of a moment ago may still be missing. */
  licencesOf(people: readonly string[], skus: readonly string[]): Promise<LicenceFacts[]>;
  /**
   * Gives a licence to up to 20 people, each on their own. Returns the outcome by person, which is Microsoft's word and no
   * proof. Can be repeated: people who have it, also through a group, keep it as it is. Rejects if nothing is known of
   * anybody; then some may have it.
   */
  assign(sku: string, people: readonly string[]): Promise<Map<string, Assigned>>;
  /** Takes the licence that up to 20 people were given directly, as `assign` gives it. One through a group stays. */
  unassign(sku: string, people: readonly string[]): Promise<Map<string, Assigned>>;
  /** Milliseconds until Microsoft's published limits let so many licences be given or taken; 0: now. */
  waitToAssign(people: number): number;
  /** Everyone who can buy for the organisation: Global and Billing Administrators, also through groups. */
  admins(haste?: Haste): Promise<Set<string>>;
  /** Everyone who may become one by activating a role; null where Microsoft doesn't tell. */
  eligibleAdmins(haste?: Haste): Promise<ReadonlySet<string> | null>;
  /** Who may activate each role, whether they have or not; null where Microsoft doesn't tell. Asked while a person waits. */
  eligible(): Promise<Eligible | null>;
  /** Everyone in a group, also through groups, whatever their account is. Asked while a person waits, as `directoryFacts` is. */
  members(group: string): Promise<PersonFacts[]>;
  /** Whether it is there and holds anybody, in one call where it does. Asked while a person waits. */
  group(id: string): Promise<GroupFacts>;
  /** Asked while a person waits: answers or gives up within seconds. `deciding`: takes all the time a person can wait. */
  directoryFacts(person: string, groups: readonly string[], options?: { deciding?: boolean }): Promise<DirectoryFacts>;
  /** The same of many people, in few calls, while nobody waits. By the ids as they are given. */
  everyonesFacts(people: readonly string[], groups: readonly string[]): Promise<Map<string, DirectoryFacts>>;
  /**
   * Every rule that Microsoft lists. Rejects only if none could be read.
   *
   * @param known rules to read one by one where one dead product breaks Microsoft's list
   */
  rules(known: readonly Rule['id'][]): Promise<RulesRead>;
  /** What one rule is now. */
  rule(id: Rule['id']): Promise<RuleValue>;
  /** Done once Microsoft says so, which is not proof: read it back. The same value can be set again. */
  setRule(id: Rule['id'], value: RuleValue): Promise<void>;
  /** Every post in Microsoft's message centre; those that can't be read are left out. */
  bulletins(): Promise<BulletinFacts[]>;
  /** Gives someone Purser in Teams. Can be repeated: someone who has it keeps it. */
  install(person: string): Promise<Installed>;
  /**
   * Hands a mail from MAIL_FROM to Microsoft, once. It is offered again only if Microsoft said that it did not take it, so
   * `unreachable` means that it may have gone out. Must not be called if MAIL_FROM is not set.
   */
  mail(mail: Mail): Promise<void>;
  /** Tries every connection now. */
  probe(): Promise<ConnectionState[]>;
}

/** A call to Microsoft that failed for good. `detail` is for the operator's log: route, status, code, request id; no secret. */
export class MicrosoftFailed extends Error {
  override name = 'MicrosoftFailed';
  readonly trouble: Trouble;
  readonly detail: string;
  readonly status: number | undefined;
  /** Microsoft's own words for saying no, fit to be shown; undefined where it said none. */
  readonly words: string | undefined;
  /** How long Microsoft asked to be left alone; undefined where it did not say. */
  readonly waitMs: number | undefined;
  constructor(
    trouble: Trouble,
    detail: string,
    options: {
      status?: number | undefined;
      words?: string | undefined;
      waitMs?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(`${trouble}: ${detail}`, { cause: options.cause });
    this.trouble = trouble;
    this.detail = detail;
    this.status = options.status;
    this.words = options.words;
    this.waitMs = options.waitMs;
  }
}

/** Purser is on hold: what would have changed something at Microsoft was not asked. Nothing is wrong, and it waits. */
export class Withheld extends Error {
  override name = 'Withheld';
}

/** @throws whatever is no trouble of Microsoft's */
export function troubleIn(error: unknown): Trouble {
  if (error instanceof MicrosoftFailed) return error.trouble;
  throw error;
}
