import type { JobId, LabId, Language } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MachineKind } from '../../../network/machines/machine-kind.entity';
import { readerIn } from '../../../network/machines/reader';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import type { WhyReader } from './why-view';

/** How this account reads the answers about a lab. */
export async function readerOf(
  manager: EntityManager,
  account: CurrentAccountInfo,
  labId: LabId,
  language: Language,
  maySee: (jobId: JobId) => boolean,
): Promise<WhyReader> {
  const kinds = await manager.find(MachineKind);
  return {
    ...{ language, maySee, reader: readerIn(account, labId) },
    kinds: new Map(kinds.map((kind) => [kind.code, kind])),
  };
}
