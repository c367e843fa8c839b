import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Wording } from '@pandafab/shared';
import { Registry } from '../kit/registry';
import type { MailOwner, MailTemplateName, MailTemplates, MailWords } from './mail-template';

/** The mails of each feature. */
export const MAILS = Symbol('Mails');

/** The folder that prepares each mail's link and handles its result. Modules register when they are initialised. */
@Injectable()
export class MailOwners implements OnApplicationBootstrap {
  private readonly words = new Registry<string, Wording<MailWords>>('words of the mail');
  private readonly owners = new Registry<string, MailOwner>('owner of the mail');

  /** @throws Error when two mails have the same name */
  constructor(@Inject(MAILS) mails: readonly MailTemplates[]) {
    for (const each of mails)
      for (const [name, words] of Object.entries(each)) this.words.register(name, words);
  }

  /** @throws Error when the mail has an owner already, or is in no feature */
  register(name: MailTemplateName, owner: MailOwner): void {
    this.words.get(name);
    this.owners.register(name, owner);
  }

  /** @throws Error naming the mails without an owner: none of them could be sent. */
  onApplicationBootstrap(): void {
    this.owners.assertComplete(this.words.all().map(([name]) => name));
  }

  /** False for the name of another version's mail. */
  knows(name: string): boolean {
    return this.words.has(name);
  }

  /** @throws Error for the name of another version's mail */
  wordsOf(name: string): Wording<MailWords> {
    return this.words.get(name);
  }

  /** @throws Error for the name of another version's mail */
  of(name: string): MailOwner {
    return this.owners.get(name);
  }
}
