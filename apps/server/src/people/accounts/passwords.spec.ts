import { hashPassword, isPassword } from './passwords';

describe('passwords', () => {
  it('are stored as argon2id with 19 MiB, two iterations and one lane', async () => {
    expect(await hashPassword('correct horse battery')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('only the right one is accepted', async () => {
    const kept = await hashPassword('correct horse battery');
    expect(await isPassword('correct horse battery', kept)).toBe(true);
    expect(await isPassword('correct horse Battery', kept)).toBe(false);
  });

  it('are the same with composed or decomposed accents', async () => {
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

  it('from a person’s own name or address are refused for that person', async () => {
    const about = ['Amélie Petit', 'amelie.petit@example.org'];
    for (const own of ['Amélie Petit 2000', 'amelie.petit.1985', 'amelie.petit@example.org'])
      await expect(hashPassword(own, about)).rejects.toMatchObject({ code: 'AUTH.PASSWORD_COMMON' });
    await expect(hashPassword('Amélie élève trois girafes', about)).resolves.toContain('argon2id');
  });

  it.each(['trois girafes violettes', 'lapin chaise nuage', 'correct horse battery', 'une phrase à retenir'])(
    'of a few unrelated words are accepted: %s',
    async (sentence) => {
      await expect(hashPassword(sentence)).resolves.toContain('argon2id');
    },
  );

  // The check of a longer text would block the process for minutes.
  it('are judged by their first hundred characters', async () => {
    const weak = 'a'.repeat(99);
    await expect(hashPassword(`${weak} trois girafes violettes`)).rejects.toMatchObject({
      code: 'AUTH.PASSWORD_COMMON',
    });
    await expect(hashPassword(`trois girafes violettes ${weak}`)).resolves.toContain('argon2id');
  });

  it('without a hash are never accepted', async () => {
    expect(await isPassword('anything at all', undefined)).toBe(false);
  });
});
