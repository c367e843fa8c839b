import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import {
  type ExtrusionReading,
  type GcodeAnalysis,
  isRefused,
  type PrintTime,
  printTime,
} from '@pandafab/gcode';
import type { Command } from 'commander';
import { EXIT, type OutputOptions, printFailure, printResult, say } from '../output';
import { findingLines, findingsOf, type GuardOptions, policyOf, withLimits } from './analyse-guard';
import { analyseHelp } from './analyse-help';
import { type PicturesShown, showPictures } from './analyse-pictures';
import { COMMONEST, readingsFor } from './analyse-reading';
import { sheet } from './analyse-sheet';
import { readWhole } from './read-whole';

interface AnalyseResult extends GcodeAnalysis, PicturesShown {
  readonly file: string;
  readonly mbPerSecond: number;
  /** The total, and its parts. */
  readonly time: PrintTime;
  /** The firmware as which E was read. */
  readonly readAs: string;
}

type AnalyseOptions = OutputOptions & GuardOptions & { readonly thumbnails?: string };

async function analyse(
  path: string,
  directory: string | undefined,
  readings: readonly ExtrusionReading[],
): Promise<Omit<AnalyseResult, 'readAs' | 'time'>> {
  const begin = performance.now();
  const { analysis, thumbnails } = await readWhole(path, readings);
  const seconds = (performance.now() - begin) / 1000;
  const pictures = await showPictures(thumbnails, path, directory);
  const mbPerSecond = Math.round(analysis.bytes / 1e5 / seconds) / 10;
  return { file: path, ...analysis, ...pictures, mbPerSecond };
}

/** `pandafab analyse FILE`: describes the part that a file makes, and says whether a machine may print the file. */
export function registerAnalyse(program: Command): void {
  const command = program
    .command('analyse')
    .description(
      say(
        'Read a G-code file: filament, size, layers, temperatures, time, dangers',
        'Lire un fichier G-code : filament, taille, couches, températures, durée, dangers',
      ),
    )
    .argument('<file>', say('sliced G-code', 'fichier G-code tranché'))
    .option(
      '--profile <id>',
      say(
        'firmware profile with whose rules the file is checked, such as marlin-2',
        'profil de micrologiciel dont les règles servent au contrôle, comme marlin-2',
      ),
    );
  withLimits(command)
    .option(
      '--thumbnails <directory>',
      say(
        'write the pictures of the part to this directory',
        'écrire les images de la pièce dans ce répertoire',
      ),
    )
    .option(
      '--json',
      say(
        'print one JSON object on the last line of standard output',
        'afficher un objet JSON sur la dernière ligne de la sortie standard',
      ),
    )
    .addHelpText('after', analyseHelp)
    .action(async (file: string, options: AnalyseOptions) => {
      try {
        const profiles = loadProfiles(defaultProfilesDirectory);
        const policy = policyOf(options, profiles);
        const analysis = await analyse(file, options.thumbnails, readingsFor(profiles, options.profile));
        const { name, durations } = findProfile(profiles, options.profile ?? COMMONEST);
        const time = printTime(analysis, durations);
        const findings = findingsOf(analysis, policy, options, time.total, profiles);
        const { guard: _, ...rest } = analysis;
        const result = { ...rest, timeSeconds: time.total, time, readAs: name };
        printResult({ ...result, findings }, [...sheet(result), ...findingLines(findings)], options);
        if (isRefused(findings)) process.exitCode = EXIT.refused;
      } catch (error) {
        printFailure(error, options);
      }
    });
}
