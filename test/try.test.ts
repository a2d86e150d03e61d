import { openWorld, type World } from './world.ts';

describe('try', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  it('runs', async () => {
    const { alex, adele, lee } = world.people;
    const show = async (p: typeof alex, text: string) => {
      const r = await p.say(text);
      await p.next().catch((e) => {
        console.log(
          e.message,
          JSON.stringify(
            world.logged.filter((l) => Number(l.level) >= 40),
            null,
            1,
          ),
        );
      });
      console.log('=====', text, r.status);
      console.log(p.card());
    };
    await show(alex, 'hello');
    await show(alex, 'purchases');
    await show(alex, 'purchases all');
    await show(alex, 'whoami');
    await show(alex, 'status');
    await show(alex, 'help');
    await show(alex, 'help purchases');
    await show(alex, 'purchses');
    await show(adele, 'achats');
    await show(adele, 'langue français');
    await show(adele, 'achats');
    await show(lee, 'whoami');
    console.log(
      JSON.stringify(
        world.logged.filter((l) => Number(l.level) >= 40),
        null,
        1,
      ),
    );
    console.log(world.teams.complaints);
  });
});
