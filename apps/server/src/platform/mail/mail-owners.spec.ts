import { startModule } from '@pandafab/testing';
import { MAILS, MailOwners } from './mail-owners';
import type { MailOwner, MailTemplateName } from './mail-template';

const words = { subject: 'Welcome', before: [], after: [] };
const mails = { welcome: { en: words, fr: words } };
const name = 'welcome' as MailTemplateName;
const owner: MailOwner = { prepare: async () => 'dropped', settled: async () => {} };

describe('the owners of mails', () => {
  it('are complete when every mail has one: otherwise the server does not start', async () => {
    const mailsOfFeatures = { provide: MAILS, useValue: [mails] };
    await expect(startModule([mailsOfFeatures, MailOwners])).rejects.toThrow(
      'not registered: owner of the mail welcome',
    );
    const registered = {
      provide: 'registered',
      inject: [MailOwners],
      useFactory: (owners: MailOwners) => owners.register(name, owner) ?? true,
    };
    await startModule([mailsOfFeatures, MailOwners, registered]);
  });

  it('are refused for a mail that has one, and for one of no feature', () => {
    const owners = new MailOwners([mails]);
    owners.register(name, owner);
    expect(() => owners.register(name, owner)).toThrow('registered twice: owner of the mail welcome');
    expect(() => owners.register('farewell' as MailTemplateName, owner)).toThrow(
      'words of the mail farewell',
    );
  });

  it('have one mail for each name, and none of another version', () => {
    expect(() => new MailOwners([mails, mails])).toThrow('registered twice: words of the mail welcome');
    expect(() => new MailOwners([mails]).wordsOf('gone')).toThrow('gone');
  });
});
