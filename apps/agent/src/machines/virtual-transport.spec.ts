import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import type { CloseReason } from '@pandafab/machine-host';
import { systemClock } from '@pandafab/shared';
import { pollUntil } from '@pandafab/testing';
import { readVirtualAddress, virtualTransport } from './virtual-transport';

const profile = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');

describe('a virtual machine of the agent', () => {
  it.each([
    ['virtual:', 1, { x: 200, y: 200, z: 200 }],
    ['virtual:?speed=100', 100, { x: 200, y: 200, z: 200 }],
    ['virtual:?speed=20&size=250x210x180', 20, { x: 250, y: 210, z: 180 }],
  ])('%s has the speed and size of its address', (address, speed, volume) => {
    expect(readVirtualAddress(address)).toEqual({ speed, volume });
  });

  it.each(['virtual:?speed=0', 'virtual:?speed=fast', 'virtual:?size=250x210', 'virtual:?size=0x1x1'])(
    '%s is no address',
    (address) => {
      expect(() => readVirtualAddress(address)).toThrow(
        expect.objectContaining({ code: 'MACHINE.BAD_ADDRESS' }),
      );
    },
  );

  it('answers on its line as a real one, says that it is virtual, and is silent after the line is closed', async () => {
    let heard = '';
    const closed: CloseReason[] = [];
    const transport = virtualTransport('virtual:?speed=100&size=250x210x180', profile, systemClock);
    const link = await transport.open(
      (bytes) => {
        heard += Buffer.from(bytes).toString('latin1');
      },
      (why) => closed.push(why),
    );
    await pollUntil('its banner', () => heard.includes('start'));
    link.write(Buffer.from('M115\n'));
    await pollUntil('its name', () => heard.includes('FIRMWARE_NAME:Marlin') && /\nok\b/.test(heard));
    expect(heard).toContain('Cap:PANDAFAB_SPEED:100');
    expect(heard).toContain('max:{x:250');
    await link.close();
    await link.close();
    expect(closed).toEqual([{ kind: 'closed' }]);
    const before = heard;
    link.write(Buffer.from('M115\n'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toBe(before);
  });
});
