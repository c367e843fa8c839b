import { hashPassword, isPassword } from './passwords';

describe('passwords', () => {
  it('are kept as argon2id with 19 MiB, two iterations and one lane', async () => {
    expect(await hashPassword('correct horse battery')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('only the right one opens', async () => {
    const kept = await hashPassword('correct horse battery');
    expect(await isPassword('correct horse battery', kept)).toBe(true);
    expect(await isPassword('correct horse Battery', kept)).toBe(false);
  });

  it('typed with composed or decomposed accents is the same one', async () => {
    const kept = await hashPassword('l’été à Dijon'.normalize('NFD'));
    expect(await isPassword('l’été à Dijon'.normalize('NFC'), kept)).toBe(true);
  });

  it.each([
    'motdepasse123',
    'azertyuiop123',
    '123456789012',
    'jetaimejetaime',
    'iloveyou iloveyou',
    'Soleil2024!!',
  ])('that many people would choose are refused: %s', async (common) => {
    await expect(hashPassword(common)).rejects.toMatchObject({ code: 'AUTH.PASSWORD_COMMON' });
  });

  it('made of a person’s own name or address are refused to that person', async () => {
    const about = ['Amélie Petit', 'amelie.petit@example.org'];
    for (const own of ['Amélie Petit 2000', 'amelie.petit.1985', 'amelie.petit@example.org'])
      await expect(hashPassword(own, about)).rejects.toMatchObject({ code: 'AUTH.PASSWORD_COMMON' });
    await expect(hashPassword('Amélie élève trois girafes', about)).resolves.toContain('argon2id');
  });

  it.each(['trois girafes violettes', 'lapin chaise nuage', 'correct horse battery', 'une phrase à retenir'])(
    'of a few words that do not belong together are taken: %s',
    async (sentence) => {
      await expect(hashPassword(sentence)).resolves.toContain('argon2id');
    },
  );

  // A longer text would occupy the process for minutes.
  it('are judged by their first hundred characters', async () => {
    const weak = 'a'.repeat(99);
    await expect(hashPassword(`${weak} trois girafes violettes`)).rejects.toMatchObject({
      code: 'AUTH.PASSWORD_COMMON',
    });
    await expect(hashPassword(`trois girafes violettes ${weak}`)).resolves.toContain('argon2id');
  });

  it('of nobody never opens', async () => {
    expect(await isPassword('anything at all', undefined)).toBe(false);
  });
});
