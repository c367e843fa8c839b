import { Inject, Injectable } from '@nestjs/common';
import { NO_CONDITIONS } from '@pandafab/domain';
import { type Clock, Fault, type FaultCode, type FaultDetails } from '@pandafab/shared';
import { PresenceBook } from '../../../network/link/presence-book';
import { MachinePolicies } from '../../../network/machines/machine-policies';
import { inductionsOfEither } from '../../../people/inductions/valid-inductions';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { StoredFile } from '../../files/file.entity';
import { reasonsToWait, viewWaiting, type Waiting } from '../../matching/waiting';
import type { Target } from './targets.service';

/** A person looks at the slicer's dialog meanwhile. */
const MOST_MS = 8000;
const LOOK_EVERY_MS = 100;

/** Reasons that no spool, no free bed and no patience changes. */
const FINAL: readonly string[] = ['GUARD_REFUSES', 'TOO_FEW_TOOLS', 'OTHER_FILAMENT_DIAMETER'];
/** The person can still learn to use the machine: the file is kept, but nothing is submitted. */
const FINAL_TO_PRINT: readonly string[] = [...FINAL, 'INDUCTION_MISSING'];

type Where = Pick<Target, 'labId' | 'machineId'>;

/** Waits for the reading of a file, so that the slicer shows at once what is wrong with it. */
@Injectable()
export class SlicerReading {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly policies: MachinePolicies,
    private readonly presence: PresenceBook,
  ) {}

  /**
   * Waits at most eight seconds for the reading. A file that takes longer is accepted; a refusal then shows on its job.
   * @param shouldPrint false: the file is only kept
   * @throws Fault the refusal of the file, or why no machine of the target takes it
   */
  async demandPrintable(
    account: CurrentAccountInfo,
    target: Where,
    sha256: string,
    shouldPrint: boolean,
  ): Promise<void> {
    const file = await this.read(sha256);
    if (file?.refusal) throw faultOf(file.refusal);
    if (file?.state !== 'analysed') return;
    const waiting = await this.waiting(account, target, file);
    const isFinal = (code: string) => (shouldPrint ? FINAL_TO_PRINT : FINAL).includes(code);
    const finals = waiting.map((each) => ({
      ...each,
      reasons: each.reasons.filter(({ code }) => isFinal(code)),
    }));
    // The machine that is nearest to taking it tells the most useful reason.
    const [nearest] = finals.sort((a, b) => a.reasons.length - b.reasons.length);
    const [view] = nearest ? viewWaiting([nearest], 'en', 'maker') : [];
    const [reason] = view?.reasons ?? [];
    if (reason) throw faultOf(reason);
  }

  private async read(sha256: string): Promise<StoredFile | null> {
    const until = this.clock.monotonic() + MOST_MS;
    for (;;) {
      const file = await this.database.of(StoredFile).findOneBy({ sha256 });
      if (file?.state !== 'pending' || this.clock.monotonic() >= until) return file;
      await new Promise<void>((resolve) => void this.clock.setTimer(LOOK_EVERY_MS, resolve));
    }
  }

  private async waiting(account: CurrentAccountInfo, target: Where, file: StoredFile): Promise<Waiting[]> {
    const { manager } = this.database;
    const { labId, machineId: onlyMachineId } = target;
    const inductionsAmong = (kinds: readonly string[]) =>
      inductionsOfEither(manager, this.clock.now(), [account.memberId], kinds);
    const place = { labId, onlyMachineId, material: null, insteadOf: null, conditions: NO_CONDITIONS };
    const wanted = { ...place, file, inductionsAmong, memberId: account.memberId };
    const live = this.presence.of(labId);
    const all = await reasonsToWait(manager, this.policies, wanted, live, this.clock.now());
    return all.filter(({ machineId }) => onlyMachineId === null || machineId === onlyMachineId);
  }
}

const faultOf = ({ code, details }: { readonly code: string; readonly details: FaultDetails }): Fault =>
  new Fault(code as FaultCode, details);
