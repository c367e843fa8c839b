import type { Unit } from '../persistence/unit';
import { Mail } from './mail.entity';
import type { MailOwners } from './mail-owners';
import type { MailEnd } from './mail-template';

const STATES = { sent: 'sent', dropped: 'dropped', bounced: 'failed', refused: 'failed' } as const;

/** Records a mail's result, once, and calls its owner. */
export async function settleMail(unit: Unit, owners: MailOwners, mail: Mail, end: MailEnd): Promise<void> {
  const { manager, now } = unit;
  const failure = 'words' in end ? end.words : null;
  const settled = { state: STATES[end.kind], failure, settledAt: now };
  const { affected } = await manager.update(Mail, { id: mail.id, state: 'waiting' }, settled);
  if (affected) await owners.of(mail.template).settled(unit, mail, end);
}
