import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../audit/audit';
import { MemberContact } from '../people/member.entity';
import { Mail } from './mail.entity';
import type { Delivery } from './smtp';

export type MailEnd = Exclude<Delivery, { kind: 'delayed' }> | { readonly kind: 'dropped' };

const STATES = { sent: 'sent', dropped: 'dropped', bounced: 'failed', refused: 'failed' } as const;

/** Writes down how a mail ended, once. */
export async function settleMail(
  manager: EntityManager,
  clock: Clock,
  mail: Mail,
  end: MailEnd,
): Promise<void> {
  const failure = 'words' in end ? end.words : null;
  const settled = { state: STATES[end.kind], failure, settledAt: clock.now() };
  const { affected } = await manager.update(Mail, { id: mail.id, state: 'waiting' }, settled);
  if (affected && end.kind === 'bounced') await noteBounce(manager, clock, mail, failure);
  if (affected && end.kind === 'refused') await note(manager, clock, 'mail.undelivered', mail, failure);
}

/** Staff see it where they look for how to reach the member. */
async function noteBounce(
  manager: EntityManager,
  clock: Clock,
  mail: Mail,
  failure: string | null,
): Promise<void> {
  const { memberId, address } = mail;
  if (memberId)
    await manager.update(MemberContact, { memberId, email: address }, { emailBouncedAt: clock.now() });
  await note(manager, clock, 'mail.bounced', mail, failure);
}

async function note(
  manager: EntityManager,
  clock: Clock,
  action: 'mail.bounced' | 'mail.undelivered',
  { id, memberId, address, template }: Mail,
  failure: string | null,
): Promise<void> {
  await audit(manager, clock, {
    action,
    subject: memberId ? ['member', memberId] : ['mail', id],
    after: { template },
    ...(memberId && { personal: { memberId, after: { address, failure } } }),
  });
}
