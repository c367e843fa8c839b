import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { keepPrivate, PRIVATE_UMASK } from '@pandafab/platform';
import { describeFault, Fault, languageFromEnvironment, systemClock } from '@pandafab/shared';
import { SetupService } from './accounts/setup.service';
import { setupInvitation } from './accounts/setup-invitation';
import { createApp } from './app';
import { BaseUrl } from './base-url';
import { readConfig } from './config';
import { awaitDatabase } from './persistence/await-database';
import { storageFault } from './persistence/storage-fault';

async function main(): Promise<void> {
  process.umask(PRIVATE_UMASK);
  const config = readConfig(process.env);
  // Only Mosquitto's files are for somebody else too.
  const open = await keepPrivate(config.dataDirectory, { except: config.mqtt.mosquitto?.directory });
  const app = await createApp(config);
  if (open.length > 0)
    new Logger('Data').warn(`others may read what is not ours to close: ${open.join(', ')}`);
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
