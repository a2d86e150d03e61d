/**
 * What people say in English, by what they mean by it: one sentence a line, of which the ranking learns. None of it has to be
 * said word for word. `{product}`, `{person}`, `{purchase}`, `{request}`, `{change}`, `{day}` and `{number}` stand for any of them.
 */
import type { Said } from '../said.ts';

export const said: Said = {
  purchases: `
    any idea who in marketing bought that tool
    pull together everything {person} has going on
    did we get charged for stuff nobody approved
    total bill of self-service last month
    which department is the most expensive
    have employees been shopping again
    what are people signing up for these days
    who went and got {product}
    what came through self-service this month
    anyone playing with a trial of {product}
    what have folks been up to with their credit cards
    has any money been spent on {product}
    which software did people sneak in
    what do the people in sales pay for
    how big is the damage this month
    what are the running costs
    show the spending
    costs by department
    how expensive is all of this
    what sort of subscriptions are out there
    let me see what people have purchased
    who ordered that
    are there any {product} around
    find purchases by {person}
    {product} trial
    {product} trials
    trial {product}
    deleted {product}
    suspended {product}
    who is {person}
    purchases of {product}
    subscriptions of {product}
    {product} purchases
    {person}
    {product} trials of {person}
    trials started by {person}
    spend
    cost
    savings
    spend per department
    who bought what
    what did we spend on {product}
    list of all subscriptions
    what have people bought
    what did our people buy lately
    show me all the self-service stuff
    which subscriptions did employees get for themselves
    who purchased {product}
    who has been buying {product}
    who bought {product} and why
    who paid for {product}
    did someone order {product}
    has anyone subscribed to {product} recently
    anyone bought anything since {day}?
    any new subscriptions since {day}
    what was bought {day}
    what came in {day}
    new stuff since {day}
    anything new
    list everything {person} bought
    what did {person} buy
    what does {person} own
    what has {person} signed up for
    show {person}'s subscriptions
    everything {person} has purchased
    purchases made by {person}
    all the {product} purchases please
    give me the whole list
    overview of shadow it
    how much are we spending on self-service
    what does all this cost us
    what is the total cost of {product}
    how much money goes into {product} every month
    how much do we pay microsoft for self service
    total spend this month
    what are my colleagues wasting money on
    who is the biggest spender
    who spends the most
    top buyers
    which teams buy most
    which trials do we have
    how many trials are running
    is anyone testing {product}
    who started a free trial of {product}
    list the trials
    deleted subscriptions
    which subscriptions were suspended
    what got cancelled {day}
    show me the ones that are suspended
    which purchases have we asked about
    who has not answered yet
    what subscriptions do we keep
    how many purchases are there
    how many subscriptions does {person} have
    are there duplicates
    do we pay twice for {product}
    is there any {product} bought outside it
    show only {product}
    filter by {product}
    just {person}'s
    the most expensive ones
    the biggest subscriptions first
    what was purchased in the last month
    what showed up this week
    which departments buy things themselves
    any rogue purchases
    unapproved software
    what do we have in self-service
    who is the owner of {product}
    who signed up for {product}
    whose is {product}
    is {product} one of ours or did somebody buy it
    did {person} get {product} herself
    show purchases without a price
    what are we paying for that nobody knows of
    money spent by {person}
    which ones are still undecided
    what is unclassified
    bring up the list of what everyone bought
    what's been happening with purchases this week
    latest orders
    find me {product}
    find everything to do with {product}
    were there purchases over the weekend
    what are people using their credit cards for
    what apps did staff get with their own card
    how many seats did {person} buy
  `,
  due: `
    I'd like to know which ones go up for renewal before new year
    tell me what stops working in december
    what is up next
    what do we have to act on before it renews
    what gets renewed automatically soon
    which ones will roll over in january
    what is about to cost money again
    which contracts come to an end
    anything ending this week
    what is running out in the next weeks
    give me everything that ends before {day}
    what ends before christmas
    everything that stops soon
    what finishes in {number} days
    what renews soon
    what expires next month
    anything running out
    which subscriptions end this week
    what is coming up for renewal
    upcoming renewals
    what will be charged again next month
    what do we need to decide before it renews
    which trials end soon
    trials about to convert
    which trials turn into paid ones
    when does {product} renew
    when does the {product} subscription end
    when is {product} up for renewal
    everything due in the next {number} days
    what ends within {number} weeks
    renewals in the next {number} months
    list expiring
    what lapses before {day}
    what stops working by {day}
    which ones renew automatically {day}
    deadline list
    due dates
    what is due
    what's next to expire
    things ending before the end of the year
    when do {person}'s subscriptions run out
    what is about to be billed again
    what has to be cancelled before it renews
    soon to expire
    which purchases are in their last days
    what's going to renew on its own
    next renewals please
    what falls due this month
    is anything about to end
    any trial that will cost money soon
    which auto renewals are coming
    what ends first
    what is going to roll over
    what will we be charged for next
    expiry dates
    what runs until {day}
    when is the next renewal
    what's ending this quarter
    what needs attention before month end
  `,
  leavers: `
    do we keep paying for people who are gone
    who is gone but still costs us money
    subscriptions whose owner has disappeared
    which subscriptions have no owner any more
    buyers that are not employed any longer
    which buyers have left
    who left and still has a subscription
    purchases of people who are gone
    subscriptions of former employees
    stuff bought by people who don't work here anymore
    orphaned subscriptions
    purchases without an owner
    which purchaser is no longer with us
    what did leavers leave behind
    what belongs to people who quit
    ex-colleagues' licences still being paid
    are we paying for people who resigned
    any purchases by disabled accounts
    whose account was deleted but the subscription goes on
    who has gone but is still being billed
    nobody owns these any more, which are they
    abandoned purchases
    departed buyers
    does anyone who left still have something running
    ownerless subscriptions
    subscriptions left behind
    people who left the company with active purchases
    what happens with things bought by ex employees, show them
    who resigned with open purchases
  `,
  handled: `
    which ones am I looking after
    what did I take on
    which purchases are in my hands
    what am I handling
    what have I promised to do
    purchases assigned to me
    which ones are mine to do
    what is on my list of purchases
    which purchases did I take in hand
    who is handling what
    what am I supposed to follow up
    my open cases
    the ones I took
  `,
  purchase: `
    is somebody already dealing with {purchase}
    what is the story with {purchase}
    what are my options for {purchase}
    should we keep {purchase}
    is {purchase} still needed
    remind me what {purchase} was
    how long does {purchase} run
    what if I do not cancel {purchase}
    I want to see {purchase}
    give me the details of {purchase}
    let me look at {purchase}
    everything about {purchase}
    is someone on {purchase}
    tell me about {purchase}
    what is {purchase}
    details on {purchase}
    show {purchase}
    who bought {purchase}
    what does {purchase} cost
    how much is {purchase}
    when does {purchase} end
    when does {purchase} renew
    who owns {purchase}
    is {purchase} still running
    is {purchase} a trial
    what's going on with {purchase}
    anything known about {purchase}
    what can I do with {purchase}
    why is {purchase} on the list
    open {purchase}
    who is handling {purchase}
    is anybody taking care of {purchase}
    has the buyer of {purchase} answered
    what did they say about {purchase}
    how many seats has {purchase}
    can you pull up {purchase}
    price of {purchase}
    until when does {purchase} run
    is {purchase} cancelled
    status of {purchase}
    look at {purchase}
    info on {purchase} please
    did they reply about {purchase}
    how expensive is {purchase}
  `,
  mine: `
    when does my {product} thing run out
    I want two more seats for my {product}
    what do I have running
    what am I still subscribed to
    let me see what I got
    anything in my name
    which of my subscriptions renew
    I need to add a colleague to my {product}
    take over what I bought please
    can it pay for my {product}
    what did I buy
    my subscriptions
    my purchases
    what do I own
    what have I got
    what am I paying for
    how much do I pay
    what does my subscription cost me
    show my {product}
    I bought {product}, where is it
    I want to cancel my {product}
    cancel my own subscription
    how much longer do I have my {product}
    when does my {product} end
    when does my subscription renew
    will my trial cost me something
    who uses the licences I bought
    I want to add seats to my {product}
    add more licences to what I bought
    hand my purchase to it
    give my subscription to it
    it should take over my {product}
    I don't want to pay for {product} myself any longer
    where do I see what I ordered
    what have I subscribed to
    things I purchased
    is my {product} still active
    what's running under my name
    my stuff
    my trial
    my own licences
    until when do I have to pay
    how do I give somebody a seat of my subscription
    I need to buy more seats for {product} that I bought
    what's charged to my card
    I'd like to transfer my subscription to the company
    I want to get rid of my {product}
    end my {product} subscription
    do I still have {product}
    which licences did I order for my team
    show what I have purchased so far
    I ordered {product} by mistake
  `,
  licences: `
    list everybody with a {product} seat please, grouped by who paid for it
    list everyone with {product}
    people with {product}
    everybody who has a {product} seat
    which people have {product} licences
    who are the people on {product}
    who has {product}
    who uses {product}
    who is using {product}
    who has got a {product} licence
    list of people with {product}
    list people with {product} licences
    how many {product} licences do we have
    how many people have {product}
    how many seats are free
    do we have spare {product} licences
    is there a free seat of {product}
    any {product} left over
    are there unused licences
    who doesn't use {product}
    does anyone still use {product}
    does anybody actually work with {product}
    which users hold {product}
    holders of {purchase}
    who is on {purchase}
    who uses {purchase}
    who has a seat in {purchase}
    does {person} have {product}
    has {person} a licence
    what licences does {person} have
    which licences has {person} got
    who got a licence for {product} {day}
    who are the users of {product}
    seats taken and seats free
    licence usage
    how many {product} are assigned
    who would lose access if {purchase} ended
    who depends on {product}
    which colleagues work with {product}
    names of everyone on {product}
    show me the holders
    unassigned licences
    how many {product} do we own
    idle seats
    is {product} being used at all
    how well is {product} used
    who else has {product}
    do we have enough {product}
    which licences are left
    can I see who holds which licence
    how many seats of {product} are still available
    who was given {product}
  `,
  exportPurchases: `
    our accountant wants this as a spreadsheet
    can I download that
    I want a sheet for the controller
    something I can paste into excel
    list for finance please
    get me that in excel
    export the list
    download the purchases
    can I have this as a file
    give me a csv
    i need an excel of the purchases
    send me the list of subscriptions as a spreadsheet
    mail me the list of all purchases
    get me the purchases as excel
    make a file of everything that was bought
    download all {product} purchases
    xlsx please
    excel export of self service
    I want to work with it in excel
    list of purchases to download
    dump all purchases
    could you produce a spreadsheet for finance
    file with all trials
    give finance a table of the costs
    save the list
    a report I can open in excel
    put the purchases into a spreadsheet
    how do I export this
    can you export the purchases of {person}
    csv of what expires soon
  `,
  exportLicences: `
    a sheet with all users of {product}
    table of seats and people
    an excel of the licences please
    I need a file of who has what
    licences as csv
    export licences
    i need an excel of the licences
    download the list of licence holders
    csv with everyone who has {product}
    spreadsheet of who has which licence
    file of all holders
    export who uses {product}
    give me the licence holders as a file
    dump the licences
    excel with the users of {product}
  `,
  exportAudit: `
    hand me the journal so I can give it to the auditor
    the auditors need the log
    print the log
    log as csv
    export the journal
    dump the journal to csv for the auditors
    download the audit log
    the auditors want the log as a file
    give me the log as a spreadsheet
    csv of all that was done
    save the journal to a file
    send the audit trail to excel
    I need the history as a file for compliance
  `,
  take: `
    stick {purchase} on my pile
    please put {purchase} under my name
    I am going to look at {purchase}
    you can put me on {purchase}
    count me in for {purchase}
    {purchase} goes to me
    I am the one for {purchase}
    reserve {purchase} for me
    book {purchase} on me
    I want to take {purchase}
    give {purchase} to me
    {purchase} to me please
    I would like to handle {purchase}
    I'll take {purchase}
    I'll deal with {purchase}
    I'm on {purchase}
    leave {purchase} to me
    put me down for {purchase}
    put my name on {purchase}
    assign {purchase} to me
    {purchase} is mine
    I will look after {purchase}
    I want {purchase}
    let me handle {purchase}
    I'm taking care of {purchase}
    I've got {purchase}
    mark me as handling {purchase}
    I'll see to {purchase} this week
    dibs on {purchase}
    claim {purchase}
    I'm looking into {purchase}
    I volunteer for {purchase}
    {purchase} - on it
  `,
  release: `
    take me off {purchase}
    I am not on {purchase} any longer
    remove me from {purchase}
    someone else can have {purchase}
    pass {purchase} to whoever has time
    I step back from {purchase}
    give up {purchase}
    I can't look after {purchase} any more
    give {purchase} back
    I let go of {purchase}
    somebody else should handle {purchase}
    take my name off {purchase}
    put {purchase} back in the pool
    I have no time for {purchase}
    hand {purchase} back
    I won't be dealing with {purchase} after all
    drop {purchase} from my list
    unassign me from {purchase}
    free {purchase} for others
    I don't want to handle {purchase}
    {purchase} isn't mine to deal with
    I no longer take care of {purchase}
    no longer keep {purchase}
    forget the question about {purchase}
  `,
  ask: `
    give {person} a shout about {purchase}
    please find out whether {person} is done with {product}
    drop {person} a line about {purchase}
    check with {person} whether {purchase} can go
    talk to the buyer of {purchase}
    could you have a word with {person} about {purchase}
    see if {person} would let {purchase} go
    have the buyer of {purchase} cancel it
    get in touch with the owner of {purchase}
    make {person} stop {purchase}
    send {person} a message about {purchase}
    send the owner of {purchase} a message
    ask the buyer of {purchase} to cancel
    ask {person} to cancel {purchase}
    ask {person} to cancel {product}
    tell {person} to get rid of {purchase}
    tell the owner of {purchase} to stop it
    ping the buyer of {purchase}
    write to {person} about {purchase}
    remind {person} to end {purchase}
    get {person} to cancel {purchase}
    contact whoever bought {purchase}
    message the purchaser of {purchase}
    send a note to the owner of {purchase}
    can you nudge {person} about {purchase}
    could you ask {person} whether she still needs {product}
    ask her to cancel {purchase} because we have plenty of seats
    {person} should cancel {purchase}, tell her
    request that {person} ends {purchase}
    does {person} still need {purchase}? please ask
    ask {person} why he bought {product}
    find out from {person} what {purchase} is for
    let {person} know she should drop {product}
    chase {person} for {purchase}
    have {person} end the {product} trial
    email the buyer of {purchase}
    please write the purchaser of {product}
  `,
  keep: `
    we're happy for {purchase} to carry on
    {purchase} may go on
    do not bother us with {purchase} until {day}
    no need to end {purchase}, it is fine
    leave {purchase} alone
    we stick with {purchase}
    {purchase} is legitimate, let it be
    remind me of {purchase} in {number} months
    not now with {purchase}, ask again in {number} months
    keep {purchase}
    we keep {purchase}
    {purchase} can stay
    {purchase} is fine, leave it
    leave {purchase} as it is
    keep {purchase} until {day}
    don't touch {purchase} until {day}
    {purchase} is ok until {day}
    sanction {purchase}
    approve that {purchase} stays
    no reminders for {purchase}
    stop reminding me of {purchase}
    snooze {purchase}
    we decided to keep {purchase} another year
    let {purchase} run on
    {purchase} has been accepted by it
    we tolerate {purchase}
    {purchase} is needed by the team, keep it
    extend keeping {purchase} until {day}
    they may keep {purchase}
  `,
  classify: `
    {purchase} is ours, it shouldn't be in that list
    {purchase} came from our vendor
    {purchase} was done by purchasing
    {purchase} does not belong in self-service
    put {purchase} down as central
    {purchase} should count as central
    {purchase} is central, not theirs
    {purchase} was ordered by our procurement
    {purchase} is central
    {purchase} is self-service
    mark {purchase} as central
    mark {purchase} as self-service
    {purchase} is ours
    {purchase} was bought by it
    {purchase} wasn't bought by an employee
    {purchase} is not self-service
    set {purchase} to central
    {purchase} came through our partner
    we bought {purchase} ourselves
    {purchase} is wrongly listed as self service
    classify {purchase}
    {purchase} is one of the organisation's own
    treat {purchase} as central
    {purchase} really is a private purchase
    {purchase} belongs to the company agreement
    change the kind of {purchase}
    why is {purchase} shown as self-service, it isn't
  `,
  assign: `
    {person} joins on {day}, sort her out with {product}
    {person} could use {product}
    hook {person} up with {product}
    make sure {person} gets {product}
    {person} is waiting for {product}
    hand {product} over to {person}
    let {person} have a seat of {product}
    {product} for {person}, please
    {person} is new here and will work with {product}
    get {product} to {person}
    give {person} {product}
    give {person} a {product} licence
    assign {product} to {person}
    {person} needs {product}
    {person} needs a {product} seat
    can {person} have {product}
    could {person} get {product} from us
    please add {person} to {product}
    put {person} on {product}
    get {person} a licence for {product}
    hand {person} one of the free {product} seats
    allocate a seat of {product} to {person}
    provision {product} for {person}
    {person} starts {day}, she needs {product}
    {person} should have {product}
    new colleague {person} needs {product}
    licence {product} for {person}
    assign a seat from {purchase} to {person}
    grant {person} access to {product}
    enable {product} for {person}
    turn on {product} for {person}
    one {product} for {person} please
    equip {person} with {product}
    I want {person} to have {product}
    share a {product} seat with {person}
    let {person} use {product}
    give the new designer {product}
  `,
  remove: `
    {person} moved on, grab her {product} seat back
    grab {product} back from {person}
    {person} changed jobs and does not need {product}
    take the {product} seat from {person}
    {person} can do without {product}
    we want {product} back from {person}
    free {product} from {person}
    take {product} away from {person}
    remove {product} from {person}
    take {person} off {product}
    {person} no longer needs {product}
    {person} left, take back {product}
    free up the {product} seat of {person}
    revoke {person}'s {product}
    unassign {product} from {person}
    get the {product} licence back from {person}
    {person} is done with {product}
    {person} does not use {product}, take it back
    remove {person} from {purchase}
    reclaim {product} from {person}
    withdraw the licence of {person}
    {person} shouldn't have {product}
    strip {person} of {product}
    {person}'s {product} can be given to somebody else
    cancel {person}'s seat
    deprovision {product} for {person}
  `,
  takeover: `
    wind up {purchase} please
    get {purchase}'s users onto the company licences
    put an end to {purchase}
    make {purchase} go away
    {purchase} has to go
    pull the plug on {purchase}
    stop the subscription {purchase}
    let {purchase} die
    put the users of {purchase} on our seats
    we want {purchase} for ourselves
    have it run {purchase}
    convert {purchase} to ours
    how do we get rid of {purchase}
    I want {purchase} gone
    finish off {purchase}
    what happens if I cancel {purchase}
    throw out {purchase}, nobody uses it
    sack {purchase}
    I want to get rid of {purchase}
    bin {purchase}
    do away with {purchase}
    take over {purchase}
    let's take over {purchase}
    cancel {purchase}
    cancel subscription {purchase}
    end {purchase}
    kill {purchase}
    drop {purchase}, nobody uses it
    shut down {purchase}
    get rid of {purchase}
    terminate {purchase}
    move everybody from {purchase} onto our own licences
    move the people of {purchase} to our licences
    migrate {purchase}
    transfer {purchase} to it
    it should own {purchase}
    bring {purchase} under it
    replace {purchase} with our own licences
    pull {purchase} into our contract
    switch the users of {purchase} over to ours
    we should own {purchase}
    stop paying for {purchase}
    close {purchase}
    we have to take {purchase} away from {person}
    the buyer of {purchase} left, take it over
    what would happen if I took over {purchase}
    what happens if we cancel {purchase}
    how do I take over {purchase}
    get {purchase} under control
    absorb {purchase}
    {purchase} is a waste of money, end it
    make {purchase} ours
    start a takeover of {purchase}
    take over {product}
    I want to cancel {person}'s {product}
    cancel the {product} subscription of {person}
    move {person} from her own {product} to ours
    can I take {person}'s subscription over
    turn off renewal of {purchase}
    rescue {purchase} before it ends
  `,
  centralise: `
    could all the {product} be ours instead of theirs
    all {product} should be ours
    make every {product} a company licence
    have it provide {product} for everyone
    turn the private {product} into company ones
    bring all {product} under it
    I want all {product} under it
    bring {product} under central management
    centralise {product}
    replace all self-service {product}
    consolidate {product}
    move all {product} to our agreement
    put {product} under one roof
    how do I get all {product} into one contract
    one contract for {product}
    merge the {product} subscriptions
    buy {product} centrally instead
    we should buy {product} for everyone ourselves
    bundle all {product} purchases
    get everybody with {product} onto corporate licences
    unify {product}
    replace what people bought of {product} with ours
    plan for moving {product} to it
    standardise {product}
    swap all private {product} for company licences
    how many {product} would we need to buy to replace theirs
  `,
  approvals: `
    do I have requests to sign
    which requests do I have to approve
    list approvals
    all requests
    which requests are open
    which takeovers are running
    what takeovers are in progress
    what was approved {day}
    what has been rejected
    which requests did I make
    what did {person} decide
    what has {person} approved
    approvals of last month
    pending approvals
    who is deciding on what
    show the finished takeovers
    which cancellations are under way
    is anything stuck
    what is being cancelled
    what is being taken over
    requests waiting for a decision
    show requests by {person}
    everything that's in the pipeline
    history of approvals
    which requests are late
    how many requests are open
    who has to approve
    all takeovers of {product}
    did anyone approve my requests
    my requests
  `,
  approval: `
    what's {request} about
    why has {request} not moved
    how is {request} doing
    tell me more about {request}
    what would happen with {request}
    who is holding up {request}
    anything new with {request}
    what do I need to know about {request}
    is {request} safe to approve
    should I approve {request}
    how far along is {request}
    what is {request}
    show {request}
    status of {request}
    is {request} done
    is {request} approved
    has anyone approved {request} yet
    who approved {request}
    who rejected {request} and why
    who has to decide {request}
    why does {request} take so long
    what is {request} waiting for
    what happened to {request}
    when will {request} be carried out
    who would be affected by {request}
    what does {request} cost
    what exactly would {request} do
    any news on {request}
    any progress with {request}
    let me see {request}
    does anybody object to {request}
    who objects to {request}
    can {request} be undone
    details of {request}
    who is stopping {request}
    was {request} refused
    did {request} work
    {request}?
    why was {request} turned down
    how many people lose access with {request}
    does anyone lose anything with {request}
    explain {request}
  `,
  approve: `
    {request} gets my blessing
    {request} is good to go
    you have my ok for {request}
    happy with {request}
    all good with {request}
    approve {request}
    {request} is fine by me
    {request} ok
    {request}: yes
    go ahead with {request}
    yes to {request}
    I agree with {request}
    sign off {request}
    you may do {request}
    let {request} through
    {request} granted
    {request} looks good
    thumbs up for {request}
    confirm {request}
    I accept {request}
    approved, {request}
    do {request}
    no objection to {request}
    permission granted for {request}
    I'm fine with {request}
  `,
  reject: `
    I'd say no to {request}
    I would rather not do {request}
    leave {request}, no
    {request} gets a no from me
    reject {request}
    no to {request}
    decline {request}
    please decline {request}
    I am against {request}
    {request}: no
    {request} is a bad idea
    turn down {request}
    refuse {request}
    I won't approve {request}
    I can't approve {request}
    {request} denied
    we need those seats, no to {request}
    don't do {request}
    veto {request}
    I disagree with {request}
    {request} is not ok
    not happy with {request}
    say no to {request}
    {request} should not happen
  `,
  withdraw: `
    take back {request}
    take back my request {request}
    withdraw {request}
    I changed my mind about {request}
    cancel my request
    cancel {request}
    cancel my request {request}
    {request} is no longer needed
    forget {request}
    forget my request
    never mind my request {request}
    drop {request}
    pull {request}
    I don't need {request} any more
    retract my request
    scrap {request}
    please delete my request {request}
    I asked for {request} by mistake
  `,
  reassign: `
    let {person} sort out {request} please
    I can't judge this one, who else could
    {request} belongs to {person}
    can {person} take {request}
    {person} is better placed for {request}
    pass it to {person}
    hand this over to {person}
    give this to somebody else to decide
    I should not be the one to decide
    someone else should approve {request}
    another approver for {request}
    let somebody else sign {request}
    hand {request} over to {person}
    give {request} to {person}
    let {person} decide {request}
    let {person} decide
    someone else should approve {request}
    pass {request} on to {person}
    {person} should decide about {request}
    {person} knows more about {request}
    I'm not the right person for {request}
    not my decision, ask {person}
    forward {request} to {person}
    I can't decide {request}, give it to someone else
    delegate {request}
    delegate my approvals to {person}
    transfer {request} to another approver
    {request} is for {person} to decide
    could {person} look at {request} instead of me
    reassign {request} to {person}
    who else can decide {request}
    can someone else approve this
    I'd rather {person} decided
    {person} is responsible for this
    can I hand this to {person}
    escalate {request} to {person}
    move {request} to {person}'s desk
  `,
  away: `
    I'm off skiing next week
    who covers for me when I'm not here
    I will be travelling from {day}
    gone for {number} days
    out until {day}
    see you {day}, someone else please
    my last day before the break is {day}
    I have surgery {day}
    I am at home with a sick child
    not in this week
    put someone in my place while I am gone
    I'm on vacation until {day}
    I'm away until {day}
    I'm off until {day}
    out of office till {day}
    gone till {day}
    back {day}
    I'm back on {day}
    not available until {day}
    I'm ill
    I am sick today
    off sick
    I'll be out for {number} weeks
    I'll be away for {number} days
    on parental leave from now
    on leave
    taking time off
    I am travelling and can't approve anything
    I can't decide anything until {day}
    no approvals to me until {day}
    someone should stand in for me
    who stands in for me
    {person} stands in for me until {day}
    I'm unavailable next week
    holidays start tomorrow
    I won't be around next week
    I won't be in the office until {day}
    send my requests to somebody else while I'm away
    I'm in hospital for {number} weeks
    I have the week off
    set my out of office
    please spare me approvals until {day}
    I'm at a conference until {day}
  `,
  back: `
    I am here again, send me things
    I am around again
    put me back on duty
    I'm back
    back from holiday
    back from vacation
    I'm here again
    I am back at work
    I'm available again
    send me approvals again
    my leave is over
    end my absence
    holiday is over
    I can decide again
    I've returned
    not away any longer
    remove my out of office
    back at my desk
    back in the office
  `,
  stop: `
    stop {request}
    halt {request}
    abort {request}
    stop the takeover {request}
    don't carry out {request}
    {request} must not go on
    hold {request}
    interrupt {request}
    cancel the running takeover {request}
    stop what you're doing with {request}
    emergency stop for {request}
    put {request} on hold
    can {request} still be stopped
    wait with {request}
  `,
  check: `
    I already ended it myself
    I have ended it already
    I stopped it last week
    mine is already cancelled
    it should be gone by now
    I have done what you asked
    I turned it off
    I did it, it is off
    I cancelled my trial
    did microsoft cancel {request} by now
    check {request}
    check {request} again
    look whether {request} is cancelled at microsoft
    I turned off the renewal for {request} in the admin center
    I cancelled it at microsoft
    I've cancelled the subscription
    I have cancelled {request}
    I've done {request} in the admin centre
    done, cancelled
    it's cancelled now
    is it gone at microsoft
    has the cancellation gone through
    is {request} gone yet
    verify {request}
    report that {request} is cancelled
    microsoft says {request} is ended
    I ended my subscription {day}
    I switched off renewal
    renewal is off for {request}
    I couldn't cancel {request}, there was no button
    the cancel button is missing for {request}
    microsoft refuses to cancel {request}
    see if {request} worked
    I did cancel it yesterday
  `,
  reply: `
    reply to the objection on {request}
    answer {person}'s objection
    tell the one who objects to {request} that nothing is lost
    I want to answer the objection
    respond to {person} who objects
    how do I answer the person who objects
    write back to the objector of {request}
    tell {person} her files stay, about {request}
  `,
  proceed: `
    go ahead with {request} despite the objection
    proceed with {request} anyway
    do {request} even though {person} objects
    continue {request} without those who couldn't be moved
    carry on with {request} regardless
    ignore the objection to {request}
    the objection is settled, go on with {request}
    go on with {request}
    overrule the objection
  `,
  waiting: `
    anything I should be signing today
    is there something I should be looking at
    what is left for me to do
    do I have homework
    what have you got for me
    what do you need from me today
    is there a decision for me
    anything new for me today
    what should I look at first
    why did I get this card
    you sent me a card
    explain what you want from me
    I don't get what you're asking
    do I need to react
    what if I ignore this
    what happens if I do nothing
    why are you ending my subscription
    why are you taking my licence
    why are you cancelling this
    is there anything to decide today
    did {person} approve yet
    who asked for this
    what is this request
    why are you writing to me
    why did you write to me
    when does it stop
    when do I lose it
    by when do I have to act
    I was asked something
    you wrote to me about my {product}
    what is it you need
    what do I have to do
    what do I have to sign off
    anything for me
    what is waiting for me
    do you need something from me
    what should I do now
    what needs my approval
    what do I need to approve
    is there something to decide
    what's on my desk
    what's on my plate
    my to-dos
    open tasks
    my tasks
    anything urgent
    which decisions are waiting for me
    am I blocking anyone
    did I miss anything
    what did you want from me
    what do you want me to do
    what was the question
    you asked me something
    I got a message from you, what must I do
    why are you asking me
    why did I get this
    what is this message about
    I don't understand what you want
    where do I answer
    how do I answer
    how do I respond to this
    where can I approve
    where can I say no
    yes
    ok
    approve it
    approve all of them
    sounds good to me
    fine by me
    no
    I don't agree
    I don't want that
    reject it
    please wait
    can this wait
    later
    I have to think about it
    I need more time
    remind me tomorrow
    show me the request
    what happens if I don't answer
    by when do I have to decide
    what's the deadline for my answer
    what am I supposed to approve
    show me what's pending
    I don't need it any more
    you can have it
    you can cancel it
    you may take mine away
    go ahead and cancel it
    I have already answered
    did you get my answer
    any open questions
    is something waiting on me
    what do I still owe you
  `,
  rules: `
    is there still a way for people to get {product}
    why is {product} closed
    who has permission to buy {product}
    what is open and what is closed
    is {product} still available to people
    can users sign up for {product}
    what may my people get
    is {product} banned
    does the shop sell {product}
    show me everything that's switched on
    what is switched on
    what is turned off
    everything that is blocked
    which ones are switched off
    who may buy {product}
    who can buy {product}
    can people buy {product}
    are users allowed to buy {product}
    are folks allowed to get {product} themselves
    is {product} blocked
    is {product} allowed
    is {product} open for self service
    is self service on for {product}
    what are we blocking
    what are we blocking at the moment
    what is allowed
    what can people buy
    what may employees get on their own
    which products can be bought
    which products are open
    which products are blocked
    how come {product} is still for sale
    why can people still buy {product}
    why can {person} buy {product}
    why can't people buy {product}
    show the rules
    list the settings
    the policy for {product}
    what is our policy on {product}
    what's the rule for {product}
    what is the setting of {product}
    self-service policy
    are trials of {product} allowed
    can they try {product} without a card
    can staff start a trial of {product}
    which products allow only trials
    what's the default
    what about new products
    are new products blocked automatically
    is everything locked down
    how is {product} configured
    is buying turned off
    did we switch off {product}
    don't let anybody buy {product}
    people shouldn't be able to buy {product}
    nobody must buy {product} any more, is it set that way
    overview of what is permitted
    what's purchasable
    what is for sale here
  `,
  baseline: `
    have our settings moved away from what we wanted
    are we still in line with what we decided
    did somebody mess with our settings
    is everything set as we want it
    what has changed compared to what we agreed
    put the rules back to how they should be
    are the rules as they should be
    has anybody touched the rules since we set them
    has something drifted
    do the rules still match what we agreed
    is anything out of line
    show drift
    what deviates from the baseline
    fix the drift
    record the current rules as the baseline
    remember the rules as they are now
    save the present settings as our standard
    this is how the rules should be
    what should the rules be
    what did we agree about {product}
    set the rules back
    restore our standard
    reset the rules
    someone changed the settings, put them back
    block new products by default
    block whatever microsoft adds
    make an exception for {product}
    exception for {product} until {day}
    {product} should be blocked for good
    correct deviations automatically
    do the settings comply
    compare the rules with the plan
    is the policy still in force
    what differs from the target
    target state of the rules
    lock the configuration in
  `,
  allow: `
    put {product} back on sale
    {product} is fine for everyone
    make {product} available again
    people are welcome to get {product}
    remove the restriction on {product}
    {product} is allowed from today
    give staff the option to buy {product}
    people may buy {product} again
    {product} can be bought again
    staff may have {product} again
    please allow {product} once more
    you can open {product}
    allow {product}
    open up {product} again
    people may buy {product} again
    let people buy {product}
    everybody can buy {product} from now on
    unblock {product}
    enable self-service for {product}
    turn {product} back on
    permit {product}
    reopen {product}
    lift the block on {product}
    stop blocking {product}
    {product} should be available to everyone
    I want staff to be able to buy {product}
    open {product} for self service
    give people {product} back
    remove the ban on {product}
    free {product} for everybody
    can we allow {product} again
    make {product} available for purchase
    allow purchases of {product}
    the designers may buy {product}
    let the team order {product} themselves
  `,
  trials: `
    {product}: only free testing please
    only free tests of {product}
    free trial of {product} is fine, paying is not
    let people take {product} for a spin without paying
    try before we buy for {product}
    let people try {product} but not buy
    only allow trials of {product}
    trials only for {product}
    allow only trials of {product}
    people may test {product}, no buying
    let them test {product} without a credit card
    {product} as a trial only
    limit {product} to trials
    trying {product} is ok but no purchase
    just trials for {product}
    permit free trials of {product}
    make {product} trial only
    staff can try {product} for free
    allow test versions of {product}
  `,
  block: `
    nobody is to buy anything
    stop people from buying whatever they like
    close the shop for {product}
    kick {product} out
    {product} is off limits from now on
    shut {product} down for everyone
    nobody gets {product} any more
    put {product} on the blacklist
    make {product} unavailable
    users must stop getting {product}
    hide {product} from people
    no self service for {product}
    cut off purchases of {product}
    block everything except {product}
    block all but {product} because management asked for it
    cut {product} and {product}
    no one but it should be able to get {product}
    block {product}
    stop people buying {product}
    nobody should buy {product}
    no one may buy {product} any more
    turn off {product}
    switch off self service for {product}
    disable {product} purchases
    disable self-service for {product}
    forbid {product}
    ban {product}
    stop selling {product}
    close {product}
    shut the door on {product}
    lock down {product}
    prohibit {product}
    prevent users from buying {product}
    keep people from getting {product}
    make it impossible to buy {product}
    {product} has to be blocked
    I want {product} blocked
    put a stop to {product}
    no more {product}
    no more {product} purchases
    take {product} off the market
    remove {product} from self service
    block everything
    turn off all self-service
    stop all purchases
    lock everything down
    restrict {product} to it
    only it may buy {product}
    deny {product} to everyone
    end the sale of {product}
    pull the plug on {product} buying
    how do I block {product}
    how do I stop people from buying
  `,
  change: `
    show {change}
    what is {change}
    what did {change} do
    which rule changes are waiting
    planned changes
    list of changes
    is {change} applied
    who planned {change}
    details of {change}
    what would {change} change
    changes in preparation
    did {change} go through
    rule changes that are not applied yet
  `,
  apply: `
    go ahead with {change}
    {change} please
    ok for {change}
    apply {change}
    go ahead with {change}
    carry out {change}
    make {change} happen
    do {change} now
    execute {change}
    put {change} into effect
    activate {change}
    run {change}
    {change} can go live
    push {change} through
  `,
  undo: `
    sorry that was the wrong one, put it back
    oh no, undo
    take that back
    bring it back to the previous state
    I pressed the wrong button
    wrong one
    go back
    restore the rule
    undo {change}
    roll back {change}
    revert {change}
    undo that
    that was wrong, put it back
    I made a mistake with the rules
    take back the last change
    reverse {change}
    oops, wrong product
    restore what it was before {change}
    back to how it was
    undo the last rule change
    I blocked the wrong product
    cancel {change}
    make {change} undone
    go back to the settings before {change}
    that block was a mistake
    I didn't want that change
  `,
  retry: `
    try {change} again
    retry {change}
    retry {request}
    repeat what failed
    do {request} again, it failed
    try again
    once more please, it failed
    {request} failed, try again
    run the failed part again
    have another go at {request}
  `,
  canBuy: `
    is it allowed to pay for {product} with my own card
    may I just buy {product}
    would I be breaking a rule by buying {product}
    is buying {product} ok
    can I put {product} on my card
    am I free to buy {product}
    can I buy {product}
    may I buy {product} myself
    am I allowed to buy {product}
    is it ok if I buy {product}
    is it possible for me to order {product}
    could I just get {product} with my card
    do I have to ask before I buy {product}
    can I start a trial of {product}
    may I try {product}
    can I test {product}
    am I allowed to try {product}
    can anybody here buy {product}
    why can't I buy {product}
    it won't let me buy {product}
    I can't buy {product}
    microsoft says I may not buy {product}
    the shop is blocked for me
    what may I buy
    which products am I allowed to get
    where can I buy {product}
    is {product} something I can get by myself
    can I order {product} without asking
    may employees buy {product} on their own
    do I need permission for {product}
    would it be a problem if I bought {product}
    can I pay {product} with my own card
  `,
  request: `
    my boss says I should get {product}
    I was told to get {product} from you
    how long till I get my {product} licence
    what is the way to get {product}
    could it give me {product}
    I could really use {product}
    I am supposed to work with {product} but have none
    can you sort me out with {product}
    is there a spare {product} for me
    I need {product}
    I want {product}
    I need a licence for {product}
    I would like {product}
    I'd like to have {product}
    can I get {product}
    can I have {product}
    could I have a {product} licence
    I need {product} for my work
    please give me {product}
    I'd like to use {product}
    how do I get {product}
    how do I ask for {product}
    where do I request a licence
    request a licence
    request {product}
    order {product} for me
    we need {product} in our team
    my team needs {product}
    my colleague {person} needs {product}
    I need {product} because I draw plans
    I need {product} for {number} months
    get me {product}
    I have no access to {product}
    I lost my {product}
    I can't open {product}, I have no licence
    is there a {product} for me
    who do I ask for {product}
    who gives out {product} licences
    what happened to my licence request
    was my request for {product} granted
    when do I get my {product}
    a {product} seat for me please
    may I have {product} from it
    could somebody give me {product}
    licence please
    I need a new licence
    I want a licence like {person} has
    I'm missing {product}
    I'd need {product} to open a file
    apply for {product}
  `,
  audit: `
    when did we switch {product} off and who did it
    what went on here over the last few days
    who pressed the button
    what did people do here
    give me a timeline of {purchase}
    who has been at {purchase}
    any actions by {person}
    who decided about {purchase}
    what have you been doing
    what happened with {product}
    what happened to {product}
    what happened here
    why did you do that to all of us
    who did what
    who did that
    who changed the rules
    who changed {product}
    who blocked {product}
    who allowed {product}
    who touched {purchase}
    who did what to {purchase}
    what has happened to {purchase}
    what happened {day}
    what happened since {day}
    what did {person} do
    what has {person} done
    what did you do {day}
    what did you do last night
    history of {purchase}
    the story of {purchase}
    log
    journal
    show the history
    show me the log since {day}
    what changed
    what has changed since {day}
    who took {purchase}
    who cancelled {purchase}
    who gave {person} a licence
    who took the licence away from {person}
    who removed {product} from {person}
    when was {product} blocked
    when did we block {product}
    when did that happen and who did it
    why was {product} blocked
    why was {purchase} taken over
    record of all decisions
    who decided that
    who is responsible for this change
    trace what happened to {product}
    everything that was done about {product}
    what have I done so far
    what did I change {day}
    any activity over the weekend
    list of actions
    who approved what {day}
    who paused you
  `,
  verify: `
    can I trust your log
    has the journal been tampered with
    verify the journal
    is the log complete
    check the integrity of the audit trail
    could somebody have altered the log
    prove that nothing was changed in the journal
    is the record genuine
  `,
  status: `
    are the figures from this morning?
    can you still talk to microsoft
    is there a hiccup with microsoft
    do you get through to microsoft
    is what you show me recent
    when was this updated
    have you got fresh data
    pull the latest from microsoft
    when did you last sync
    does it work on your side, I haven't got anything since {day}
    I have not heard from you since {day}
    are you still running
    are you connected
    are you working
    are you alive
    is everything ok
    is everything up and running
    is something broken
    how old is your data
    how old are these numbers
    when did you last look at microsoft
    when was the last sync
    how current is this
    is the list up to date
    is that list complete
    refresh the data
    sync now
    update the list
    get the newest data
    do you have all permissions
    are you missing permissions
    what permissions do you need
    is the connection to microsoft fine
    is microsoft down
    why is the data old
    why don't you see {product}
    system health
    are you on hold
    are you paused
    which version are you
    do you work properly
    are you sure this is current
    the numbers look wrong
    the list looks outdated
    something isn't working
  `,
  whoami: `
    what does my account let me do
    which permissions has my account
    what am I in here
    do I count as an approver
    what powers do I have
    who do you think I am
    what is my access
    what am I allowed to do here
    what are my rights
    what is my role
    am I an admin
    am I an approver
    why can't I see anything
    why do I see so little
    why am I not allowed
    who am I to you
    what do you know about me
    how do I become an approver
    how do I get access
    which role do I have
    do I have the rights for that
    do you recognise me
    I should be an admin
    I activated my role
    I have just got admin rights
    what can I see
    why does it say I need a role
    check my permissions
    am I logged in as the right person
  `,
  english: `
    can I get this in english
    english version please
    speak english
    in english please
    english please
    I don't understand french
    switch to english
    can you answer in english
    I prefer english
    change the language to english
    why is this in french
  `,
  french: `
    can I get this in french
    I want it in french
    speak french
    in french please
    can you speak french
    switch to french
    I prefer french
    change language to french
    my colleague needs this in french
  `,
  help: `
    what are you good for
    what do I do with you
    what am I allowed to ask
    tell me what I can do
    what can you do
    what can I ask you
    help
    I need help
    how does this work
    how do I use you
    I'm lost
    what are your commands
    what else
    what can I type
    give me some examples
    I'm new here
    I don't know what to do
    where do I start
    explain how this works
    show me around
    instructions please
    is there a manual
    list of commands
    can you help me
    what do you offer
    how to use purser
    give me a tour
  `,
  hello: `
    hello
    hi there
    good morning
    hey
    who are you
    what are you
    are you a robot
    are you a human
    introduce yourself
    how are you
    nice to meet you
    what is purser
    what is this bot for
    what is your job
  `,
  thanks: `
    thanks
    thank you so much
    great job
    you're the best
    perfect
    that helped a lot
    brilliant
    cheers mate
    goodbye
    see you
    have a nice weekend
    lovely
    wonderful, thanks
    that's all
    that's all for now
    much appreciated
  `,
  notify: `
    ping this group when someone buys something
    shush after {number}
    no noise in the evening
    tell the channel as soon as something new comes in
    keep this team in the loop
    let this chat know about new purchases
    we want to hear of every purchase
    stop the chatter
    turn the volume down
    only write during office hours
    who hears about new purchases
    do not disturb us after work
    digest
    weekly report
    quiet please, no more messages
    please no more alerts
    fewer messages please
    we get spammed by you
    stop sending me messages
    stop messaging this channel
    too many messages
    you send too many notifications
    no more reminders
    tell us here when somebody buys something
    tell this channel about new purchases
    let us know when something is bought
    send approvals to this channel
    post new purchases here
    I want a summary every week
    weekly summary please
    send me a digest
    alert me when a renewal comes up
    be quiet at night
    no messages after {number}
    quiet hours
    don't write to us at the weekend
    mute yourself
    unsubscribe
    notification settings
    which notifications does this channel get
    turn on alerts
    turn off alerts
    turn notifications off
    ping us when a trial ends
    why does this channel get these messages
    why don't we get notified
    can you remind us of renewals
    I want to be told about new purchases
    subscribe this chat to alerts
    mention the approvers in the channel
    keep me posted about new buys
    inform the team of new purchases
    who gets your messages
    leave us alone
  `,
  pause: `
    hold all your fire until I tell you
    hands off everything
    stop whatever you are doing
    no more actions for now
    put yourself on hold
    all stop
    pause everything
    stop everything
    stop everything now
    put everything on hold
    stop all changes at once
    halt all activity
    emergency stop
    don't do anything until I say so
    hold all messages
    no changes at microsoft until further notice
    suspend all work
    big red button
    shut yourself down for now
  `,
  resume: `
    ok you can get going again
    you may go back to work
    get going again
    let it run again
    un-pause
    all clear, go on
    back to normal
    resume
    start again
    go on working
    carry on
    continue working
    you may work again
    end the pause
    wake up
    back to work
    take off the hold
    lift the hold
    stop being paused
  `,
  seen: `
    got your message, all good
    all good, I have read it
    ok, thanks for telling me
    I've read it
    read
    noted
    got it
    understood
    I have seen your message
    ok I know
    I took note of it
    acknowledged
    message received
  `,
  object: `
    please let me hold on to {product}
    let me hold on to it
    I cannot do my job without it
    hands off, I need it
    that is a bad idea, I need it
    please leave me my {product}
    you must not end it
    I still need it
    I still need my {product}
    don't take my {product} away
    please don't cancel my subscription
    keep your hands off my {product}
    I object
    I'm not ok with that
    I use it every day
    we really need {product} for our work
    my whole team depends on it
    you can't take that away from me
    I want to keep {product}
    I want to keep my licence
    I need {product} until {day}
    no, I'm still using it
    that would stop our work
    I protest
    leave my licence alone
    let me keep it
    I cannot work without {product}
  `,
  faqReal: `
    this looks dodgy to me
    is purser from our company
    never heard of purser, is it ok
    who runs this bot
    did it send this
    sounds like a trick
    is this thing legit
    is this a scam
    is this real
    is this message genuine
    is this phishing
    is that really from our company
    can I trust this
    did you really send this
    how do I know this is really from it
    looks like spam to me
    is that link safe
    I don't trust this message
    I got a suspicious message
    somebody claims to be purser
    is it safe to press the button
    is this card official
    should I click on that
    sounds fishy
    is the mail about my subscription legitimate
    who is behind this message
    who sent me this
    are you for real
  `,
  faqContact: `
    who do I talk to about licences
    who knows about this
    who is my contact
    whom can I bother with questions
    is there somebody I can ask
    who can help me
    can I speak to a human
    can I talk to somebody
    who do I call
    whom do I ask about this
    who is in charge of this
    contact person
    what's the number of the help desk
    I want to talk to a real person
    who is responsible in it
    who can I write to
    how do I reach it support
    let me talk to someone
    who decides about licences here
  `,
  faqSupport: `
    the app doesn't work, who helps
    microsoft support
    how do I open a ticket with microsoft
    {product} crashes
    {product} does not start
    technical problem with {product}
    I can't install {product}
    who supports {product}
  `,
  faqRefund: `
    give me my money back
    I want my money
    can you return the payment
    paid for a month I did not use
    can I get a refund
    how do I get my money back
    do I get reimbursed
    will I be refunded
    I paid too much, can I get it back
    refund please
    who gives me back what I paid
    do I get money for the rest of the year
    can I claim it as an expense
    I was charged twice
    they billed me though I cancelled
    can I get the last payment returned
  `,
  faqCancel: `
    how do I cancel
    how can I cancel my subscription
    where do I cancel
    how do I end my trial
    how do I stop the renewal
    what must I do to cancel
    where is the cancel button
    how to unsubscribe from {product}
    how do I turn off recurring billing
    can I cancel at any time
    is it possible to cancel early
    what does it cost to cancel
    how do I get out of the contract
    steps to cancel
  `,
  faqFiles: `
    what becomes of my stuff when you cut it off
    will my diagrams survive
    is my stuff gone then
    can I still get at my reports afterwards
    where do my files go
    what happens to my files
    will I lose my data
    do I lose my work
    are my documents deleted
    can I still open my drawings
    what about my reports
    what happens to the data when it ends
    are my flows gone then
    will everything be deleted
    how long can I reach my files
    do I have to save my files
    should I make a backup
    are our projects safe
    will my dashboards still work
    does my data get lost when you cancel
    can I export my data before
  `,
  faqPays: `
    do I still get invoiced
    do you still take money from my card
    when do the payments stop
    does it cost me anything
    who gets the bill
    who pays for this
    who pays
    do I have to pay
    do I have to pay until the end
    will I be charged again
    does the company pay for it
    do I pay myself
    will it charge my card
    is it billed to my card or the company
    who is billed
    will they charge me for cancelling
    who pays until then
    do I keep paying
  `,
  faqKeep: `
    will I notice anything
    does it stop working for me
    can I go on using it
    what does that mean for me
    can I keep it
    can I keep my licence
    do I lose my licence
    will I lose access
    will it be taken away from me
    what changes for me
    does anything change for me
    do I have to do something when you take over
    can I go on working
    can I continue to use {product}
    will {product} stop working for me
    what happens to my subscription when it takes over
    am I losing {product}
    will my colleagues lose access
    do I get a replacement
    what do I get instead
  `,
  faqBill: `
    where is my invoice
    how do I change my credit card
    how do I pay
    I need a receipt
    my card has expired
    how do I update the payment method
    where can I see my bill
    I need the invoice for finance
    the payment failed
    change the billing address
    can I pay by invoice
    download the invoice
    which card is charged
  `,
  faqOther: `
    what is self-service purchasing
    what is a self-service purchase
    why can people buy things themselves
    why does microsoft let employees buy
    how do I buy something at microsoft
    what does a licence of {product} cost
    what does {product} cost
    how much is {product}
    how much does {product} cost per month
    is there a free version of {product}
    do trials renew automatically
    what happens when a trial ends
    can guests buy something
    who owns the data
    what about data protection
    is this compliant with gdpr
    does it see what I do
    what can the admin see
    what does it know about my purchase
    can my boss see what I bought
    what happens when a buyer leaves the company
    what is the difference between self-service and central
    do I get training
    what is a takeover
    what does suspended mean
    what does central mean
    which countries can buy
    what payment methods are accepted
    can I share my licence
    how long is the contract
    is there a minimum term
    can microsoft change the price
    what does purser do with my data
  `,
};
