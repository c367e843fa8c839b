import type { Unit } from '../../platform/persistence/unit';
import { Run } from './run.entity';

/** A run that the server itself ended has no figures yet. */
const UNREPORTED = { state: 'interrupted', linesSent: 0, exact: false } as const;

const ENDED_BY_SERVER = ['LAB.AGENT_REPLACED', 'LAB.SERVER_RESTORED', 'LAB.JOURNAL_RESTORED'];

/** True if the server recorded the run as interrupted, and the lab has not reported its usage since. */
export const awaitsFigures = ({ state, linesSent, exact, cause }: Run): boolean =>
  state === UNREPORTED.state &&
  linesSent === UNREPORTED.linesSent &&
  exact === UNREPORTED.exact &&
  ENDED_BY_SERVER.includes(cause?.code ?? '');

/** Stores the usage of such a run, once. @returns false if it was already stored */
export async function writeLateFigures(
  { manager }: Unit,
  { id }: Pick<Run, 'id'>,
  figures: Partial<Run>,
): Promise<boolean> {
  const { affected } = await manager.update(Run, { id, ...UNREPORTED }, figures as object);
  return affected === 1;
}
