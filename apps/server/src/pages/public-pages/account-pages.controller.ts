import { Body, Controller, Get, Inject, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { describeFault, Fault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import type { AccountCodePurpose } from '../../people/accounts/account-code.entity';
import { forgottenForm, newPasswordForm, registrationForm } from '../../people/accounts/codes/codes.dto';
import { InvitationsService } from '../../people/accounts/codes/invitations.service';
import { PasswordsService } from '../../people/accounts/codes/passwords.service';
import { RegistrationsService } from '../../people/accounts/codes/registrations.service';
import { SignInAddressService } from '../../people/accounts/codes/sign-in-address.service';
import { Public } from '../../platform/http/access';
import { type SignedIn, setSessionCookie } from '../../platform/http/session-cookie';
import { ReaderLanguage } from '../../platform/http/words';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { MailService } from '../../platform/mail/mail.service';
import {
  confirmEmailPage,
  emailChangedPage,
  forgottenPage,
  onItsWayPage,
  passwordPage,
  registerPage,
} from './account-pages';
import { accountTextsFor } from './account-texts';
import { read, readForm, readNewPassword, shownAgain, type Typed, wrongPassword } from './forms';
import { sendPage } from './page-reply';
import { PublicPagesFilter } from './public-pages.filter';
import { textsFor } from './texts';

type CodeQuery = string | string[] | undefined;

/** The pages that ask for a mail, and those that its link opens. Opening a link changes nothing. */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller()
export class AccountPagesController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly mail: MailService,
    private readonly invitations: InvitationsService,
    private readonly passwords: PasswordsService,
    private readonly registrations: RegistrationsService,
    private readonly address: SignInAddressService,
  ) {}

  @Get('forgotten')
  showForgotten(@Res() reply: FastifyReply, @ReaderLanguage() language: Language) {
    this.mail.demandConfigured();
    sendPage(reply, 200, language, forgottenPage(language));
  }

  @Post('forgotten')
  async forget(@Res() reply: FastifyReply, @Body() body: unknown, @ReaderLanguage() language: Language) {
    const form = readForm(body);
    const { data } = forgottenForm.safeParse(form);
    if (!data) {
      const refused = { typed: shownAgain(form), wrong: { email: textsFor(language).wrong.email } };
      return sendPage(reply, 400, language, forgottenPage(language, refused));
    }
    await this.passwords.forget(data.email, language);
    return sendPage(reply, 202, language, onItsWayPage(language, 'forgottenDone', data.email));
  }

  @Get('password')
  async showPassword(
    @Res() reply: FastifyReply,
    @ReaderLanguage() language: Language,
    @Query('code') query?: CodeQuery,
  ) {
    const code = String(query ?? '');
    const { purpose, email } = await this.passwords.pending(code);
    sendPage(reply, 200, language, passwordPage(language, { code, purpose, email }));
  }

  @Post('password')
  async setPassword(@Res() reply: FastifyReply, @Body() body: unknown, @ReaderLanguage() language: Language) {
    const form = readForm(body);
    const { code = '' } = form;
    const { purpose, email } = await this.passwords.pending(code);
    const link = { code, purpose, email };
    const { data, wrong } = readNewPassword(newPasswordForm, form, textsFor(language).wrong);
    if (!data) return sendPage(reply, 400, language, passwordPage(language, link, { typed: {}, wrong }));
    return this.orShowAgain(
      reply,
      language,
      async () => this.welcome(reply, await this.open(purpose, data)),
      (fault) => passwordPage(language, link, { typed: {}, ...wordsOf(fault, language) }),
    );
  }

  /**
   * Accepts the invitation, confirms the registration or resets the password, and returns the new session's secrets.
   */
  private open(purpose: AccountCodePurpose, { code, password }: { code: string; password: string }) {
    if (purpose === 'invitation') return this.invitations.accept(code, password);
    if (purpose === 'registration') return this.registrations.confirm(code, password);
    return this.passwords.reset(code, password);
  }

  @Get('register')
  async showRegister(@Res() reply: FastifyReply, @ReaderLanguage() language: Language) {
    sendPage(reply, 200, language, registerPage(language, await this.openLabs()));
  }

  @Post('register')
  async register(@Res() reply: FastifyReply, @Body() body: unknown, @ReaderLanguage() language: Language) {
    const form = readForm(body);
    const labs = await this.openLabs();
    const sentences = { ...textsFor(language).wrong, labId: accountTextsFor(language).labWrong };
    const { data, wrong } = read(registrationForm, form, sentences);
    const typed = shownAgain(form);
    if (!data) return sendPage(reply, 400, language, registerPage(language, labs, { typed, wrong }));
    return this.orShowAgain(
      reply,
      language,
      async () => {
        await this.registrations.register({ ...data, language });
        sendPage(reply, 202, language, onItsWayPage(language, 'registerDone', data.email));
      },
      (fault) => registerPage(language, labs, { typed, fault }),
    );
  }

  @Get('email')
  async showEmail(
    @Res() reply: FastifyReply,
    @ReaderLanguage() language: Language,
    @Query('code') query?: CodeQuery,
  ) {
    const code = String(query ?? '');
    const email = await this.address.pending(code);
    sendPage(reply, 200, language, confirmEmailPage(language, code, email));
  }

  @Post('email')
  async confirmEmail(
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @ReaderLanguage() language: Language,
  ) {
    await this.address.confirm(readForm(body).code ?? '');
    sendPage(reply, 200, language, emailChangedPage(language));
  }

  /**
   * The labs in which a visitor may register.
   * @throws Fault MAIL.NOT_CONFIGURED; MEMBER.REGISTRATION_CLOSED when there is no such lab
   */
  private async openLabs() {
    this.mail.demandConfigured();
    const labs = await this.registrations.labs();
    if (labs.length === 0) throw new Fault('MEMBER.REGISTRATION_CLOSED');
    return labs;
  }

  /**
   * Shows the form again with the reason of a refusal. A link that is no longer valid has no form: its fault is thrown.
   */
  private async orShowAgain(
    reply: FastifyReply,
    language: Language,
    work: () => Promise<void>,
    page: (fault: Fault) => string,
  ): Promise<void> {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.code === 'AUTH.CODE_INVALID') throw fault;
      sendPage(reply, describeFault(fault, language).status, language, page(fault));
    }
  }

  /** 303: the browser then sends a GET, so that reloading the page does not post the form again. */
  private welcome(reply: FastifyReply, secrets: SignedIn): void {
    setSessionCookie(reply, secrets, this.config);
    reply.redirect('/', 303);
  }
}

/** A fault about the password is shown at its field; any other fault above the form. */
function wordsOf(fault: Fault, language: Language): { wrong: Typed } | { fault: Fault } {
  const wrong = wrongPassword(fault, language);
  return wrong ? { wrong } : { fault };
}
