import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import {
  type ExtrusionReading,
  type GcodeAnalysis,
  isRefused,
  type PrintTime,
  printTime,
} from '@pandafab/gcode';
import type { Command } from 'commander';
import { EXIT, type OutputOptions, printFailure, printResult } from '../output';
import { findingLines, findingsOf, type GuardOptions, policyOf, withLimits } from './analyse-guard';
import { type PicturesShown, showPictures } from './analyse-pictures';
import { COMMONEST, readingsFor } from './analyse-reading';
import { sheet } from './analyse-sheet';
import { readWhole } from './read-whole';

interface AnalyseResult extends GcodeAnalysis, PicturesShown {
  readonly file: string;
  readonly mbPerSecond: number;
  /** In all; of what it is made. */
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

const HELP = `
Examples:
  pandafab analyse part.gcode
  pandafab analyse part.gcode --profile prusa-mk3 --volume 250x210x210 --max-nozzle 275 --max-bed 110
  pandafab analyse part.gcode --profile marlin-2 --allow M81 --json

With --profile the file is held against that firmware's rules and the machine's limits, as it is before it may be
queued and again while it is streamed. Each finding is refused (the file would not be printed), left out (that
command would not be sent) or a warning. Without --profile dangers are only warned of; limits that are given count.
The volume is the machine's nominal size: a profile says how far around it purge lines and parking may go.
With --json: findings [{line, code, severity, command, count, rule, what, cure}]; rule is what --allow takes.
thumbnails [{width, height, format, bytes, path}] are the pictures that the slicer put into the file; path is where
--thumbnails wrote one, or null. timeline says how far in time the print is at places of the file, with line and layer.
part is the box of the part alone, without skirt, purge line, supports and towers; extents are those of all that is drawn,
and of every move. timeSeconds is the whole time, time what it is made of {moving, heating, changing, total}.
Firmwares read E in different ways (readAs says which one counts, readings what others make of the file): name the machine.
A finding FILE.… says that the file is not what its slicer meant, by filament, time or layers.

Exit codes: 0 read, 1 the file is no G-code or cannot be read, 2 wrong use, 3 the guard refuses the file
`;

/** `pandafab analyse FILE`: what a file says about the part it makes, and whether a machine may have it. */
export function registerAnalyse(program: Command): void {
  const command = program
    .command('analyse')
    .description('Read a G-code file: filament, size, layers, temperatures, time, dangers')
    .argument('<file>', 'sliced G-code')
    .option('--profile <id>', 'firmware profile whose rules it is held against, such as marlin-2');
  withLimits(command)
    .option('--thumbnails <directory>', 'write the pictures of the part that the file holds there')
    .option('--json', 'one JSON object on the last line of standard output')
    .addHelpText('after', HELP)
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
