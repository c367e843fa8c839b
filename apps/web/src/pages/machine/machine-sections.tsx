import type { LabPicture, LiveLab } from '../../api/live';
import type { Machine } from '../../api/queries';
import { EmergencyStop } from '../wall/emergency-stop';
import { lostAtOf } from '../wall/lost-banner';
import { Allowances } from './allowances';
import { Description } from './description';
import { MachineNow } from './machine-now';
import { MachineRuns } from './machine-runs';
import { MachineRecord } from './record';
import { SpoolChoice } from './spool-choice';
import { Temperatures } from './temperatures';

interface Props {
  readonly machine: Machine;
  readonly picture: LabPicture;
  readonly live: LiveLab;
  readonly isStaff: boolean;
}

/** What there is to know of a machine, the present first; the stop stays in reach however far one reads. */
export function MachineSections({ machine, picture, live, isStaff }: Props) {
  const { id, name, labId } = machine;
  const isLive = live.connection === 'live';
  return (
    <>
      {isStaff && (
        <div className="stop-bar">
          <EmergencyStop machineId={id} name={name} isStopped={machine.live?.connection === 'halted'} />
        </div>
      )}
      <div className="machine-columns">
        <div className="machine-column">
          <MachineNow machine={machine} jobs={picture.jobs} isStaff={isStaff} lostAt={lostAtOf(live)} />
          {isStaff && <SpoolChoice machine={machine} machines={picture.machines} />}
        </div>
        <div className="machine-column">
          <Temperatures machine={machine} isLive={isLive} />
          <Description machine={machine} isStaff={isStaff} />
        </div>
      </div>
      <MachineRuns machineId={id} labId={labId} liveJobs={picture.jobs} isStaff={isStaff} />
      {isStaff && (
        <div className="machine-columns">
          <MachineRecord machineId={id} />
          <Allowances machineId={id} />
        </div>
      )}
    </>
  );
}
