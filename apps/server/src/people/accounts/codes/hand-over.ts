import { Injectable } from '@nestjs/common';
import type { Fault, Language } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { toIso } from '../../../platform/http/fields';
import { hashSecret, newSecret } from '../../../platform/http/secrets';
import { putIntoWords } from '../../../platform/http/words';
import { BaseUrl } from '../../../platform/kit/base-url';
import { MailService } from '../../../platform/mail/mail.service';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { AccountCode } from '../account-code.entity';
import { codeLink } from './code-link';

/** A code that staff made for a member, as stored in the database. */
export interface WrittenCode {
  readonly code: AccountCode;
  /** The mail with its link; undefined if no mail can be sent. */
  readonly mailId: string | undefined;
  /** The code's secret, if no mail makes one. */
  readonly secret: string | undefined;
}

/** The answer to the member of the staff who made the link. */
export interface HandedOver {
  readonly sent: boolean;
  /** The link that staff hand over; null if a mail was sent. */
  readonly link: string | null;
  readonly refusal: Fault | null;
  readonly expiresAt: number;
}

/** Links that staff make for members: sent by mail, or handed over by staff. */
@Injectable()
export class HandOver {
  constructor(
    private readonly base: BaseUrl,
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailService,
  ) {}

  /** A secret for a code whose link staff hand over; undefined if the mail makes one. */
  newSecret(): string | undefined {
    return this.mail.isConfigured ? undefined : newSecret();
  }

  /**
   * Call it after the code's unit of work is committed. If the mail server refuses the mail, staff hand the link over.
   */
  async end({ code, mailId, secret }: WrittenCode): Promise<HandedOver> {
    const refusal = await this.mail.refusalOf(mailId);
    const given = refusal ? await this.renewSecret(code) : secret;
    const link = given ? codeLink(this.base.get(), code.purpose, given) : null;
    return { sent: link === null, link, refusal: refusal ?? null, expiresAt: code.expiresAt };
  }

  /** Undefined if the code was used meanwhile. */
  private async renewSecret({ id }: AccountCode): Promise<string | undefined> {
    const secret = newSecret();
    const { affected } = await this.unitOfWork.run(({ manager }) =>
      manager.update(AccountCode, { id, usedAt: IsNull() }, { codeHash: hashSecret(secret) }),
    );
    return affected ? secret : undefined;
  }
}

export const viewHandedOver = ({ refusal, expiresAt, ...answer }: HandedOver, language: Language) => ({
  ...answer,
  refusal: putIntoWords(refusal, language),
  expiresAt: toIso(expiresAt),
});
