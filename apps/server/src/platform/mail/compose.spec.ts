import { compose } from './compose';

const words = {
  subject: 'Welcome',
  before: ['A visitor asked to register with the lab {lab} under this address.'],
  link: 'Choose my password',
  after: [],
};

const letter = (data: Record<string, string>, link?: string) =>
  compose({ words: { en: words, fr: words }, language: 'en', data, link });

describe('a mail', () => {
  it('says the same as text and as HTML, with its link in both', () => {
    const { text, html } = letter({ lab: 'La Rotonde' }, 'https://fab.example/registered?code=c0de');
    expect(text).toContain('with the lab La Rotonde under this address');
    expect(text.match(/https?:\S+/g)).toEqual(['https://fab.example/registered?code=c0de']);
    expect(html).toContain('href="https://fab.example/registered?code=c0de"');
  });

  it('escapes names that people chose', () => {
    expect(letter({ lab: '<b>Lab</b>' }).html).toContain('&lt;b&gt;Lab&lt;/b&gt;');
  });
});
