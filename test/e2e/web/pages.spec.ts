import { axeFindings } from '@pandafab/testing';
import { lookAtEveryPage } from './every-page';

/** Both themes and both languages; the other two pairs are in pages.long.spec.ts. */
const world = lookAtEveryPage([
  { colorScheme: 'light', locale: 'fr-FR', opensOn: 'phone', isWalked: true, arrives: 'by address' },
  { colorScheme: 'dark', locale: 'en-GB', opensOn: 'desk', isWalked: true, arrives: 'from inside' },
]);

describe('the palette', () => {
  it('finds what one may see and leads there, by keyboard alone', async () => {
    const page = await world().stack.signedIn(world().administrator, {
      width: 1440,
      height: 900,
      locale: 'fr-FR',
    });
    await page.goto(world().stack.server.url);
    await page.getByRole('button', { name: 'Rechercher' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Une pièce/ }).waitFor();
    await page.keyboard.type('cube');
    const first = page.getByRole('dialog').getByRole('option').first();
    await first.getByText('cube20.gcode').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/jobs/*');
    await page.getByRole('heading', { level: 1, name: 'cube20.gcode' }).waitFor();
  });

  it('finds the pages by their names without accents, and says when nothing matches', async () => {
    const page = await world().stack.signedIn(world().administrator, {
      width: 360,
      height: 740,
      locale: 'fr-FR',
    });
    await page.goto(world().stack.server.url);
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByRole('combobox', { name: /^Une pièce/ }).waitFor();
    await page.keyboard.type('deposer');
    await page.getByRole('option', { name: /^Déposer un fichier/ }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('xyzzy');
    await page.getByText('Rien ne correspond à « xyzzy ».').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
