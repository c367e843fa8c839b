import { WaitingReasons } from './waiting-reasons';

describe('the reasons why jobs wait', () => {
  it('does not start without a registered source', () => {
    expect(() => new WaitingReasons().onApplicationBootstrap()).toThrow(
      'not registered: reasons why jobs wait',
    );
  });

  it('refuses a second source', () => {
    const reasons = new WaitingReasons();
    reasons.register(async () => []);
    expect(() => reasons.register(async () => [])).toThrow('registered twice');
    expect(() => reasons.onApplicationBootstrap()).not.toThrow();
  });
});
