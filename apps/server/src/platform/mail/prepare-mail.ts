import type { Unit } from '../persistence/unit';
import { Mail } from './mail.entity';
import type { MailOwners } from './mail-owners';
import type { PreparedMail } from './mail-template';
import { settleMail } from './settle-mail';

export interface MailToSend extends Omit<PreparedMail, 'changes'> {
  readonly mail: Mail;
}

/** The mail to send now; undefined when none is left to send. */
export async function prepareMail(
  unit: Unit,
  owners: MailOwners,
  id: string,
  base: string,
): Promise<MailToSend | undefined> {
  const mail = await unit.manager.findOneBy(Mail, { id, state: 'waiting' });
  if (!mail) return undefined;
  const prepared = await owners.of(mail.template).prepare(unit, mail, base);
  if (prepared === 'dropped') {
    await settleMail(unit, owners, mail, { kind: 'dropped' });
    return undefined;
  }
  const { changes, ...parts } = prepared;
  if (changes) await unit.manager.update(Mail, { id }, changes);
  return { ...parts, mail: { ...mail, ...changes } };
}
