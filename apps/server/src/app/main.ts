import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { keepPrivate, PRIVATE_UMASK } from '@pandafab/platform';
import { describeFault, Fault, languageFromEnvironment, systemClock } from '@pandafab/shared';
import { SetupService } from '../people/accounts/setup.service';
import { setupInvitation } from '../people/accounts/setup-invitation';
import { BaseUrl } from '../platform/kit/base-url';
import { readConfig } from '../platform/kit/config';
import { awaitDatabase } from '../platform/persistence/await-database';
import { storageFault } from '../platform/persistence/storage-fault';
import { createApp } from './app';
import { collectEarly } from './collect-early';

async function main(): Promise<void> {
  collectEarly();
  process.umask(PRIVATE_UMASK);
  const config = readConfig(process.env);
  // Only Mosquitto's files are shared with another user.
  const open = await keepPrivate(config.dataDirectory, { except: config.mqtt.mosquitto?.directory });
  const app = await createApp(config);
  if (open.length > 0)
    new Logger('Data').warn(
      `other users can read these paths, and the service cannot change that: ${open.join(', ')}`,
    );
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Fault('HOST.PORT_TAKEN', { port: config.port, variable: 'PORT' }, { cause: error });
  }
  const code = await awaitDatabase(
    systemClock,
    () => app.get(SetupService).invite(),
    () => {},
  );
  if (code === undefined) return;
  process.stdout.write(setupInvitation(app.get(BaseUrl).get(), code, languageFromEnvironment(process.env)));
}

main().catch((error: unknown) => {
  const fault = error instanceof Fault ? error : storageFault(error);
  if (fault) {
    const { what, cure } = describeFault(fault, languageFromEnvironment(process.env));
    const reason = fault.cause instanceof Error ? `${fault.cause.message}\n` : '';
    process.stderr.write(`${what}\n${reason}${cure}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  process.exit(1);
});
