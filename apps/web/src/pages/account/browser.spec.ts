import { browserName } from './browser';

const MOZILLA = 'Mozilla/5.0';

describe('the short name of a browser', () => {
  it.each([
    [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox, Linux'],
    [`${MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge, Windows'],
    [
      `${MOZILLA} (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36`,
      'Chrome, Android',
    ],
    [`${MOZILLA} (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1`, 'Safari, iOS'],
    ['curl/8.14.1', undefined],
    ['', undefined],
  ])('%s', (said, name) => {
    expect(browserName(said)).toBe(name);
  });
});
