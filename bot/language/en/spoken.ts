/** English as people speak it to a colleague. */
import type { Phrase, SpokenWords } from '../spoken.ts';

const people =
  '(people|users|anyone|anybody|everyone|everybody|staff|employees|colleagues|someone|somebody|my team|our people|our users)';
const buying = '(buy|buying|purchase|purchasing|get|getting|order|ordering|to buy|to purchase|to order)';
const bought = '(bought|buys|purchased|purchases|ordered|orders|paid for|pays for|got|subscribed to)';
const buyer = '(purchaser|purchasers|buyer|buyers|owner|owners|people|person|user|users|employees)';
const listed = '(purchases|purchase|subscriptions|subscription|orders)';
const seat = '(licence|licences|license|licenses|seat|seats)';
const ends =
  '(expire|expires|expiring|end|ends|ending|renew|renews|renewing|is due|are due|due|run out|runs out|running out|is renewing|are renewing|is expiring|are expiring|will expire|will renew|will end|convert|converts|come up for renewal|comes up for renewal)';
const ending = '(expiring|ending|renewing|due|running out|about to expire|about to renew|up for renewal)';
const which = `(what|which|which ones|what else|which of them|[what|which|all|the|any] ${listed} [that|which]|anything|everything [that])`;
const soon = 'expires<30d';
const when = {
  'expires<week':
    '(this week|in the next week|in the next days|within a week|within the week|in a week|by the end of the week)',
  'expires<month': '(this month|by the end of the month|until the end of the month|before the end of the month)',
  'expires<{number}d': '(in|within|in the next|over the next|the next|next|for the next|coming) {number} (d|day|days)',
  'expires<{number}w':
    '(in|within|in the next|over the next|the next|next|for the next|coming) {number} (w|week|weeks)',
  'expires<{number}m':
    '(in|within|in the next|over the next|the next|next|for the next|coming) {number} (month|months)',
  [soon]: '[soon|in the next month|within a month|next month|in a month|shortly|in the near future]',
};

const trials = '(trials|trial|trial subscriptions|free trials)';

const renewals: Phrase[] = Object.entries(when).flatMap(([filter, said]): Phrase[] => [
  [`${which} ${ends} ${said}`, `purchases ${filter}`],
  [`[${listed}] ${ending} ${said}`, `purchases ${filter}`],
  [`[which|what|the|all] ${trials} [are|that are|that] (${ends}|${ending}) ${said}`, `purchases trial ${filter}`],
  ...(filter === soon ? [] : [[`${listed} [due|from now|for] ${said}`, `purchases ${filter}`] as const]),
  [
    `(renewals|expirations|expiries|renewal dates|due dates|what is coming up|whats coming up|what's coming up) ${said}`,
    `purchases ${filter}`,
  ],
]);

const wanting =
  "(i want|i'd like|i would like|i need|we need|we want|can i get|can i have|could i get|could i have|may i have|please give me|get me|order me) [to have|to get|to request]";

export const spoken: SpokenWords = {
  courtesy: [
    ...['please', 'pls', 'hey', 'hi', 'hello', 'purser', 'ok', 'okay', 'so', 'and', 'now', 'well', 'um'],
    'just',
    ...[
      "i'd like to",
      'i would like to',
      'i want to',
      'i need to',
      'i have to',
      'we want to',
      'we need to',
      'let us',
      "let's",
    ],
    ...['help me', 'quickly', 'i wish to', "i'd like", 'actually', 'oh', 'sorry', 'but', 'morning', 'good morning'],
    ...[
      'good afternoon',
      'hi there',
      'hey there',
      'hello there',
      'hi purser',
      'i changed my mind',
      "i've changed my mind",
      'on second thought',
      'on second thoughts',
    ],
  ],
  requesting: [
    'can you',
    'could you',
    'would you',
    'will you',
    'can you please',
    'i want you to',
    'i would like you to',
    'would you mind',
  ],
  asking: ['can i', 'could i', 'may i', 'can we', 'could we', 'may we', 'do you know', 'tell me how to'],
  negations: ['not', 'never', 'no longer', "don't", 'dont', "doesn't", "isn't", "won't", "can't", "didn't", 'cannot'],
  ourselves: ['me', 'us', 'myself', 'my', 'mine', 'it', 'this', 'that'],
  closing: [
    'please',
    'pls',
    'thanks',
    'thank you',
    'for me',
    'now',
    'right now',
    'today',
    'asap',
    'purser',
    'again',
    'then',
    'at the moment',
    'any more',
    'anymore',
    'any longer',
    'for everyone',
    'for everybody',
    'for all',
    'for good',
    'yet',
    'immediately',
    'altogether',
  ],
  showing: [
    ...[
      'show',
      'show me',
      'show us',
      'list',
      'list all',
      'list me',
      'display',
      'view',
      'see',
      'find',
      'find me',
      'search',
      'search for',
      'get me',
      'look up',
      'look for',
    ],
    ...[
      'give me',
      'open',
      'tell me about',
      'tell me',
      "what's",
      'whats',
      'what is',
      'what are',
      'what about',
      'details of',
      'details on',
      'details for',
      'info on',
      'information about',
      'pull up',
      'bring up',
      'where is',
      'where are',
      'show all',
      'i want to see',
      'let me see',
      'how is',
      'how about',
    ],
  ],
  numbers: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  fillers: [
    'of',
    'the',
    'our',
    'any',
    'for',
    'with',
    'from',
    'in',
    'on',
    'about',
    'a',
    'an',
    'all',
    'that',
    'which',
    'are',
    'is',
    'were',
    'was',
    'some',
    'their',
    'to',
  ],
  phrases: [
    // What names its thing by a number says all it needs.
    [`(put|write|note) (my name|me) (on|down for|against|next to) {purchase}`, 'take {purchase}'],
    [
      "(i|we) (can't|cannot|can not|no longer|won't|don't|do not) [want to|have time to] (look after|take care of|handle|deal with|take|keep|do) {purchase} [any more|anymore|any longer]",
      'release {purchase}',
    ],
    [
      '(ping|nudge|contact|remind|write to|message|chase|ask|warn) the (buyer|purchaser|owner) of {purchase} [to cancel [it]]',
      'ask {purchase}',
    ],
    [
      `(tell|ask|get|remind) {who} [to] (get rid of|cancel|end|stop|drop|give up|terminate) {purchase} (because|since|as) {why}`,
      'ask {purchase} because {why}',
    ],
    ['(tell|get|remind) {who} [to] (get rid of|cancel|end|stop|drop|give up|terminate) {purchase}', 'ask {purchase}'],
    ['what (would|will) happen if (i|we) (take|took) [over] {purchase} [over]', 'takeover {purchase}'],
    [
      `(move|switch|shift|transfer|migrate) (everybody|everyone|all|all of them|all the people|the people|people|them|the holders|all holders) (from|off|on|in) {purchase} [[on|in] to our [own|central] ${seat}]`,
      'takeover {purchase}',
    ],
    [
      '(hand|give|pass|leave|forward|delegate|transfer|assign) {request} [over|on] to {who} [to (decide|approve)]',
      'reassign {request} {who}',
    ],
    ['(hand over|pass on) {request} to {who}', 'reassign {request} {who}'],
    ['(let|have) {who} (decide|approve|handle|look at|sign off) [on|about] {request}', 'reassign {request} {who}'],
    ['ask {who} to (decide|approve|handle|look at|sign off) [on|about] {request}', 'reassign {request} {who}'],
    ['no (to|for|on) {request} [{why}]', 'reject {request}'],
    ['(decline|refuse|turn down) {request}', 'reject {request}'],
    ['(give|hand) {purchase} back', 'release {purchase}'],
    ['(write|write to|message) {who} about {purchase}', 'ask {purchase}'],
    ['stop (selling|the sale of) {what}', 'block {what}'],
    ['only allow trials (of|for) {what}', 'trials {what}'],
    [`[get|send|give] [me] [all] [the] ${listed} (as|in) [an|a] (excel|csv|spreadsheet)`, 'export purchases'],
    ['(take back|pull back|retract|call back) [my|our|the] [request] {request}', 'withdraw {request}'],
    [
      '(has|did|is) (microsoft|ms) (cancel|cancelled|canceled|end|ended|finish|finished|done|do) [with] {request} [by now|yet|already]',
      'check {request}',
    ],
    [
      '(i|we) [have|already|just] (turned off|switched off|cancelled|canceled|ended|stopped|finished) [the|its] [renewal|subscription|recurring billing] [for|of|on|in] {request} [(in|at|on) (the admin (center|centre)|microsoft)]',
      'check {request}',
    ],
    [`(who did what|who did something|who changed what) (to|with|on|about) {purchase}`, 'audit {purchase}'],
    [
      "{purchase} is (central|ours|our own) [and|but] [it is|it's|its] not [bought by] [self-service|self service|a self-service purchase|theirs|private]",
      'classify {purchase} central',
    ],
    [`(what|whats) [still] [is] {request} waiting for`, 'approval {request}'],
    // Politeness and what waits for an answer.
    [
      '(thanks|thank you|thx|ty|cheers|great|perfect|awesome|excellent|well done|good job|good bot|nice|cool|wonderful|brilliant|bye|goodbye|good bye|see you|good night|have a nice day|have a good day|much appreciated) [so much|a lot|very much|again|purser|that helps|that helped|for your help|for the help|for that|job|work|later|tomorrow]',
      'thanks',
    ],
    ['?', 'help'],
    [
      '(help|what (can|do) you do [for (me|us)]|what else can you do|how can you help [me|us]|what can i (do|say|ask|type)|how does (this|it) work|how do i use (this|it|you)|what (commands|words) (are there|do you know|can i use)|commands|menu|options|instructions|manual|i am lost|i need help)',
      'help',
    ],
    [
      '(who are you|what are you|what is this|what is purser|are you a bot|are you human|is this a bot|introduce yourself)',
      'hello',
    ],
    ['(good morning|good afternoon|good evening|how are you|how is it going|hi there|hey there|hello there)', 'hello'],
    [
      '(ok|okay|yes|yep|yeah|yup|sure|fine|agreed|agree|i agree|confirm|confirmed|confirm it|go ahead|do it|no|nope|no way|never|done|approve it|approve this|approve that|approved|i approve [it|this|that]|reject it|reject this|decline|decline it|deny it|sounds good|all right|alright|right|k) [please|then|thanks|thank you|go ahead|do it|yes|ok|sure|fine|approve it|confirm]',
      'waiting',
    ],
    [
      "(why|why is that|why me|what for|what does (this|that|it) mean|what do you mean|i (do not|dont|don't) (understand|get it|get this)|huh|explain|explain [this|that|it]|what happened|what now|what next|what should i do|what do i [still] (have|need) to do|what am i (supposed|meant) to do)",
      'waiting',
    ],
    [
      "((what is|what's|whats) [still] (waiting|pending|open|left to do|on my plate|on my desk)|what (do i|must i|should i) (decide|approve|answer)|what do i [still] (have|need) to (decide|approve|answer|sign off|sign|confirm|check)|is [there] anything (waiting|pending|to do|for me)|anything (waiting|pending|to do) [for me]|my tasks|my to do [list]|todo|to do|pending)",
      'waiting',
    ],
    [
      '(how much (do|am|will) i (pay|paying|spend|spending)|how much (does it|do they|do my (purchases|subscriptions|licences|licenses)) cost [me]|(until when|how long) (do|will) i [have to] pay|who [else] uses (my purchase|my licences|my licenses|my licence|my license|what i bought))',
      'mine',
    ],
    // Whether it is really Purser, and what people want to know who bought something.
    [
      '(is (this|it|that) [message|card|mail|e-mail|one] [really|actually|all] (real|genuine|a scam|scam|phishing|a phishing (mail|message|attempt)|a fraud|fraud|spam|fake|a fake|a joke|a trick|legit|legitimate|true|official|safe|you|from you|from microsoft|from it)|(are|is) (you|purser) [really] (real|genuine|a scam|legit|legitimate|safe|official)|scam|phishing|fraud|(this|it) (is|looks like|smells like|must be) [a] (scam|phishing|fraud|spam|fake)|can i trust (this|you|it|this message|purser)|how (do|can) i (know|check|verify) [that] [this|it|you|whether|if] [is|are] [this|it|you] [is|message] [really] (real|genuine|you|true|from you))',
      'faq real',
    ],
    [
      '(who is (this|it|that|writing|writing to me|behind this)|who (wrote|sent) (this|me this|that|me that|this message)|who are you exactly|who (writes|is writing) to me)',
      'faq purser',
    ],
    [
      '(who can help [me|us] [with (this|that|it)]|(talk|speak|write) to (someone|somebody|a human|a person|a real person|a colleague)|who[m] (do|can|should) i (ask|call|contact|talk to|turn to)|contact|[who is] [the|my] contact [person]|help desk|helpdesk)',
      'faq contact',
    ],
    [
      '([microsoft|the|contact|technical] support|who (supports|gives support for) (it|this|what i bought)|who helps [me] if it [does not|doesn’t] (work|breaks))',
      'faq support',
    ],
    [
      '[how do|how can|how|do|can|will|could|when do] [i|we] [get|be|become|getting|have|want] [a|my|the|some] (refund|refunds|refunded|reimbursed|reimbursement|money back) [for (it|this|that|my subscription|my purchase)]',
      'faq refund',
    ],
    [
      '[how (do|can|to|does one|would)] [i|we|one] (cancel|end|stop|terminate|get rid of) my [{what}] (subscription|purchase|licence|license|trial|order) [at microsoft|myself]',
      'faq cancel',
    ],
    [
      'how (do|can|to|does one) [i|we|one] (cancel|unsubscribe|end it|cancel it|cancel this|(cancel|end) (the|a) (subscription|purchase|trial)) [at microsoft|myself]',
      'faq cancel',
    ],
    [
      '[what] [happens|will happen|becomes|about|will|do|can|could|are|am] [i|to|of|with] [going to] [lose|keep|losing] [all] my (files|documents|data|work|drawings|reports|diagrams)',
      'faq files',
    ],
    [
      'who (pays|is paying|has to pay|will pay|is billed|gets billed|is charged|gets charged) [for] [it|this|that|until then|then|what i bought]',
      'faq who-pays',
    ],
    ['(do|will|must) i [have to|still] (pay|get charged|be charged) [for] [it|this|that|anything]', 'faq who-pays'],
    ['(can|may|could|do) i [still] (keep|get to keep) (it|this|that|mine|my licence|my license|using it)', 'faq keep'],
    [
      '[how (do|can|to)] [i|we] (pay (my|a|the) bill|change (my|the) [credit] card|update (my|the) [credit] card|replace (my|the) [credit] card)',
      'faq bill',
    ],
    [
      '[is there] (anything|something|what) [is] (on fire|burning|urgent|important|to worry about|i (should|need to|have to|must) (worry about|know [about]|look at|care about|see|deal with)) [today|this week|here|right now]',
      'purchases',
    ],
    // Licences, before purchases: "who has" is about them.
    ['(holders|people|names|who is in|who are the holders) [of|in|for] {request}', 'approval {request} holders'],
    ['(status|state|details|progress|news) [of|on|for] {request}', 'approval {request}'],
    ['who are the (other|others|rest|remaining) [{number}] [people|holders|of them]', 'approval holders'],
    ['ask {who} (why|what for|for the reason|for a reason|a question)', 'waiting'],
    ['ask {who} why (she|he|they) (bought|needs|need|has|have|wants|uses) {what}', 'ask by:"{who}" product:"{what}"'],
    // Whose purchaser left.
    [`(which|what|the) ${buyer} (has|have|had) (left|gone|quit)`, 'purchases left'],
    [`who (has|have) (left|gone|quit) [the company|the organisation|the organization|us]`, 'purchases left'],
    ['who (left|quit) [the company|the organisation|the organization|us]', 'purchases left'],
    [
      `[${listed}] [of|by|from|whose|bought by] (leavers|${buyer} (who|that|which) [has|have] left|people no longer here|${buyer} (has|have) left|ex-employees|former employees|deleted users|disabled users) [the company|the organisation|the organization|us]`,
      'purchases left',
    ],
    [`(orphaned|ownerless|abandoned) ${listed}`, 'purchases left'],
    [
      "{what} (who|that) (don't|dont|doesn't|do not|does not|no longer) work [here|for us|with us] [any more|anymore|any longer]",
      'purchases left',
    ],
    ["(who's|who is|whos) the (biggest|largest|top) (buyer|purchaser|spender)", 'purchases sort:quantity'],
    [`who (${bought}) [the] most [of all|${seat}|of it|of them]`, 'purchases sort:quantity'],
    [
      'what (did|does|has) {who} (say|said|answer|answered|reply|replied|respond|responded) [to (me|us|that|it|this)]',
      'purchases by:"{who}"',
    ],
    // What is kept.
    [
      `(what|which ${listed}|which ones) (do we keep|did we keep|have we kept|are kept|is kept|are we keeping|are sanctioned)`,
      'purchases kept',
    ],
    [`(kept|sanctioned) ${listed}`, 'purchases kept'],
    // The newest.
    [`[the] (biggest|largest|top) ${listed}`, 'purchases sort:quantity'],
    ['(sort|sorted|order) [it|them|the list|purchases] by {what}', 'purchases sort:"{what}"'],
    [`(new|fresh) ${listed} [this week|lately|recently]`, 'purchases since:week sort:bought'],
    [`(recent|latest|newest|last|most recent) ${listed}`, 'purchases sort:bought'],
    [`${listed} (new|recent|latest|newest|newest first|lately|recently)`, 'purchases sort:bought'],
    ["(what's|whats|what is|anything|something|what) new [this week|lately|here]", 'purchases since:week sort:bought'],
    [
      "(what's|whats|what is|anything|what) (new|changed|been bought|bought) since {when}",
      'purchases since:"{when}" sort:bought',
    ],
    [
      `[what|which] ${listed} [made|bought|new|were made|were bought] since {when}`,
      'purchases since:"{when}" sort:bought',
    ],
    [
      '(what|who) (was|were|has been|have been|have people|did people) (bought|buy) since {when}',
      'purchases since:"{when}" sort:bought',
    ],
    ...renewals,
    [
      `(what|who) [has|have|was|were|did] [people|users|we] [been] (bought|buy|purchased) (this week|last week|lately|recently|these days|today)`,
      'purchases since:week sort:bought',
    ],
    [
      `(what|who) [has|have|was|were|did] [people|users|we] [been] (bought|buy|purchased) (this month|last month)`,
      'purchases since:month sort:bought',
    ],
    [
      `(show|list|see|find|which|what|all|current|running|active|how many) [me] [all|of] [the|our] [current|running|active] ${trials} [are there|are running|do we have|have we got]`,
      'purchases trial',
    ],
    // Who bought what.
    [`(who|which ${buyer}) [has|have|all|else] ${bought} {what}`, 'purchases {what}'],
    [
      '(what|which things|which products|how much) (did|do|has|have) i (buy|bought|purchase|purchased|order|ordered|own) [myself|so far]',
      'mine',
    ],
    [
      '(what|which products) (did|do|has|have) (we|people|they|users|employees|my colleagues|everyone|everybody) (buy|bought|purchase|purchased) [themselves|by themselves|so far]',
      'purchases',
    ],
    [
      `(what|which products|which ${listed}|everything) (did|does|has|have) {who} (buy|bought|purchase|purchased|order|ordered|own)`,
      'purchases by:"{who}"',
    ],
    [`[all] ${listed} (by|made by|bought by|belonging to) {who}`, 'purchases by:"{who}"'],
    [`{who}('s|’s) ${listed}`, 'purchases by:"{who}"'],
    ['(everything|anything|all|stuff) (from|by|of|bought by) {who}', 'purchases {who}'],
    [`my [own] ${listed}`, 'mine'],
    ['(things|products|anything|everything|what) i (bought|purchased|own)', 'mine'],
    [
      `${listed} [that are] (assigned to me|in my hands|i took|i take care of|i handle|mine to do|waiting for me|i am handling)`,
      'purchases todo',
    ],
    // Who has a licence.
    [
      `(who|which ${buyer}) (has|have|uses|use|is using|are using|holds|hold|owns|got) [a|an|the] {what} ${seat}`,
      'licences {what}',
    ],
    [
      `(who|which ${buyer}) (has|have|uses|use|is using|are using|holds|hold|owns|got) [a|an|the] {what}`,
      'licences {what}',
    ],
    ["(who's|whos|who is|who has) (got|using|on) [a|an|the] {what}", 'licences {what}'],
    [
      `(does|do|is|are) ${people} [still|really|actually] (use|using|need|have|on) [a|an|the] {what}`,
      'licences {what}',
    ],
    [`(holders|users) (of|for) {what}`, 'licences {what}'],
    [
      `(how many|how much) [free|unused|available] {what} ${seat} [are there|do we have|are free|are left|are used|are in use|have we got]`,
      'licences {what}',
    ],
    [`(how many|how much) (people|users) (have|use) {what}`, 'licences {what}'],
    [`(free|unused|available|spare) {what} ${seat}`, 'licences {what}'],
    // Giving and taking a licence.
    ['(give|get|send|show) (me|us) (an|the|a) (overview|list|summary|view) [{what}]', 'purchases'],
    ['(give|hand|pass) (it|this|that|my request|the request|this request|this one) [over] to {who}', 'reassign {who}'],
    ['hand over (it|my request|the request|this request) to {who}', 'reassign {who}'],
    ['take {who} off {what}', 'remove {what} from {who}'],
    // Licences are asked for.
    [`${wanting} (a|an|one) {what} ${seat}`, 'request {what}'],
    [`${wanting} [a|an|one] ${seat} (for|of) {what}`, 'request {what}'],
    [`${wanting} access to {what}`, 'request {what}'],
    ['(can|could|may) i (get|have) [a|an] {what}', 'request {what}'],
    [`how (do|can|could) i (get|obtain) (a|an) [${seat} (for|of)] {what} [${seat}]`, 'request {what}'],
    ['[i|we] (need|want) (a|another) (licence|license)', 'request'],
    [`(give|assign|grant|hand|allocate) [a|an|one|the] {what} [${seat}] to {who}`, 'assign {what} to {who}'],
    [`(give|assign|grant|get|hand) {who} (a|an|one|the) {what} [${seat}]`, 'assign {what} to {who}'],
    [`(give|assign|grant|hand) {who} {what} ${seat}`, 'assign {what} to {who}'],
    [`{who} needs [a|an|one|the] {what} ${seat}`, 'assign {what} to {who}'],
    [
      `(take away|take|revoke|remove|unassign|withdraw) [a|an|the] {what} [${seat}] [away] from {who}`,
      'remove {what} from {who}',
    ],
    [`(take away|take|revoke|remove) {who}('s|’s) {what} ${seat}`, 'remove {what} from {who}'],
    // What happened.
    ['(history|journal|log|changes|record) [of|for|on] {purchase}', 'audit {purchase}'],
    ['what [has] happened (to|with|on|in) {purchase}', 'audit {purchase}'],
    [
      '(history|what [has] happened|who did what|who changed (what|something|anything)|what (did you|have you) (do|done))',
      'audit',
    ],
    [
      'who (has|did) [already] (cancelled|canceled|cancel|ended|end|taken over|took over) {purchase}',
      'audit {purchase}',
    ],
    ['who (cancelled|canceled|ended|took over|classified|took) {purchase}', 'audit {purchase}'],
    ['who (changed|touched) [the|a|our|my] (rules|rule|settings|policy|policies)', 'audit'],
    [
      `(has|have|did) ${people} (change|changed|touch|touched|alter|altered) [the|a|our|my] (rules|rule|settings|policy|policies) [since {when}|lately|recently]`,
      'audit',
    ],
    ['what (did|have) i [just] (do|done|change|changed)', 'audit'],
    ['(can|could|should) (i|we|anybody|anyone) trust (your|the|this) (log|journal|record|audit)', 'audit verify'],
    ['[the] audit (trail|log)', 'audit'],
    ['who (changed|blocked|allowed|touched|decided|decided on) [the] {what}', 'audit {what}'],
    ['(history|log|journal) (of|for|on) {what}', 'audit {what}'],
    // Who may buy.
    [`(can|may|could|are) ${people} [still|allowed to] [able to] ${buying} {what}`, 'rules {what}'],
    ['who (can|may|is allowed to) (buy|get|purchase) {what}', 'rules {what}'],
    [
      '(is|are) {what} (blocked|allowed|enabled|disabled|permitted|forbidden|banned|switched off|switched on|turned off|turned on)',
      'rules {what}',
    ],
    [`what (can|may) ${people} ${buying}`, 'rules'],
    ['(what|which products) (do|are|have) we (block|blocking|blocked|allow|allowing|allowed)', 'rules'],
    ['(put|set|bring|get|turn) [all] [the|our] rules back [to {what}]', 'baseline'],
    [
      `(let|allow) ${people} [to] (try|trial|test) {what} (but|and) not (buy|purchase|pay) [for] [it|them]`,
      'trials {what}',
    ],
    [`(let|allow) ${people} [to] (try|trial|test) [out] {what}`, 'trials {what}'],
    ['(just|only) (trials|trial) (for|of|with|on) {what}', 'trials {what}'],
    ['(allow|permit|open) {what} [but] (for|as) (trial|trials) only', 'trials {what}'],
    ['(allow|permit|open) {what} only (for|as) (a trial|trial|trials)', 'trials {what}'],
    [
      '(bring|put|get|move|have|pull) [all] {what} under (it|central management|central control|central|our control|our management|our roof|one roof)',
      'centralise {what}',
    ],
    ['[i|we] [want|need] all {what} under (it|central management|central control|our control)', 'centralise {what}'],
    ['(what|which products) (is|are) (blocked|allowed|enabled|disabled|permitted|forbidden)', 'rules'],
    [`(stop|prevent|keep|forbid|ban|block|stop letting) ${people} [from] ${buying} {what}`, 'block {what}'],
    [
      `(nobody|no one|noone) (should|may|can|must|shall) [be able to|be allowed to] ${buying} {what} [any more|anymore|any longer]`,
      'block {what}',
    ],
    [`(don't|do not|dont|never) (let|allow) ${people} [to] ${buying} {what}`, 'block {what}'],
    [
      `${people} (should not|shouldn't|may not|must not|can't|cannot) ${buying} {what} [any more|anymore]`,
      'block {what}',
    ],
    [
      '(stop|block|forbid|disable) [the|all|any] (purchase|purchases|buying|sale|sales|self-service purchase|self-service purchases) (of|for) {what}',
      'block {what}',
    ],
    [
      '(block|disable|stop|turn off|switch off|forbid|ban) all [self-service|self service] (purchases|purchasing|buying|products)',
      'block all',
    ],
    [`(i|we) (don't|do not|dont) want ${people} [to] ${buying} {what}`, 'block {what}'],
    ['(switch|turn) {what} off', 'block {what}'],
    ['(switch|turn) {what} [back] on', 'allow {what}'],
    ['[allow] only trials (for|of) {what}', 'trials {what}'],
    [`(let|allow) ${people} [to] ${buying} {what}`, 'allow {what}'],
    ['(stop|quit|no more) (blocking|banning|forbidding|disabling) {what}', 'allow {what}'],
    // What Purser sends.
    ['(unmute|stop muting) {what}', 'mute {what} off'],
    ['(no more|nothing more|stop) (alerts|notifications|messages) (about|on|for|of) {what}', 'mute {what}'],
    [
      '(unsubscribe|opt out|silence|be quiet|shut up|leave me alone|go away|no more (messages|notifications|mails|e-mails|alerts|spam))',
      'notify',
    ],
    [
      "(stop|don't|do not|dont) (send|sending|write|writing|bother|bothering|spam|spamming|ping|pinging|message|messaging|notify|notifying) [to] [me] [any more|anymore|messages|these messages|this|these|notifications|alerts|such messages|so many messages]",
      'notify',
    ],
    [
      '(turn off|switch off|disable|change|mute|stop|turn on|switch on|enable) [my|the|all|these|your] (notifications|messages|alerts|reminders)',
      'notify',
    ],
    ['(notification|message|alert) settings', 'notify'],
    [
      '(tell|let|notify|inform|alert|ping|warn|message) (us|me|this channel|this chat|this team|the team|the channel) [know] (when|whenever|if|about|as soon as) {what}',
      'notify',
    ],
    ['[set] (quiet|quiet hours|do not disturb) (from|between) {hours}', 'notify quiet "{hours}"'],
    ['[the|my|our] (quiet hours|do not disturb)', 'notify'],
    // What a purchaser or a holder answers.
    ["(don't|do not|dont) (take|remove|cancel|end|touch|stop) my {what} [away]", 'object {said}'],
    ['(leave|keep) my {what} alone', 'object {said}'],
    ['(hands|keep your hands) off my {what}', 'object {said}'],
    [
      '[no|no way|nope|sorry] (i|we) [still|really|do] (need|want|use|want to keep|need to keep|have to keep|would like to keep|love) (it|this|that|mine|my licence|my license|this licence|this license|the licence|them|these) [every day|daily|all the time|a lot|for my work|for work|please|every week|often]',
      'object {said}',
    ],
    [
      "(i disagree|i don't agree|i do not agree|i dont agree|i am against it|i am against this|i am not ok with (it|this|that)|i refuse|i protest|i don't want (this|that)|don't (take|remove|cancel) (it|this|mine|my licence)|please don't|not ok)",
      'object {said}',
    ],
    ['(keep|let me keep|i keep|i am keeping) (it|this|that|mine|them|my licence|my license|everything)', 'waiting'],
    ["(it is|it's|its) (done|cancelled|canceled|over)", 'check'],
    [
      "(done|ok done|finished|all done) (i|we) [have|'ve|already|just] (cancelled|canceled|ended|stopped|turned off) (it|this|that|everything|the subscription|my subscription) [{where}]",
      'check',
    ],
    [
      '(i|we) [have|already|just] (cancelled|canceled|ended|stopped) (it|this|that|the subscription|my subscription) (yesterday|today|last week|this morning|just now|already|in the admin (center|centre)|at microsoft)',
      'check',
    ],
    [
      "(i|we) (have|'ve|already|did|have already) (cancelled|canceled|ended|cancel|end|stopped) (it|this|that|the subscription|my subscription|everything)",
      'check',
    ],
    ['(i|we) (cancelled|canceled|ended) (it|this|that|the subscription|my subscription)', 'check'],
    [
      '(delegate|hand over|hand it over|give this|give that|pass this|forward|forward it|pass it|pass it on|transfer|transfer it|escalate|give it|hand it) [over] [on] to {who}',
      'reassign {who}',
    ],
    ['(delegate|hand over|forward|pass|pass on|transfer) {request} to {who}', 'reassign {request} {who}'],
    // Who decides is not at work, or is back.
    [
      "(i'm|i am|im) (back|back again|back at work|back in the office|here again|no longer away|not away any more|available again)",
      'away off',
    ],
    ['(end|stop|cancel) my (absence|leave|vacation|holiday|out of office)', 'away off'],
    [
      "(i'm|i am|i will be|i'll be|we are|we will be) [going] (away|out|out of office|out of the office|off|on leave|on holiday|on vacation|absent|not here|not in|unavailable|travelling|traveling|off work) [from now] (until|till|to|through) {when}",
      'away until "{when}"',
    ],
    [
      "(i'm|i am|i will be|i'll be) [going] (away|out|out of office|out of the office|off|on leave|on holiday|on vacation|absent|not here|not in|unavailable|off work) for {when}",
      'away for "{when}"',
    ],
    [
      "(i'm|i am|i will be|i'll be) [going] (away|out|out of office|out of the office|off|on leave|on holiday|on vacation|absent|not here|not in|unavailable|off work|sick) {when}",
      'away "{when}"',
    ],
    [
      "(i'm|i am|i will be|i'll be|set me|mark me [as]|set my status to) [going] (away|out|out of office|out of the office|off|on leave|on holiday|on vacation|absent|not here|not in|unavailable|off work|sick)",
      'away',
    ],
    // They say that they do nothing of the kind: what waits is shown, to be answered by a press.
    [
      "(i|we) (don't|dont|do not) (object|mind|approve|agree to it|reject|reject it|approve it|need it|use it|want it|want to keep it|need this|need it all) [to] [this|that|it|at all|any more|anymore|any longer]",
      'waiting',
    ],
    [
      '(i have no objection|i have no objections|no objection|no objections|i no longer (need|use|want) (it|this|that|them))',
      'waiting',
    ],
    [
      "(i|we) (haven't|havent|have not|did not|didn't) (cancelled|canceled|ended|cancel|end) (it|this|that) [yet]",
      'waiting',
    ],
    // Ending, undoing, asking.
    [
      "(i'll|i will|i am going to|i'm going to|let me) (take care of|handle|deal with|look after|take) {purchase}",
      'take {purchase}',
    ],
    ['{purchase} is (central|ours)', 'classify {purchase} central'],
    ['{purchase} is (self-service|self service)', 'classify {purchase} self-service'],
    ['ask {who} to (cancel|end|stop|drop|give up|give back|return|terminate|hand over) {purchase}', 'ask {purchase}'],
    ['(end|terminate|stop|kill|drop) {purchase}', 'cancel {purchase}'],
    ['(revert|roll back|reverse|put back) {change}', 'undo {change}'],
    [
      '(who|when|why) [was|has|did|is] (approved|rejected|decided|decided on|asked|asked for|requested|stopped|declined) {request}',
      'approval {request}',
    ],
    ['(pending|open|waiting|outstanding) (approvals|requests|takeovers)', 'approvals waiting'],
    [
      'ask {who} to (cancel|end|stop|drop|give up|give back|return|terminate|hand over) [the|their|his|her|its] {what}',
      'ask by:"{who}" product:"{what}"',
    ],
    ['(undo|revert|roll back|take back) [that|it|this|the last change|my last change|what i did]', 'undo'],
    // Itself.
    ['(are|is) (you|purser|everything|anything|it) [still] (paused|on hold|stopped|suspended|asleep)', 'status'],
    ['(you (can|may)|please) (carry on|go on|continue|start again|resume|work again)', 'resume'],
    ['what (am i|are we) (allowed|permitted|able) to do [here]', 'whoami'],
    [
      `(email|e-mail|mail|send) (me|us) [a|an|the] (list|table|file|overview) of [all|the|our|all the] ${listed}`,
      'export purchases',
    ],
    [
      '(dump|export|download|save|put|write|get|send me|give me|i need) [me] [a|an|the] (journal|audit|log|audit log|audit trail) (to|as|in|into) [a|an] (csv|excel|file|spreadsheet) [for {who}]',
      'export audit',
    ],
    [
      '(are you (there|working|alive|ok|up|connected|online)|is everything (ok|all right|fine|working)|is (it|this) (working|up|connected)|health|ping|system status)',
      'status',
    ],
    [
      "(what is|what's|whats) my (role|access|permission)|(what|which) (rights|roles|permissions) do i have|my (role|access|permissions)",
      'whoami',
    ],
    [
      '[can i (get|have|see) (this|it|that)] (speak|talk|talk to me in|answer in|reply in|switch to|in|use) (english|en)',
      'language english',
    ],
    [
      '[can i (get|have|see) (this|it|that)] (speak|talk|talk to me in|answer in|reply in|switch to|in|use) (french|fr|francais)',
      'language french',
    ],
    [
      `[download|export|send me|give me|make|make me|get me|i need] [a|an|the] (csv|excel|spreadsheet|file|export|excel file|csv file) [of|with|for] [all|the|our] ${listed}`,
      'export purchases',
    ],
    [`(download|save) [all|the|our] ${listed}`, 'export purchases'],
    [`(download|save|export) [all|the] ${seat}`, 'export licences'],
    [
      '(download|export|send me|give me|make|get me|i need) [a|an|the] (csv|excel|spreadsheet|excel file|csv file)',
      'export',
    ],
    ['(list|show|get) export', 'export'],
    ['[show|open] (the|this|that|my) (request|approval)', 'waiting'],
    ['[show|open|see|list] my (licence|license) (requests|request)', 'request'],
    ["(what is|what's|whats) (going on|happening) [here|now|right now]", 'waiting'],
  ],
  otherwise: [
    ['(disable|turn off|switch off|forbid|ban|stop) {what} (trials|trial)', 'rules {what}'],
    ['{number}', 'purchase P-{number}'],
    [`my ${seat}`, 'mine'],
    ['my {what}', 'mine {what}'],
    [`[the|all|any|more] {what} ${listed}`, 'purchases {what}'],
    ['i [have] (bought|purchased|ordered) [a|an|the] {what}', 'mine {what}'],
    ['(disable|turn off|switch off|forbid|ban|prohibit|disallow|restrict) {what}', 'block {what}'],
    ['(enable|turn on|switch on|permit|unblock) {what}', 'allow {what}'],
    ['(unsubscribe|opt out) [from] {what}', 'notify'],
    [`{who} (has|have) (left|gone|quit) [the company|us]`, 'purchases by:"{who}"'],
  ],
};
