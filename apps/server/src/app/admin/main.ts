import 'reflect-metadata';
import { useFaults } from '@pandafab/shared';
import { Command } from 'commander';
import { chainFaults } from '../../money/chain/chain.faults';
import { persistenceFaults } from '../../platform/persistence/persistence.faults';
import { adminFaults } from './admin.faults';
import { EXIT, say } from './output';
import { registerVerify } from './verify';

// Only what these commands raise: loading the whole service takes seconds.
useFaults({ ...persistenceFaults, ...chainFaults, ...adminFaults });

const program = new Command('pandafab-server')
  .description(
    say(
      'Check the data of the service on this computer',
      'Vérifier les données du service sur cet ordinateur',
    ),
  )
  .showHelpAfterError(
    say('(pandafab-server --help lists the commands)', '(pandafab-server --help donne les commandes)'),
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.whole : EXIT.usage));

registerVerify(program);
void program.parseAsync();
