/** Questions about self-service purchases, answered in our own words; where each answer comes from is in `bot/faq/entries.ts`. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  faq: {
    names: ['faq', 'question'],
    summary: 'Ask about buying, paying, cancelling or your files, and read the answer with its source',
    examples: ['faq', 'faq refund', 'faq who pays', 'faq is this real'],
  },
} satisfies Record<string, CommandWords>;

/** What people say who want to know it: a word or several, in any form that begins alike. */
export const faqWords = {
  real: ['real', 'genuine', 'scam', 'fraud', 'phishing', 'phish', 'spam', 'fake', 'hoax', 'trust', 'legit', 'verify'],
  purser: ['who are you', 'purser', 'who is writing', 'who writes', 'who sent', 'bot'],
  contact: ['who can help', 'talk to someone', 'speak to somebody', 'contact', 'human', 'help desk', 'call'],
  'how-to-buy': ['how to buy', 'how buy', 'where buy', 'make a purchase', 'order', 'checkout'],
  'who-can-buy': ['who can buy', 'who may buy', 'allowed to buy', 'everyone buy', 'eligible'],
  guests: ['guest', 'external user', 'guests buy'],
  synced: ['synced', 'synchronised', 'on-premises', 'active directory', 'hybrid'],
  sectors: ['government', 'education', 'school', 'university', 'public sector', 'public authority'],
  markets: ['country', 'countries', 'market', 'india', 'brazil', 'congo', 'region', 'available where'],
  products: ['which products', 'what products', 'list of products', 'what can be bought', 'available products'],
  trials: ['trial', 'free trial', 'try', 'test version', 'trial ends', 'convert'],
  blocked: ['blocked', 'cannot buy', 'not allowed', 'refused', 'ask for a license', 'need a licence', 'want a licence'],
  marketing: ['marketing', 'ads', 'advert', 'advertising', 'promotion', 'prompt to buy', 'offers by email'],
  payment: ['payment method', 'how to pay', 'credit card', 'card', 'invoice', 'invoicing', 'purchase order', 'paypal'],
  'who-pays': ['who pays', 'who is billed', 'who is charged', 'responsible for payment', 'charged', 'do i pay'],
  price: ['price', 'cost', 'how much', 'pricing', 'expensive', 'cheaper'],
  bill: ['bill', 'bills', 'pay a bill', 'change card', 'update card', 'new card', 'expired card', 'receipt'],
  refund: ['refund', 'money back', 'reimburse', 'reimbursement', 'get back money', 'credit note', 'paid for nothing'],
  renewal: ['renew', 'renewal', 'automatically renews', 'auto-renew', 'recurring billing', 'how long', 'term'],
  manage: [
    'where manage',
    'manage purchase',
    'see my purchase',
    'admin tile',
    'where do i see',
    'my rights',
    'what can i do',
  ],
  more: ['buy more', 'more licences', 'more licenses', 'add seats', 'additional licences', 'fewer licences', 'reduce'],
  assign: [
    'give a licence',
    'assign a licence',
    'assign license',
    'give license',
    'colleague licence',
    'share licence',
  ],
  cancel: [
    'cancel',
    'cancelled',
    'cancellation',
    'how to cancel',
    'cancel subscription',
    'end subscription',
    'stop subscription',
    'stop paying',
    'unsubscribe',
  ],
  keep: ['keep', 'keep it', 'lose it', 'lose my licence', 'still need', 'take away'],
  files: [
    'my files',
    'files',
    'documents',
    'data lost',
    'lose my work',
    'lose files',
    'save my work',
    'backup',
    'export',
  ],
  'data-owner': ['who owns', 'owner of data', 'data belongs', 'owns the data', 'property'],
  policies: ['policy', 'policies', 'governance', 'compliance', 'security', 'control', 'data protection'],
  privacy: ['privacy', 'personal data', 'gdpr', 'which data', 'directory data', 'tenant boundary'],
  backup: [
    'smaller plan',
    'fewer services',
    'back up before move',
    'move to another plan',
    'switch plan',
    'change plan',
  ],
  support: ['support', 'microsoft support', 'technical problem', 'does not work', 'ticket', 'it support'],
  premier: ['premier', 'premier support', 'support incident', 'unified support'],
  training: ['training', 'learn', 'course', 'tutorial', 'documentation', 'community'],
  'admin-can': [
    'what can an admin',
    'admin capabilities',
    'what admins do',
    'turn off purchases',
    'block purchases',
    'admin',
  ],
  'admin-sees': [
    'where does the admin see',
    'admin see purchases',
    'what it sees',
    'visible to it',
    'who sees my purchase',
  ],
  centralise: [
    'centralise',
    'centralize',
    'central licence',
    'central purchase',
    'take over',
    'takeover',
    'bring together',
  ],
  leaver: ['leaves', 'left', 'leaver', 'quits', 'leaves the company', 'purchaser left', 'resigned'],
  requests: ['licence request', 'license request', 'requests tab', 'approve requests', 'request process microsoft'],
  'own-process': [
    'own request process',
    'request process',
    'connect your request process',
    'our own process',
    'custom message',
  ],
  'share-request': ['share request', 'forward request', 'request by email', 'decision maker'],
  roles: [
    'which role',
    'roles',
    'billing administrator',
    'global reader',
    'permission needed',
    'billing account owner',
  ],
  'buyer-role': [
    'modern commerce',
    'commerce administrator',
    'new admin',
    'unknown admin',
    'role after purchase',
    'looks like an admin',
  ],
  partners: ['partner', 'reseller', 'csp', 'delegated', 'supplier'],
  'partner-tenants': [
    'several customers',
    'all my customers',
    'one tenant at a time',
    'customer tenant',
    'partner obligations',
  ],
};

export const messages = {
  faq: {
    title: 'Questions and answers',
    pick: 'Pick a subject, or ask in your own words: “{{example}}”.',
    none: 'I have no answer for “{{what}}”. Pick a subject, or ask {{contact}}.',
    several: 'Which of these do you mean?',
    sinceTitle: 'What has changed since',
    source: 'Source: {{doc}}, section “{{section}}”, {{date}}.',
    sourcePage: 'Source: {{doc}}, {{date}}.',
    changed: 'Changed since: {{doc}}, {{date}}.',
    undated: 'which bears no date',
    still: 'Still so in Microsoft’s version of {{date}}.',
    by: 'Microsoft, “{{name}}”',
    ours: 'Source: this organisation’s settings and Purser’s own records, {{date}}.',
    microsoft: 'Microsoft’s page',
    all: 'All questions',
    about: 'More questions',
    doc: {
      faq: 'Self-service purchase FAQ',
      admins: 'Manage self-service purchases (for admins)',
      users: 'Manage self-service purchases (for users)',
      policy: 'Use AllowSelfServicePurchase',
      requests: 'Manage self-service license requests',
      cancel: 'Cancel your subscription',
      move: 'Move users to a different subscription',
    },
    section: {
      buying: 'Making a self-service purchase',
      pricing: 'Pricing',
      admin: 'Admin capabilities',
      support: 'Support and training',
      partners: 'Partners',
      summary: 'Summary',
    },
    topic: {
      trust: 'Is it really you?',
      buying: 'Buying',
      paying: 'Paying',
      managing: 'Looking after a purchase',
      data: 'Files and data',
      help: 'Help and support',
      admins: 'For admins',
      partners: 'For partners',
    },
    real: {
      organisation: 'Organisation',
      unknownOrganisation: 'The one this Teams belongs to; Microsoft hasn’t told me its name yet',
      acts: 'Who acts',
      actsNamed: '{{names}}, in whose name I wrote to you',
      actsAdmins: 'The admins of Microsoft 365 here; {{contact}} knows them',
      check: 'How to check',
      checkPage: 'Open “Is this message real?”, your organisation’s own page, or ask {{contact}}',
      checkContact: 'Ask {{contact}}, using contact details you already know and none from the message',
      never: 'I never ask for',
      neverWhat: 'A card number, a password, a sign-in code, or money',
      line: '{{product}}: {{what}}',
      sent: 'What I have really sent you',
      sentNone: 'Nothing so far. Whatever else you got in my name is not from me.',
      sentOnly: 'If the message you doubt isn’t here, it is not from me.',
      sentMore: 'Older messages aren’t listed here: in doubt about one, ask {{contact}}.',
      mailTitle: 'By e-mail',
      mail: 'E-mail from me comes from {{from}} and asks for nothing but a visit to Teams.',
      noMail: 'I write in Teams only, never by e-mail.',
    },
    question: {
      real: 'Is a message from Purser real?',
      purser: 'Who is Purser?',
      contact: 'Who can help me?',
      'how-to-buy': 'How does a self-service purchase work?',
      'who-can-buy': 'Who may buy?',
      guests: 'May guests buy?',
      synced: 'May people synced from a local Active Directory buy?',
      sectors: 'May public authorities and schools buy?',
      markets: 'Where can’t it be bought?',
      products: 'Which products can be bought?',
      trials: 'What about trials?',
      blocked: 'I may not buy it. What now?',
      marketing: 'Does Microsoft still advertise to people who may not buy?',
      payment: 'How can a purchase be paid for?',
      'who-pays': 'Who pays?',
      price: 'What does it cost?',
      bill: 'How do I pay a bill or change the card?',
      refund: 'Do I get a refund?',
      renewal: 'Does it renew by itself?',
      manage: 'Where do I manage what I bought?',
      more: 'How do I buy more licences, or fewer?',
      assign: 'Whom can I give a licence to?',
      cancel: 'How do I cancel?',
      keep: 'Can I keep my licence?',
      files: 'What happens to my files?',
      'data-owner': 'Who owns the data?',
      policies: 'Do the organisation’s policies apply?',
      privacy: 'What does Microsoft learn about buyers?',
      backup: 'What should be saved before a move to a smaller plan?',
      support: 'Who supports what I bought?',
      premier: 'Does my call use up Premier support?',
      training: 'Where can I learn the product?',
      'admin-can': 'What can an admin do about it?',
      'admin-sees': 'Where do admins see purchases?',
      centralise: 'How are purchases centralised?',
      leaver: 'What if the purchaser leaves?',
      requests: 'What are Microsoft’s licence requests?',
      'own-process': 'Can our own request process be used?',
      'share-request': 'Can somebody without an admin role decide on a request?',
      roles: 'Which roles are needed?',
      'buyer-role': 'Why does a purchaser suddenly have a billing role?',
      partners: 'What can partners do?',
      'partner-tenants': 'Can a partner do it for all customers at once?',
    },
    short: {
      'who-pays': 'Who pays?',
      refund: 'Refund?',
      support: 'Who helps?',
      cancel: 'How to cancel',
      files: 'My files',
      real: 'Is it real?',
      blocked: 'If I may not buy',
      contact: 'Whom to ask',
      assign: 'Give a licence',
      renewal: 'Does it renew?',
      bill: 'Bill or card',
      'data-owner': 'Whose data?',
      payment: 'Ways to pay',
      price: 'The price',
      products: 'Which products?',
      markets: 'Where not?',
      trials: 'Trials',
      leaver: 'If the buyer leaves',
      centralise: 'Centralising',
      'admin-can': 'What admins can do',
      requests: 'Licence requests',
      roles: 'Which roles?',
      partners: 'Partners',
    },
    answer: {
      real: 'Check it here: I’m Purser, the bot your organisation uses for Microsoft licences. This is what I am, and everything I have sent you.',
      purser:
        'I’m a bot in Teams, run by your organisation. I show who bought which Microsoft product with their own card, and write to people when their purchase or licence is concerned. I decide nothing: a colleague whose name is on the message does, and you can always answer.',
      contact:
        'Ask {{contact}}. For a message of mine, also the colleague it names: your answer there reaches them. For the product itself, Microsoft’s support helps purchasers.',
      'how-to-buy':
        'On the product’s website or where the app offers it. You give your work e-mail address so that Microsoft finds your organisation, sign in with your work account, choose how many, and pay by card. You can use it at once.',
      'who-can-buy':
        'Anyone with a work account in an organisation whose accounts are managed in Microsoft Entra, except guests, unless an admin has blocked the product. People who can’t buy are told to ask their IT admin.',
      guests: 'No. A guest can’t buy anything in an organisation whose guest they are.',
      synced:
        'Yes. Accounts synced from a local Active Directory count like any other, as long as they are active and the organisation may buy.',
      sectors:
        'No. Self-service purchase is closed to government and education organisations. Their admins need not do anything to prevent it.',
      markets:
        'Nothing can be bought in India. In Brazil and in the Democratic Republic of the Congo, Project and Visio can’t be bought. Older French versions of the document name a country that doesn’t exist; this is the one that is meant.',
      products: 'At first Power BI, Power Apps, Power Automate, Project and Visio; today a dozen more.',
      trials:
        'An admin can allow a product, allow trials only, or block it. “Trials only” means trials that ask for no card, and after one the product can’t be bought. A trial that asked for a card becomes a paid subscription by itself when it ends; one that didn’t simply ends.',
      blocked:
        'Ask {{contact}} for a licence and say what you need it for: the organisation may have one free. Microsoft may show you a form to request one, also for colleagues; an admin then approves or declines, and you get an e-mail.',
      marketing:
        'No. People who may not buy a product get no marketing e-mails about it from Microsoft, and a trial shows them no prompts to buy.',
      payment: 'By credit card only. Microsoft doesn’t send an invoice to be paid later.',
      'who-pays':
        'The person who bought it. Microsoft bills that person’s card until the subscription ends, and holds them responsible for paying. Whether the organisation pays it back is up to its expense rules.',
      price:
        'What Microsoft’s website and the checkout show. It can differ from what the organisation pays for the same product through its own contract or a partner. That isn’t an error.',
      bill: 'In the Microsoft 365 admin centre, under Billing › Bills & payments: invoices are under “Invoices”, your card under “Payment methods”. You see only what is yours. Nobody else should change your card, and I never ask for it.',
      refund:
        'Usually only within seven days. With a Microsoft Customer Agreement, which new purchases usually have, Microsoft pays back the remaining time if you cancel within seven days of the start or of a renewal. Later you can only turn off renewal: you keep the product until its term ends, and pay for it. Under the older Online Subscription Agreement, the rest is credited.',
      renewal:
        'Yes, unless you turn that off. A purchase renews at the end of its term; a trial with a card becomes a paid subscription; a trial without one ends. I see one date from Microsoft, not which of these it is, so treat it as renewing.',
      manage:
        'In a limited view of the Microsoft 365 admin centre: choose “Admin” in the app launcher. There you see what you bought, buy more, give licences, pay your bill, change the card, and cancel. It shows you nothing of other people’s.',
      more: 'In the admin centre, under Billing › Your products: open the product, choose “Buy licenses” or “Remove licenses”, and enter the new total. More of the same product is fine; a different product is a new purchase.',
      assign:
        'Anyone in your own organisation, and only licences of what you bought yourself. People of another organisation can’t have one.',
      cancel:
        'In the admin centre, under Billing › Your products: open the subscription and choose “Cancel subscription”. Save your files first. When it ends, everybody with one of its licences may lose access. After seven days you can usually only turn off renewal, and it then ends with its term.',
      keep: 'If your organisation asks you to give something up, press “I still need it” on that message and say why: a colleague reads it before anything goes on. If a purchase is taken over, you may get a licence that the organisation pays for instead, and the message says so. Ask {{contact}} if you don’t know which it is.',
      files:
        'They belong to the organisation, and remain under its control. When a subscription ends, people without another licence may no longer open them in that product, so save or export what you need before that day.',
      'data-owner':
        'The organisation owns and controls the data that people create with a product they bought themselves.',
      policies:
        'Yes, all of them. Every data and access policy that the organisation has turned on applies to these products as to those bought centrally, and admins stay in control of which services people may use. (A French version says “turned off”; that is a mistranslation.)',
      privacy:
        'Where buying is allowed, Microsoft’s commerce service, which is outside the organisation’s tenant, processes the buyer’s name, e-mail and IP address and the ids of the tenant and the account, in order to give the licence and to write about it.',
      backup:
        'Whatever the new plan has no place for. Before people move to a plan with fewer data services, let them export mail to a .pst file and copy files from OneDrive or SharePoint. A move to a plan with the same or more services needs no copy.',
      support:
        'Microsoft, with its standard support for purchasers. Neither your IT department nor a partner is expected to support it. For questions about the organisation’s rules, ask {{contact}}.',
      premier:
        'No. Support for a self-service purchase takes nothing from the organisation’s Premier support incidents.',
      training:
        'On the product’s website: guided learning, documentation, samples, and communities where users help each other.',
      'admin-can':
        'See every purchase with its product, purchaser, quantity, end date, orders, price and users; allow or block buying, product by product; and apply the same data and access policies as to everything else. The Power Platform admin centre also shows the capacity that such purchases bring.',
      'admin-sees':
        'Global and Billing Administrators: in the Microsoft 365 admin centre, under Billing › Your products, with a filter for self-service. Until a purchase is taken over, they can only look at it.',
      centralise:
        'Give everyone a licence the organisation owns, or buys for them through its own contract and prices; then ask the purchaser to cancel. In Purser: “{{centralise}}”.',
      leaver:
        'People with a licence keep using it until the term ends. The subscription stays until somebody ends it, and the licences can be replaced by central ones.',
      requests:
        'Where buying is blocked, people can ask for a licence instead, also for colleagues. A User or License Administrator approves all, some or none, directly or through a security group, may switch off single apps and add a message; the person gets an e-mail. Requests are kept for 12 months.',
      'own-process':
        'Yes: Billing › Licenses › Requests › “Connect your request process” takes a message and one link, which people then see. New requests no longer appear on the Requests tab; older ones stay until they are decided.',
      'share-request':
        'Yes: an admin can share a request by e-mail, one at a time, with somebody in the organisation. That person answers the e-mail and needs no access to the admin centre; the admin then approves or declines.',
      roles:
        'To change what may be bought: Global or Billing Administrator; a Global Reader may look. To look after purchases: with a Microsoft Customer Agreement, owner or contributor of the billing account or profile; otherwise at least Billing Administrator.',
      'buyer-role':
        'Whoever signs up becomes owner of the billing account of their own purchase, which some lists show like an admin role. It covers that purchase, not the organisation’s tenant.',
      partners:
        'A partner with delegated admin rights sees purchases as an admin does, can help to centralise them, and may offer solutions around them.',
      'partner-tenants':
        'No. Buying is blocked product by product, and one customer’s tenant at a time. A partner has no duty to support or bill what people buy themselves.',
    },
    since: {
      products:
        'Microsoft’s list of October 2024 has 17 products, among them Copilot, Teams Premium and Microsoft 365 F3, and four kinds of third-party offers. New products may be bought until an admin blocks them.',
      'how-to-buy': 'Trials work the same way. Azure Active Directory is now called Microsoft Entra ID.',
      'who-can-buy':
        'Since 2024, Microsoft’s admin centre has a page for it; before, it took PowerShell. New products are allowed until an admin blocks them.',
      payment:
        'A payment method is now asked for by some trials as well; they turn into paid subscriptions when they end.',
      assign: 'Microsoft’s page for purchasers takes up to 20 people at a time.',
      'admin-can':
        'Admins can now also take a purchase over or cancel it themselves, and set the rules on a page of the admin centre (Settings › Org settings) instead of PowerShell.',
      'admin-sees':
        'Trials have a tab of their own. Since summer 2024, Microsoft tells Global and Billing Administrators of new purchases.',
      centralise: 'Admins no longer depend on the purchaser: they can take a purchase over and cancel it themselves.',
      leaver:
        'In 2020 only the purchaser, or an admin through Microsoft’s support, could end it. Today an admin can take it over in the admin centre; support is the second way.',
      partners:
        'Today a partner who acts for a customer must be Global Administrator there to change what may be bought.',
    },
  },
};
