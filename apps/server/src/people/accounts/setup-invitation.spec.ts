import { setupInvitation } from './setup-invitation';

describe('the invitation on the terminal', () => {
  it.each(['https://panda.example', 'https://panda.example/'])('contains one link, from %s', (url) => {
    const text = setupInvitation(url, 'c0de', 'fr');
    expect(text.match(/https?:\S+/g)).toEqual(['https://panda.example/setup?code=c0de']);
    expect(text).toContain('premier compte d’administration');
  });
});
