import type { LabPicture, LiveLab } from '../../api/live';
import type { Machine } from '../../api/queries';
import { WantedHere } from '../../parts/wanted-changes/wanted-changes';
import { NextOnMachine } from '../queue/next-on-machine';
import { lostAtOf } from '../wall/lost-banner';
import { Allowances } from './allowances';
import { Description } from './description';
import { MachineConsole } from './machine-console';
import { MachineNow } from './machine-now';
import { MachineRuns } from './machine-runs';
import { MachineWhy } from './machine-why/machine-why';
import { MachineRecord } from './record';
import { SpoolChoice } from './spool-choice';
import { Temperatures } from './temperatures';
import { Bookings } from './times/bookings';
import { Maintenance } from './times/maintenance';
import { Readiness } from './times/readiness';

interface Props {
  readonly machine: Machine;
  readonly picture: LabPicture;
  readonly live: LiveLab;
  readonly isStaff: boolean;
}

/** All sections about a machine, its current state first. */
export function MachineSections({ machine, picture, live, isStaff }: Props) {
  const { id, labId } = machine;
  const isLive = live.connection === 'live';
  return (
    <>
      <div className="machine-columns">
        <div className="machine-column">
          <MachineNow machine={machine} jobs={picture.jobs} isStaff={isStaff} lostAt={lostAtOf(live)} />
          {isStaff && <Readiness machine={machine} />}
          {isStaff && <WantedHere labId={labId} machineId={id} />}
          {isStaff && <SpoolChoice machine={machine} machines={picture.machines} />}
          {isStaff && <MachineWhy machineId={id} />}
          {isStaff && <NextOnMachine machineId={id} labId={labId} />}
        </div>
        <div className="machine-column">
          <Temperatures machine={machine} isLive={isLive} />
          <Description machine={machine} isStaff={isStaff} />
        </div>
      </div>
      {isStaff && <MachineConsole machine={machine} liveJobs={picture.jobs} />}
      <Bookings machine={machine} isStaff={isStaff} />
      <MachineRuns machineId={id} labId={labId} liveJobs={picture.jobs} isStaff={isStaff} />
      {isStaff && <Maintenance machineId={id} />}
      {isStaff && (
        <div className="machine-columns">
          <MachineRecord machineId={id} />
          <Allowances machineId={id} />
        </div>
      )}
    </>
  );
}
