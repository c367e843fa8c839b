import { isServiceAddress } from './service-address';

const page = { schemes: ['http', 'https'], sentence: '' };
const redis = { schemes: ['redis', 'rediss'], sentence: '', path: /^\/?\d*$/, extras: true } as const;
const broker = { schemes: ['mqtt', 'mqtts'], sentence: '', extras: true } as const;

describe('the address of a service', () => {
  it.each([
    'https://fab.example.org',
    'http://127.0.0.1:3000',
    'https://fab.example.org/',
    'HTTP://[::1]:3000',
  ])('may be %s', (text) => expect(isServiceAddress(text, page)).toBe(true));

  it.each([
    ...['fab.example.org', 'localhost:3000', '//fab.example.org', 'http:fab.example.org', 'https://', ''],
    ...[
      'ftp://fab.example.org',
      'https://fab.example.org/fab',
      'https://fab.example.org/?x',
      'https://a@b.fr',
    ],
    ...['https://fab.example.org/#x', 'https://fab.example.org:99999', 'https://fab .example'],
  ])('may not be %j', (text) => expect(isServiceAddress(text, page)).toBe(false));

  it('has a path only when the service uses one', () => {
    expect(isServiceAddress('redis://:secret@cache:6379/2', redis)).toBe(true);
    expect(isServiceAddress('redis://cache:6379/two', redis)).toBe(false);
    expect(isServiceAddress('redis://', redis)).toBe(false);
    expect(isServiceAddress('mqtt://user:secret@broker:1883', broker)).toBe(true);
    expect(isServiceAddress('mqtt://broker:1883/labs', broker)).toBe(false);
  });
});
