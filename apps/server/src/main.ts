import 'reflect-metadata';
import { describeFault, Fault, languageFromEnvironment, systemClock } from '@pandafab/shared';
import { SetupService } from './accounts/setup.service';
import { setupInvitation } from './accounts/setup-invitation';
import { createApp } from './app';
import { BaseUrl } from './base-url';
import { readConfig } from './config';
import { awaitDatabase } from './persistence/await-database';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
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
  if (error instanceof Fault) {
    const { what, cure } = describeFault(error, languageFromEnvironment(process.env));
    process.stderr.write(`${what}\n${cure}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  process.exit(1);
});
