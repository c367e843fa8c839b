import { Command } from 'commander';
import { registerCommands } from './commands';
import { EXIT, say } from './output';

const program = new Command('pandafab')
  .description(
    say(
      'Diagnose and drive machines, read G-code, and check this host',
      'Diagnostiquer et piloter des machines, lire du G-code et vérifier cet ordinateur',
    ),
  )
  .version('0.1.0')
  .showHelpAfterError(
    say('(pandafab --help lists the commands)', '(pandafab --help donne la liste des commandes)'),
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));

registerCommands(program, process.argv[2]);
void program.parseAsync();
