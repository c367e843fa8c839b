import { FakeClock } from '@pandafab/testing';
import { LoginLimiter } from './login-limiter';

describe('LoginLimiter', () => {
  const fail = (limiter: LoginLimiter, key: string, times: number) => {
    for (let time = 0; time < times; time += 1) limiter.begin(key);
  };

  it('refuses the eleventh attempt, says how long to wait, and lets others try', () => {
    const clock = new FakeClock();
    const limiter = new LoginLimiter(clock);
    fail(limiter, 'ana 10.0.0.1', 10);
    clock.advance(60_000);
    expect(() => limiter.begin('ana 10.0.0.1')).toThrow(
      expect.objectContaining({ code: 'AUTH.TOO_MANY_ATTEMPTS', details: { minutes: 14 } }),
    );
    expect(() => limiter.begin('ana 10.0.0.2')).not.toThrow();
  });

  it('forgives after a quarter of an hour', () => {
    const clock = new FakeClock();
    const limiter = new LoginLimiter(clock);
    fail(limiter, 'ana', 10);
    clock.advance(15 * 60_000);
    expect(() => fail(limiter, 'ana', 10)).not.toThrow();
  });

  it('forgives once it was right', () => {
    const limiter = new LoginLimiter(new FakeClock());
    fail(limiter, 'ana', 9);
    limiter.succeed('ana');
    expect(() => fail(limiter, 'ana', 10)).not.toThrow();
  });

  it('remembers a bounded number of strangers', () => {
    const limiter = new LoginLimiter(new FakeClock());
    fail(limiter, 'first', 10);
    for (let stranger = 0; stranger < 10_000; stranger += 1) limiter.begin(`stranger ${stranger}`);
    expect(() => limiter.begin('first')).not.toThrow();
  });
});
