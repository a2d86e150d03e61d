/** People's own sentences: the list of what was said, and what becomes of a sentence that is on no list. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { allCommands } from '../../bot/commands.ts';
import { languageFiles } from '../../bot/language/index.ts';
import { intents } from '../../bot/language/said.ts';
import { speechOf } from '../../bot/language/spoken.ts';
import { commandsOf } from '../../bot/router/intents.ts';
import { createReader } from '../../bot/router/reading.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';

interface Said {
  sentence: string;
  locale: string;
  who: string;
  command: string;
  part: number;
}

async function saidByPeople(): Promise<Said[]> {
  const text = await readFile(new URL('said.tsv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([sentence = '', language = '', who = '', , command = '', part = '']) => ({
      sentence,
      locale: language === 'fr' ? 'fr-FR' : 'en-GB',
      who,
      command,
      part: Number(part),
    }));
}

/** What the list calls a card, where one command shows it. */
const shownBy: Record<string, readonly string[]> = {
  'approval or the open notice': ['waiting', 'approval'],
  question: ['waiting'],
  waiting: ['waiting'],
  // Where nothing runs that could be stopped, they mean the messages.
  notify: ['notify', 'stop'],
  // A word alone ends nothing: for an admin this opens the form.
  takeover: ['takeover', 'change'],
};

/** Parts of the plan whose rooms exist. */
const partsDone = 8;
/** Of the parts after those. */
const commandsDone: ReadonlySet<string> = new Set(['faq', 'mine', 'request', 'can-buy']);

describe('what people say in their own words', () => {
  let world: World;
  let everything: Said[];
  before(async () => {
    world = await openWorld({ limited: false });
    everything = await saidByPeople();
  });
  after(() => world.close());

  const speaker = (who: string): Person => {
    const { alex, adele, megan, lee } = world.people;
    return { purchaser: adele, holder: adele, approver: megan, finance: lee }[who] ?? alex;
  };
  /** @returns the command that answered, and how it ended */
  const lead = async ({ sentence, locale, who }: Said): Promise<{ command: string; outcome: string }> => {
    world.logged.length = 0;
    world.clock.advance(10_000);
    await speaker(who).say(sentence, { locale });
    const line = world.logged.find(({ event }) => event === 'turn');
    return { command: String(line?.['command']), outcome: String(line?.['outcome']) };
  };

  it('leads at least 95 of 100 sentences to the right card', async () => {
    const due = everything.filter(({ part, command }) => part <= partsDone || commandsDone.has(command));
    const lost: string[] = [];
    for (const said of due) {
      const { command, outcome } = await lead(said);
      assert.notEqual(outcome, 'fault', said.sentence);
      if (!(shownBy[said.command] ?? [said.command]).includes(command))
        lost.push(`${said.sentence} → ${command}, not ${said.command}`);
    }
    assert.ok(due.length > 150, `${due.length} sentences`);
    assert.ok(lost.length <= due.length / 20, lost.join('\n'));
  });

  it('answers the others with a sentence, and never with a fault', async () => {
    for (const said of everything.filter(({ part, command }) => part > partsDone && !commandsDone.has(command))) {
      const { outcome } = await lead(said);
      assert.notEqual(outcome, 'fault', said.sentence);
      assert.match(speaker(said.who).card(), /[.?!]/, said.sentence);
    }
  });

  it('finds a product or a person by name alone, of what the speaker may see', async () => {
    const { alex, adele, elodie } = world.people;
    assert.match(await alex.ask('visio'), /Filter: “visio”/);
    assert.match(await alex.ask('élodie durand'), /Élodie Durand/);
    assert.match(await alex.ask('flow free'), /Filter: “flow free”[\s\S]*Show 1 more/);
    assert.match(await elodie.ask('adele', { locale: 'en-GB' }), /I didn’t understand “adele”/);
    assert.match(await adele.ask('project'), /Project Plan 3/);
  });

  it('never acts on a word alone', async () => {
    const { store } = world.purser;
    const before = ['takeovers', 'changes', 'orders'].map((table) => store.revision(table as 'orders'));
    for (const word of ['yes', 'ok', 'approve it', 'oui', 'j’approuve', 'no', 'cancel', 'annuler', 'stop', 'do it'])
      for (const person of [world.people.alex, world.people.megan, world.people.adele]) await person.say(word);
    assert.deepEqual(
      ['takeovers', 'changes', 'orders'].map((table) => store.revision(table as 'orders')),
      before,
    );
  });

  it('says a friendly word without a card', async () => {
    const { adele } = world.people;
    await adele.say('thanks a lot!');
    assert.match(adele.chat.posts.at(-1)?.text ?? '', /You’re welcome/);
  });
});

describe('a sentence that is no command', () => {
  const reader = createReader(allCommands);

  it('is offered what is near, with every other word that was typed, and nothing that ends or refuses', async () => {
    const world = await openWorld({ limited: false });
    try {
      const { alex } = world.people;
      assert.match(await alex.ask('purchses of visio'), /Did you mean[\s\S]*\[purchases of visio\]/);
      assert.match(await alex.ask('purchses visio trial'), /Filter: trial and “visio”/, 'where its words tell as much');
      for (const slip of ['rejct TK-1', 'withdrw TK-1', 'blok visio', 'remve visio from adele', 'undoo CH-1'])
        assert.doesNotMatch(await alex.ask(slip), /\[(reject|withdraw|block|remove|undo)/, slip);
      assert.match(await alex.ask('something odd about visio and so on'), /Did you mean[\s\S]*\[purchases visio\]/);
      assert.match(await alex.ask('teleport everyone home'), /I didn’t understand “teleport everyone home”/);
    } finally {
      await world.close();
    }
  });

  it('is led by its intent only to commands that can be read', () => {
    const heard: Record<string, string> = {
      ...{ purchase: 'P-1', request: 'TK-1', change: 'CH-1', about: 'visio', product: 'visio', person: 'adele' },
      ...{ status: 'trial', since: 'since:week', expires: 'expires<30d', said: 'what is a takeover?' },
    };
    for (const intent of intents)
      for (const command of commandsOf[intent])
        for (const isShort of [true, false]) {
          const said = command.replace(/\{(\w+)(\??)\}/g, (_, slot: string, optional: string) => {
            const words = heard[slot];
            assert.ok(words, `${slot} in “${command}”`);
            return isShort && optional ? '' : words;
          });
          assert.ok(!('misread' in reader.read(said)), said);
        }
  });

  it('takes no command’s own name or example for something else', () => {
    for (const { commands } of Object.values(languageFiles))
      for (const [name, { names, examples }] of Object.entries(commands))
        for (const text of [names[0] ?? '', ...examples]) {
          const read = reader.read(text);
          assert.ok(!('misread' in read) && read.command.name === name, text);
        }
  });

  it('is read in no time, however it is written', () => {
    const speech = speechOf(Object.values(languageFiles).map(({ spoken }) => spoken));
    const long = 'what did '.repeat(15);
    const started = process.cpuUsage().user;
    for (const text of [long, `${long}buy`, 'a '.repeat(80), 'stop people buying '.repeat(8), '?'.repeat(160)])
      speech.command(text);
    assert.ok(process.cpuUsage().user - started < 5_000_000);
  });
});
