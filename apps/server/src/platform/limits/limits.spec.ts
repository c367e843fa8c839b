import { limitSettings, lockSeconds } from './limit-settings';
import { networkOf } from './network-of';

describe('the lock after failed sign-ins', () => {
  it('begins with the fifth failure, doubles with each further one, and lasts an hour at most', () => {
    const minutes = [4, 5, 6, 7, 8, 9, 10, 11, 12, 500].map(
      (failures) => lockSeconds(failures, limitSettings.lockOut) / 60,
    );
    expect(minutes).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is remembered for longer than it lasts', () => {
    const { rememberedSeconds, longestSeconds } = limitSettings.lockOut;
    expect(rememberedSeconds).toBeGreaterThan(longestSeconds);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
