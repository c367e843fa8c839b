import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { codeLink } from '../accounts/codes/code-link';
import { openCode } from '../accounts/codes/open-code';
import type { Letter } from './compose';
import { Mail } from './mail.entity';
import { settleMail } from './settle-mail';
import { mailTemplate } from './templates';

export interface Prepared {
  readonly mail: Mail;
  readonly letter: Letter;
}

const pageLink = (base: string, template: string): string | undefined => {
  const { page } = mailTemplate(template);
  return page && `${base}/${page}`;
};

/** What to send now; undefined when nothing is left to be sent. A link's secret is made here, and stays in memory. */
export async function prepareMail(
  manager: EntityManager,
  clock: Clock,
  id: string,
  base: string,
): Promise<Prepared | undefined> {
  const mail = await manager.findOneBy(Mail, { id, state: 'waiting' });
  if (!mail) return undefined;
  if (mail.codeId === null) return withLink(mail, pageLink(base, mail.template));
  const opened = await openCode(manager, clock, mail.codeId);
  if (opened.kind === 'secret') {
    const { code, secret } = opened;
    const memberId = mail.memberId ?? code.memberId;
    await manager.update(Mail, { id }, { memberId });
    return withLink({ ...mail, memberId }, codeLink(base, code.purpose, secret));
  }
  const { whenKnown } = mailTemplate(mail.template);
  if (opened.kind === 'known' && whenKnown) {
    // Written down, so that another attempt sends the same.
    const instead = { template: whenKnown, codeId: null, memberId: opened.memberId };
    await manager.update(Mail, { id }, instead);
    return withLink({ ...mail, ...instead }, pageLink(base, whenKnown));
  }
  await settleMail(manager, clock, mail, { kind: 'dropped' });
  return undefined;
}

const withLink = (mail: Mail, link: string | undefined): Prepared => ({
  mail,
  letter: { template: mail.template, language: mail.language, data: mail.data, link },
});
