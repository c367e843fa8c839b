import { defaultProfilesDirectory, loadProfiles } from '@pandafab/firmware';
import { proposeMachine } from './machine-proposal';

const profiles = loadProfiles(defaultProfilesDirectory);
const profileOf = (id: string) => profiles.get(id);
const answer = {
  ...{ baudRate: 115_200, firmware: 'Prusa-Firmware 3.13.3', machineType: 'Prusa i3 MK3S', sizeMm: null },
  profileId: 'prusa-mk3',
};
const port = { path: '/dev/serial/by-id/mk3', product: 'Prusa MK3', answer };

describe('the machine that is proposed for a port', () => {
  it('has the name, size and limits of what answered', () => {
    expect(proposeMachine(port, profileOf)).toEqual({
      ...{
        name: 'Prusa i3 MK3S',
        profileId: 'prusa-mk3',
        address: '/dev/serial/by-id/mk3',
        baudRate: 115_200,
      },
      ...{ widthMm: 250, depthMm: 210, heightMm: 210, maxNozzleCelsius: 300, maxBedCelsius: 120 },
    });
  });

  it.each([
    [
      'what it reports, where its type is not known',
      '3D Printer',
      { x: 310, y: 320, z: 400 },
      [310, 320, 400],
    ],
    ['the data sheet, where its type is known', 'Ender-3 V2', { x: 235, y: 235, z: 250 }, [220, 220, 250]],
    ['a small one, where nothing is known', null, null, [200, 200, 180]],
  ])('has the size of %s', (_words, machineType, sizeMm, [x, y, z]) => {
    const proposal = proposeMachine(
      { ...port, answer: { ...answer, profileId: 'marlin-2', machineType, sizeMm } },
      profileOf,
    );
    expect(proposal).toMatchObject({ widthMm: x, depthMm: y, heightMm: z, profileId: 'marlin-2' });
  });

  it('is none where no firmware answered, or no profile of this version fits', () => {
    expect(proposeMachine({ ...port, answer: null }, profileOf)).toBeNull();
    expect(proposeMachine({ ...port, answer: { ...answer, profileId: null } }, profileOf)).toBeNull();
    expect(
      proposeMachine({ ...port, answer: { ...answer, profileId: 'of-tomorrow' } }, profileOf),
    ).toBeNull();
  });
});
