import { defaultProfilesDirectory, loadProfiles } from '@pandafab/firmware';
import { describeFault, Fault, languageFromEnvironment } from '@pandafab/shared';
import { say } from '../output';
import { type Finding, missing, ok } from './finding';

/** Whether every firmware profile can be read: with one bad file no machine can be driven. */
export function checkProfiles(env: NodeJS.ProcessEnv, directory = defaultProfilesDirectory): Finding[] {
  try {
    const known = [...loadProfiles(directory).keys()];
    if (known.length > 0) return [ok('firmware profiles', known.join(', '))];
    const found = say(`none in ${directory}`, `aucun dans ${directory}`);
    return [
      missing(
        'firmware profiles',
        found,
        say(
          'Restore the folder: git checkout firmware-profiles',
          'Restaurez le dossier : git checkout firmware-profiles',
        ),
      ),
    ];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { what, cure } = describeFault(error, languageFromEnvironment(env));
    return [missing('firmware profiles', what, cure)];
  }
}
