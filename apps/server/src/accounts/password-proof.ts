import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { currentRequest } from '../audit/request-context';
import { SignInLimit } from '../limits/sign-in-limit';
import type { Account } from './account.entity';
import { isPassword } from './passwords';

/**
 * Asks for the password once more before what a stolen session must not do. Guessing is slowed down as at the sign-in,
 * and counts there too: nobody gets around the one by the other.
 */
@Injectable()
export class PasswordProof {
  constructor(private readonly limit: SignInLimit) {}

  /** @throws Fault AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS {minutes, seconds} */
  async demand({ email, passwordHash }: Account, password: string): Promise<void> {
    const address = currentRequest()?.address ?? '';
    await this.limit.begin(email, address);
    if (!(await isPassword(password, passwordHash))) throw new Fault('AUTH.WRONG_PASSWORD');
    await this.limit.succeed(email, address);
  }
}
