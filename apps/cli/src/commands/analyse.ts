import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { GcodeAnalyser, type GcodeAnalysis } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';
import type { Command } from 'commander';
import { type OutputOptions, printFailure, printResult, say } from '../output';

interface AnalyseResult extends GcodeAnalysis {
  readonly file: string;
  readonly mbPerSecond: number;
}

const CHUNK_BYTES = 256 * 1024;

/** @throws Fault FILE.NOT_READABLE and the analyser's. */
async function analyseFile(path: string): Promise<AnalyseResult> {
  const analyser = new GcodeAnalyser();
  const begin = performance.now();
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }))
      analyser.push(chunk as Buffer);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).syscall && (error as NodeJS.ErrnoException).code;
    if (reason) throw new Fault('FILE.NOT_READABLE', { path, reason });
    throw error;
  }
  const analysis = analyser.end();
  const seconds = (performance.now() - begin) / 1000;
  return { file: path, ...analysis, mbPerSecond: Math.round(analysis.bytes / 1e5 / seconds) / 10 };
}

const clock = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
};
const millimetres = (values: readonly number[]): string =>
  values.map((value) => `${value.toFixed(1)} mm`).join(' + ');
const degrees = (first: number | null, most: number | null): string =>
  most === null
    ? '–'
    : first === null || first === most
      ? `${most} °C`
      : `${first} °C, ${say('at most', 'au plus')} ${most} °C`;

function extentsOf(box: GcodeAnalysis['extents']['extruding']): string {
  if (!box) return '–';
  const side = (axis: 'x' | 'y' | 'z') => (box.max[axis] - box.min[axis]).toFixed(1);
  return `${side('x')} × ${side('y')} × ${side('z')} mm`;
}

function sheet(result: AnalyseResult): string[] {
  const { slicer, slicerEstimate: estimate, temperatures: heat } = result;
  const rows: [string, string][] = [
    [
      say('File', 'Fichier'),
      `${basename(result.file)}, ${(result.bytes / 1e6).toFixed(2)} ${say('MB', 'Mo')}`,
    ],
    [
      say('Slicer', 'Trancheur'),
      slicer ? `${slicer.name} ${slicer.version ?? ''}`.trim() : say('unknown', 'inconnu'),
    ],
    [say('Commands', 'Commandes'), String(result.commands)],
    [say('Layers', 'Couches'), String(result.layers)],
    [say('Extrudes in', 'Extrude dans'), extentsOf(result.extents.extruding)],
    [say('Filament', 'Filament'), millimetres(result.filamentMm)],
    [
      say('– by the slicer', '– selon le trancheur'),
      estimate.filamentMm ? millimetres(estimate.filamentMm) : '–',
    ],
    [say('Material', 'Matière'), estimate.filamentType ?? '–'],
    [say('Nozzle', 'Buse'), degrees(heat.firstLayerNozzle, heat.maxNozzle)],
    [say('Bed', 'Plateau'), degrees(heat.firstLayerBed, heat.maxBed)],
    [say('Time', 'Durée'), clock(result.timeSeconds)],
    [
      say('– by the slicer', '– selon le trancheur'),
      estimate.seconds === null ? '–' : clock(estimate.seconds),
    ],
    [say('Read at', 'Lu à'), `${result.mbPerSecond} ${say('MB/s', 'Mo/s')}`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
}

/** `pandafab analyse FILE`: what a file says about the part it makes, without any server. */
export function registerAnalyse(program: Command): void {
  program
    .command('analyse')
    .description('Read a G-code file: filament, size, layers, temperatures, time')
    .argument('<file>', 'sliced G-code')
    .option('--json', 'one JSON object on the last line of standard output')
    .addHelpText('after', '\nExit codes: 0 read, 1 the file is no G-code or cannot be read, 2 wrong use')
    .action(async (file: string, options: OutputOptions) => {
      try {
        const result = await analyseFile(file);
        printResult(result, sheet(result), options);
      } catch (error) {
        printFailure(error, options);
      }
    });
}
