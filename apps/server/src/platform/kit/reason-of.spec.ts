import { reasonOf } from './reason-of';

describe('the reason of a network error', () => {
  it.each([
    ['its message', new Error('connect ECONNREFUSED 127.0.0.1:6379'), 'connect ECONNREFUSED 127.0.0.1:6379'],
    [
      'the messages for every address tried, where it has none itself',
      new AggregateError([
        new Error('connect ECONNREFUSED ::1:1883'),
        new Error('connect ETIMEDOUT 127.0.0.1'),
      ]),
      'connect ECONNREFUSED ::1:1883; connect ETIMEDOUT 127.0.0.1',
    ],
    ['its code, where it has no message', Object.assign(new Error(), { code: 'EPIPE' }), 'EPIPE'],
    ['its name, where it has no code either', new TypeError(), 'TypeError'],
  ])('is %s', (_what, error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});
