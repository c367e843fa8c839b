import { type LabId, newId } from '@pandafab/shared';
import { LabComputers } from './lab-computers';

describe('which labs have a computer', () => {
  const none = async () => new Set<LabId>();

  it('does not start while no finder is registered', () => {
    expect(() => new LabComputers().onApplicationBootstrap()).toThrow(
      'not registered: finder of the labs’ computers',
    );
  });

  it('refuses a second finder', () => {
    const computers = new LabComputers();
    computers.register(none);
    expect(() => computers.register(none)).toThrow('registered twice');
  });

  it('asks the registered finder', async () => {
    const computers = new LabComputers();
    const [furnished, other] = [newId<LabId>(), newId<LabId>()];
    computers.register(async (labIds) => new Set(labIds.filter((id) => id === furnished)));
    computers.onApplicationBootstrap();
    expect([...(await computers.among([furnished, other]))]).toEqual([furnished]);
  });
});
