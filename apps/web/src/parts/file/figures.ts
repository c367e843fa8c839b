import type { TFunction } from 'i18next';
import type { Job } from '../../api/queries';
import { formatCelsius, formatDuration, formatNumber } from '../../parts/format';

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

type Analysis = NonNullable<Job['analysis']>;

/**
 * The figures of a file, the most useful first; unknown ones are left out.
 * @param material the requested material; null: the material in the file
 */
export function figuresOf(analysis: Analysis | null, material: string | null, t: TFunction): Figure[] {
  if (!analysis) return [];
  const figures: (Figure | undefined)[] = [
    timeOf(analysis, t),
    ...filamentOf(analysis, t),
    materialOf(material, analysis, t),
    sizeOf(analysis, t),
    layersOf(analysis, t),
    ...heatOf(analysis, t),
    slicerOf(analysis, t),
    { label: t('file.figures.lines'), value: formatNumber(analysis.lines), note: readAsOf(analysis, t) },
  ];
  return figures.filter((figure) => figure !== undefined);
}

/** Shorter waits are not shown. */
const WORTH_SAYING_SECONDS = 60;

/** Our own estimate, with the part that is not movement; and the slicer's estimate, if it gives one. */
function timeOf({ timeSeconds, time, slicerEstimate }: Analysis, t: TFunction): Figure {
  const part = (key: 'heating' | 'changing') => {
    const seconds = time?.[key] ?? 0;
    return seconds >= WORTH_SAYING_SECONDS
      ? t(`file.figures.${key}`, { time: formatDuration(seconds) })
      : undefined;
  };
  const { seconds } = slicerEstimate;
  const slicers =
    seconds === null ? undefined : t('file.figures.slicerTime', { time: formatDuration(seconds) });
  const note = [part('heating'), part('changing'), slicers].filter(Boolean).join(', ');
  return { label: t('file.figures.time'), value: formatDuration(timeSeconds), note: note || undefined };
}

/** Grams come from the slicer, which knows the filament's density. Metres are computed from the file. */
function filamentOf(
  { filamentMm, filamentExact, readingsDiffer, slicerEstimate }: Analysis,
  t: TFunction,
): Figure[] {
  const more = [
    readingsDiffer ? t('file.figures.mostOf') : undefined,
    filamentExact === false ? t('file.figures.more') : undefined,
  ]
    .filter(Boolean)
    .join(', ');
  const tools = filamentMm.map((mm, tool) => ({ mm, tool })).filter(({ mm }) => mm > 0);
  return tools.map(({ mm, tool }) => {
    const label =
      filamentMm.length > 1 ? t('file.figures.filamentTool', { tool: tool + 1 }) : t('file.figures.filament');
    const metres = t('file.figures.metres', { metres: formatNumber(mm / 1000, 2) });
    const grams = slicerEstimate.filamentGrams?.[tool];
    if (!grams) return { label, value: metres, note: more || undefined };
    const note = [metres, more].filter(Boolean).join(', ');
    return { label, value: t('file.figures.grams', { grams: formatNumber(grams, 1) }), note };
  });
}

function materialOf(material: string | null, { slicerEstimate }: Analysis, t: TFunction): Figure | undefined {
  const label = t('file.figures.material');
  if (material) return { label, value: material };
  const type = slicerEstimate.filamentType;
  return type === null ? undefined : { label, value: t('file.figures.fromFile', { material: type }) };
}

/** The size of the part, and the size with skirts, purge lines, supports and towers if that is larger. */
function sizeOf({ part, extents }: Analysis, t: TFunction): Figure | undefined {
  const whole = extents.extruding;
  if (!whole) return undefined;
  const drawn = sidesOf({ min: { ...whole.min, z: 0 }, max: whole.max }, t);
  const label = t('file.figures.size');
  if (!part) return { label, value: drawn };
  const value = sidesOf(part, t);
  return { label, value, note: isWider(whole, part) ? t('file.figures.drawn', { size: drawn }) : undefined };
}

type Box = NonNullable<Analysis['part']>;

function sidesOf({ min, max }: Box, t: TFunction): string {
  const [x, y, z] = (['x', 'y', 'z'] as const).map((axis) => formatNumber(max[axis] - min[axis]));
  return t('file.figures.sizeOf', { x, y, z });
}

/** The part's box includes the width of its lines; the other box has only their centres, so it may be smaller. */
const isWider = (whole: Box, part: Box): boolean =>
  (['x', 'y'] as const).some((axis) => whole.min[axis] < part.min[axis] || whole.max[axis] > part.max[axis]);

function layersOf({ layers, slicerSettings }: Analysis, t: TFunction): Figure | undefined {
  if (layers === 0) return undefined;
  const height = slicerSettings?.layerHeight;
  const count = formatNumber(layers);
  const value = height ? t('file.figures.layersOf', { count, height: formatNumber(height, 2) }) : count;
  return { label: t('file.figures.layers'), value };
}

function heatOf({ temperatures }: Analysis, t: TFunction): (Figure | undefined)[] {
  const { firstLayerNozzle, maxNozzle, firstLayerBed, maxBed, firstLayerChamber, maxChamber } = temperatures;
  const degrees = (label: string, first: number | null | undefined, max: number | null | undefined) => {
    if (!max) return undefined;
    const [begin, end] = [formatCelsius(first || max), formatCelsius(max)];
    return { label, value: begin === end ? end : t('file.figures.firstThen', { first: begin, max: end }) };
  };
  return [
    degrees(t('file.figures.nozzle'), firstLayerNozzle, maxNozzle),
    degrees(t('file.figures.bed'), firstLayerBed, maxBed),
    degrees(t('file.figures.chamber'), firstLayerChamber, maxChamber),
  ];
}

/** The firmware whose way of reading the file gives these figures. */
const readAsOf = ({ readAs }: Analysis, t: TFunction): string | undefined =>
  readAs ? t('file.figures.readAs', { firmware: readAs }) : undefined;

const slicerOf = ({ slicer }: Analysis, t: TFunction): Figure | undefined =>
  slicer
    ? { label: t('file.figures.slicer'), value: [slicer.name, slicer.version].filter(Boolean).join(' ') }
    : undefined;
