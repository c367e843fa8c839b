import { basename } from 'node:path';
import type { GcodeAnalysis, PrintTime } from '@pandafab/gcode';
import { decimal, quantity, say } from '../output';
import { type PicturesShown, reasonOf } from './analyse-pictures';

const clock = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return quantity(minutes, 'min');
  const both = `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  return say(both, both);
};
const millimetres = (values: readonly number[]): string =>
  values.map((value) => quantity(value, 'mm', 1)).join(' + ');
const filamentOf = ({
  filamentMm,
  filamentExact,
}: Pick<GcodeAnalysis, 'filamentMm' | 'filamentExact'>): string => {
  const more = say(
    'and what macros and filament changes add',
    'et ce que les macros et changements ajoutent',
  );
  return filamentExact ? millimetres(filamentMm) : `${millimetres(filamentMm)}, ${more}`;
};
const degrees = (first: number | null, most: number | null): string =>
  most === null
    ? '–'
    : first === null || first === most
      ? quantity(most, '°C')
      : `${quantity(first, '°C')}, ${say('at most', 'au plus')} ${quantity(most, '°C')}`;

function extentsOf(box: GcodeAnalysis['extents']['extruding']): string {
  if (!box) return '–';
  const side = (axis: 'x' | 'y' | 'z') => decimal(box.max[axis] - box.min[axis], 1);
  return `${side('x')} × ${side('y')} × ${quantity(box.max.z - box.min.z, 'mm', 1)}`;
}

function picturesOf({ thumbnails, droppedThumbnails }: PicturesShown): string {
  const shown = thumbnails.map(
    ({ width, height, format, source, path }) =>
      (path ?? `${width} × ${height} ${format.toUpperCase()}`) +
      (source === 'drawn' ? say(' (drawn)', ' (dessinée)') : ''),
  );
  const dropped = droppedThumbnails.map(
    ({ width, height, problem }) => `${width} × ${height} (${reasonOf(problem)})`,
  );
  return [...shown, ...dropped].join(', ') || '–';
}

/** The total time, and how much of it is heating and changes. */
function timeOf({ total, heating, changing }: PrintTime): string {
  const parts = [
    heating >= 30 && `${say('heating', 'chauffe')} ${clock(heating)}`,
    changing >= 30 && `${say('changes', 'changements')} ${clock(changing)}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${clock(total)} (${say('of which', 'dont')} ${parts.join(', ')})` : clock(total);
}

/** The analysis for people, one fact a line. */
export function sheet(
  result: Omit<GcodeAnalysis, 'guard'> &
    PicturesShown & { file: string; mbPerSecond: number; readAs: string; time: PrintTime },
): string[] {
  const { slicer, slicerEstimate: estimate, temperatures: heat } = result;
  const rows: [string, string][] = [
    [say('File', 'Fichier'), `${basename(result.file)}, ${quantity(result.bytes / 1e6, say('MB', 'Mo'), 2)}`],
    [
      say('Slicer', 'Trancheur'),
      slicer ? `${slicer.name} ${slicer.version ?? ''}`.trim() : say('unknown', 'inconnu'),
    ],
    [say('Commands', 'Commandes'), String(result.commands)],
    [say('Layers', 'Couches'), String(result.layers)],
    [say('Part', 'Pièce'), extentsOf(result.part)],
    [say('Extrudes in', 'Extrude dans'), extentsOf(result.extents.extruding)],
    [say('– and moves in', '– et se déplace dans'), extentsOf(result.extents.moves)],
    [say('Filament', 'Filament'), filamentOf(result)],
    [
      say('– by the slicer', '– selon le trancheur'),
      estimate.filamentMm ? millimetres(estimate.filamentMm) : '–',
    ],
    [say('Material', 'Matière'), estimate.filamentType ?? '–'],
    [say('Nozzle', 'Buse'), degrees(heat.firstLayerNozzle, heat.maxNozzle)],
    [say('Bed', 'Plateau'), degrees(heat.firstLayerBed, heat.maxBed)],
    [say('Time', 'Durée'), timeOf(result.time)],
    [
      say('– by the slicer', '– selon le trancheur'),
      estimate.seconds === null ? '–' : clock(estimate.seconds),
    ],
    [say('Pictures', 'Images'), picturesOf(result)],
    [say('Read as', 'Lu comme'), result.readAs],
    [say('Read at', 'Lu à'), quantity(result.mbPerSecond, say('MB/s', 'Mo/s'), 1)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
}
