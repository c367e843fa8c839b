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

  it('of nobody never opens', async () => {
    expect(await isPassword('anything at all', undefined)).toBe(false);
  });
});
