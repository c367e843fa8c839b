import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { currentRequest } from '../audit/request-context';
import { SignInLimit } from '../limits/sign-in-limit';
import type { Account } from './account.entity';
import { KnownDevices } from './known-devices';
import { isPassword } from './passwords';

/**
 * Asks for the password once more before what a stolen session must not do. Guessing is slowed down as at the sign-in,
 * and counts there too: nobody gets around the one by the other.
 */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly limit: SignInLimit,
    private readonly devices: KnownDevices,
  ) {}

  /** @throws Fault AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS {minutes, seconds} */
  async demand({ email, passwordHash }: Account, password: string): Promise<void> {
    const address = currentRequest()?.address ?? '';
    const attempt = { email, address, device: await this.devices.find(email) };
    await this.limit.begin(attempt);
    if (!(await isPassword(password, passwordHash))) throw new Fault('AUTH.WRONG_PASSWORD');
    await this.limit.succeed(attempt);
  }
}
