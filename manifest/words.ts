/**
 * What the app says of itself where people decide whether to install it. The commands' own words come from `bot/language`.
 * The organisation's admin reads this first, so it promises nothing that Purser doesn't do.
 */
import type { LanguageCode } from '../bot/language/codes.ts';

export interface AppWords {
  fullName: string;
  /** 80 characters. */
  short: string;
  what: string;
  /** Ends before the list of commands. */
  does: string;
  command(name: string, summary: string): string;
  /** The commands that the menu doesn't offer. */
  others(names: readonly string[]): string;
  seen: string;
  reads: string;
  /** While no permission it asks for can change anything. */
  changesNothing: string;
  confirms: string;
  never: string;
  setUp(required: string, optional: string, status: string): string;
  where: string;
  /** @param url the organisation's own page */
  support(url: string): string;
}

export const appWords: Record<LanguageCode, AppWords> = {
  en: {
    fullName: 'Purser: self-service purchases, in hand',
    short: 'Self-service purchases in hand: what was bought, by whom, who holds a licence.',
    what: 'People in many organisations can buy Microsoft products such as Power BI, Visio or Project with their own credit card. The organisation owns the data, but nobody in IT bought it. Purser shows these self-service purchases where you work: the product, the purchaser, the quantity, the status, when it renews or ends, and who holds a licence, always with the age of the data.',
    does: 'What it does today:',
    command: (name, summary) => `• ${name}: ${summary}`,
    others: (names) => `And, with “help” to tell what each does: ${names.join(', ')}.`,
    seen: 'Who sees what: Global Administrators, Billing Administrators, Global Readers and the viewers’ group your organisation names see every purchase. Everyone else sees only what they bought themselves. Guests see nothing.',
    reads:
      'What it reads: your organisation’s subscriptions, products, licence holders, people and roles, from Microsoft.',
    changesNothing: 'It changes nothing at Microsoft.',
    confirms: 'It changes no purchase, licence or rule at Microsoft without a person who confirms it.',
    never: 'Purser never asks for a card number or a password.',
    setUp: (required, optional, status) =>
      `One-time set-up by an administrator: before Purser can show anything, someone who may consent for the whole organisation (a Global or Privileged Role Administrator) must grant its application permissions in Microsoft Entra. Required: ${required}. Optional: ${optional}. Until then, “${status}” says what is missing.`,
    where:
      'Purser answers in a personal chat, in channels and in group chats, where you mention it first; lists always come in your own chat with it. It speaks English and French.',
    support: (url) => `Help and support: ${url}`,
  },
  fr: {
    fullName: 'Purser : les achats en libre-service, bien tenus',
    short: 'Les achats en libre-service bien tenus : quoi, par qui, pour qui.',
    what: 'Dans beaucoup d’organisations, chacun peut acheter des produits Microsoft comme Power BI, Visio ou Project avec sa propre carte bancaire. Les données appartiennent à l’organisation, mais personne à l’informatique n’a fait l’achat. Purser montre ces achats en libre-service là où vous travaillez : le produit, l’acheteur, la quantité, l’état, la date de renouvellement ou de fin, et les titulaires de licence, toujours avec l’âge des données.',
    does: 'Ce qu’il fait aujourd’hui :',
    command: (name, summary) => `• ${name} : ${summary}`,
    others: (names) => `Et, expliquées par « aide » : ${names.join(', ')}.`,
    seen: 'Qui voit quoi : les administrateurs généraux, les administrateurs de facturation, les lecteurs généraux et le groupe de lecteurs que votre organisation désigne voient tous les achats. Les autres ne voient que ce qu’ils ont acheté eux-mêmes. Les invités ne voient rien.',
    reads:
      'Ce qu’il lit chez Microsoft : les abonnements, les produits, les titulaires de licence, les personnes et les rôles de votre organisation.',
    changesNothing: 'Il ne change rien chez Microsoft.',
    confirms:
      'Il ne change aucun achat, aucune licence ni aucune règle chez Microsoft sans une personne qui le confirme.',
    never: 'Purser ne demande jamais de numéro de carte ni de mot de passe.',
    setUp: (required, optional, status) =>
      `Mise en place, une seule fois, par un administrateur : avant que Purser puisse montrer quoi que ce soit, une personne qui peut consentir pour toute l’organisation (un administrateur général ou de rôle privilégié) doit lui accorder ses autorisations d’application dans Microsoft Entra. Nécessaires : ${required}. Facultatives : ${optional}. D’ici là, « ${status} » dit ce qui manque.`,
    where:
      'Purser répond dans une conversation personnelle, dans les canaux et dans les conversations de groupe, où vous le mentionnez d’abord ; les listes arrivent toujours dans votre conversation avec lui. Il parle français et anglais.',
    support: (url) => `Aide et assistance : ${url}`,
  },
};
