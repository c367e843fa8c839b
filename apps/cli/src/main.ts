import { Command } from 'commander';
import { registerCommands } from './commands';
import { EXIT } from './output';

const program = new Command('pandafab')
  .description('Diagnose and drive machines, read G-code, and check this host')
  .version('0.1.0')
  .showHelpAfterError('(pandafab --help shows what can be asked)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));

registerCommands(program);
void program.parseAsync();
