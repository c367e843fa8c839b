import { type BankLineId, Fault } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { BankLine } from './bank.entities';
import { standingPayments } from './line-states';

/**
 * Locks an open line until the unit of work ends: of two people who book it at once, the second is told that the first
 * has booked it.
 * @throws Fault BANK.LINE_UNKNOWN, BANK.LINE_BOOKED {payment}, BANK.LINE_IGNORED {reason}, BANK.LINE_OUT
 */
export async function claimLine({ manager }: Unit, id: BankLineId): Promise<BankLine> {
  await manager.increment(BankLine, { id }, 'bookings', 0);
  const line = await manager.findOneBy(BankLine, { id });
  if (!line) throw new Fault('BANK.LINE_UNKNOWN');
  if (line.state === 'out') throw new Fault('BANK.LINE_OUT');
  if (line.state === 'ignored') throw new Fault('BANK.LINE_IGNORED', { reason: line.reason ?? '' });
  const [payment] =
    line.state === 'booked' ? (await standingPayments(manager, [line.paymentId])).values() : [];
  if (payment !== undefined) throw new Fault('BANK.LINE_BOOKED', { payment });
  return line;
}
