import { Injectable } from '@nestjs/common';
import type { Fault, Language } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { toIso } from '../../api/fields';
import { putIntoWords } from '../../api/words';
import { BaseUrl } from '../../base-url';
import { MailService } from '../../mail/mail.service';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { AccountCode } from '../account-code.entity';
import { hashSecret, newSecret } from '../secrets';
import { codeLink } from './code-link';

/** A code that staff made for a member, as it was written to the database. */
export interface WrittenCode {
  readonly code: AccountCode;
  /** The mail that carries its link; undefined where no mail can be sent. */
  readonly mailId: string | undefined;
  /** The code's, where no mail is to make one of its own. */
  readonly secret: string | undefined;
}

/** What the member of the staff who made the link is answered. */
export interface HandedOver {
  readonly sent: boolean;
  /** To be handed over; null where a mail is on its way. */
  readonly link: string | null;
  readonly refusal: Fault | null;
  readonly expiresAt: number;
}

/** Links that staff make for people: they go by mail, or staff hand them over. */
@Injectable()
export class HandOver {
  constructor(
    private readonly base: BaseUrl,
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailService,
  ) {}

  /** For a code whose link is handed over in any case; undefined where its mail makes one. */
  newSecret(): string | undefined {
    return this.mail.isConfigured ? undefined : newSecret();
  }

  /** To be asked once the code's unit of work is committed. A mail server that refuses the mail makes it staff's to hand over. */
  async end({ code, mailId, secret }: WrittenCode): Promise<HandedOver> {
    const refusal = await this.mail.refusalOf(mailId);
    const given = refusal ? await this.renewSecret(code) : secret;
    const link = given ? codeLink(this.base.get(), code.purpose, given) : null;
    return { sent: link === null, link, refusal: refusal ?? null, expiresAt: code.expiresAt };
  }

  /** Undefined where the code was used meanwhile. */
  private async renewSecret({ id }: AccountCode): Promise<string | undefined> {
    const secret = newSecret();
    const { affected } = await this.unitOfWork.run((manager) =>
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
