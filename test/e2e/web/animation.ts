import { Film } from './film';
import type { LabAtWork } from './lab-at-work';

const LOOKS = { width: 800, height: 560, locale: 'en-GB' } as const;
const FILE = 'pot-a-crayons.gcode';
/** While it prints, a picture is taken so often, and shown for less time. */
const EVERY_MS = 1600;
const SHOWN_MS = 280;
const READ_MS = 2400;
const SHORT_MS = 1300;

/** Twenty seconds: a maker submits a file, the wall shows it print, the bed is cleared, and the maker is told. */
export async function filmAPrint(lab: LabAtWork, folder: string): Promise<void> {
  const { stack, administrator } = lab;
  const film = new Film(folder);
  const maker = await stack.person('Camille Moreau', 'maker');
  await stack.verifyResidency(maker);
  const hers = await stack.signedIn(maker, LOOKS);
  const wall = await stack.signedIn(administrator, LOOKS);
  await hers.goto(`${stack.server.url}/submit`);
  await hers.locator('input[type=file]').waitFor({ state: 'attached' });
  film.say('A maker submits a sliced file');
  await film.shoot(hers, SHORT_MS);
  await hers.locator('input[type=file]').setInputFiles(lab.file(FILE));
  await hers.getByText(/^Ready to be submitted \(/).waitFor();
  await hers.getByText('Free for residents').first().waitFor();
  film.say('Time, price and machine are known before');
  await film.shoot(hers, READ_MS);
  await film.press(hers, hers.getByRole('button', { name: 'Submit', exact: true }));
  await hers.waitForURL('**/jobs/*');
  await hers.getByRole('heading', { level: 1 }).waitFor();
  film.say('It goes to a machine that can print it');
  await film.shoot(hers, SHORT_MS);

  const card = wall.locator('.machine-card', { hasText: 'Panda 5' });
  await wall.goto(stack.server.url);
  await card.and(wall.locator('[data-state=printing]')).waitFor();
  await film.centre(card);
  film.say('The wall shows every machine, live');
  const isDone = async () => (await card.getAttribute('data-state')) === 'bed';
  while (!(await isDone())) {
    await film.centre(card);
    await film.shoot(wall, SHOWN_MS);
    await wall.waitForTimeout(EVERY_MS);
  }
  film.say('Done: the machine asks for its bed to be cleared');
  await film.centre(card);
  await film.shoot(wall, READ_MS);
  film.say('One press, and it is ready for the next part');
  await film.press(wall, card.getByRole('button', { name: 'The bed is clear' }));
  await card.and(wall.locator('[data-state=bed]')).waitFor({ state: 'detached' });
  await film.shoot(wall, SHORT_MS);
  await hers.getByText('The print is done.').first().waitFor();
  film.say('The maker sees that the part is ready');
  await film.shoot(hers, READ_MS);
  film.end();
}
