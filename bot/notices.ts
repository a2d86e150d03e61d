/** Every kind of notice. */
import type { NoticeKinds } from './core/notice.ts';
import { handed } from './desk/handed-notice.ts';
import { welcome } from './general/hello.ts';
import { lapsed } from './general/lapsed.ts';
import { lateAnswer } from './general/late-answer.ts';
import { unreached } from './general/unreached.ts';
import { hold, resumed } from './hold/notices.ts';
import { unproven } from './journal/unproven.ts';
import { licences } from './licences/job-card.ts';
import { order } from './orders/card.ts';
import { pilot } from './pilot/notice.ts';
import { absence } from './purchases/notices/absence.ts';
import { answered } from './purchases/notices/answered.ts';
import { asked } from './purchases/notices/asked.ts';
import { kept } from './purchases/notices/kept.ts';
import { newPurchases } from './purchases/notices/new-purchases.ts';
import { released } from './purchases/notices/released.ts';
import { stillThere } from './purchases/notices/still-there.ts';
import { copy } from './requests/copy.ts';
import { licenceAsked, licenceNews } from './requests/notices.ts';
import { drift } from './rules/baseline/drift-notice.ts';
import { bulletin } from './rules/bulletins/notice.ts';
import { change } from './rules/change/notice.ts';
import { approvalsLost } from './takeovers/cards/approvals-lost.ts';
import { lateObjection } from './takeovers/cards/late-objection.ts';
import { approval } from './takeovers/cards/to-approvers.ts';
import { toDecide } from './takeovers/cards/to-decide.ts';
import { announced } from './takeovers/cards/to-holders.ts';
import { replied } from './takeovers/cards/to-objector.ts';
import { takeover } from './takeovers/cards/to-requester.ts';
import { draft } from './takeovers/request/draft-notice.ts';
import { digest } from './watches/digest-notice.ts';
import { due } from './watches/due-notice.ts';
import { review } from './watches/review-notice.ts';

export const notices: NoticeKinds = {
  welcome,
  'new-purchases': newPurchases,
  absence,
  asked,
  answered,
  kept,
  review,
  due,
  digest,
  'still-there': stillThere,
  released,
  handed,
  'late-answer': lateAnswer,
  unreached,
  unproven,
  change,
  drift,
  bulletin,
  draft,
  approval,
  'to-decide': toDecide,
  copy,
  'approvals-lost': approvalsLost,
  takeover,
  announced,
  'late-objection': lateObjection,
  replied,
  licences,
  order,
  'licence-asked': licenceAsked,
  'licence-news': licenceNews,
  hold,
  resumed,
  lapsed,
  pilot,
};
