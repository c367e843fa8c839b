import type { Unit } from '../persistence/unit';
import { Mail } from './mail.entity';
import type { MailOwners } from './mail-owners';
import { settleMail } from './settle-mail';

export interface MailToSend {
  readonly mail: Mail;
  readonly link: string | undefined;
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
  const { link, changes } = prepared;
  if (changes) await unit.manager.update(Mail, { id }, changes);
  return { mail: { ...mail, ...changes }, link };
}
