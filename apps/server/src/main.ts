import 'reflect-metadata';
import { describeFault, Fault, languageFromEnvironment } from '@pandafab/shared';
import { createApp } from './app';
import { readConfig } from './config';

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
