/** Who may decide about somebody else's wish: stated here, and nowhere else. */

/** What is to be decided: who asked for it, and whom it is about. Null where that is no person, or nobody in particular. */
export interface ToDecide {
  requester: string;
  purchaser: string | null;
}

/** They have their own part in it, so neither decides, whatever their role is. */
export function isParty({ requester, purchaser }: ToDecide, person: string): boolean {
  return person === requester || person === purchaser;
}

/** Four eyes: an approver who is no party to it. */
export function mayDecide(what: ToDecide, { id, approver }: { id: string; approver: boolean }): boolean {
  return approver && !isParty(what, id);
}

/** Of what one admin has ordered and a second person has to approve: an admin decides as well. */
export function maySecond(
  what: ToDecide,
  { id, approver, admin }: { id: string; approver: boolean; admin: boolean },
): boolean {
  return (admin || approver) && !isParty(what, id);
}

/** A takeover, as something to be decided. */
export function toDecide({
  requester,
  purchase,
}: {
  requester: { id: string };
  purchase: { purchaser: { id: string } | null };
}): ToDecide {
  return { requester: requester.id, purchaser: purchase.purchaser?.id ?? null };
}
