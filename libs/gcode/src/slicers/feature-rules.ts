import type { Rule } from './prefix-table';

/** The kind of extrusion from here on, by the slicer: the part, or an aid for it; null without a comment. */
export class Feature {
  drawn: 'part' | 'other' | null = null;
}

/** Words in the names of lines that are not the part, in every slicer that names its lines. */
const HELP =
  /skirt|brim|support|custom|wipe|prime|purge|flush|tower|raft|pillar|ooze|shield|destring|undefined|start|end g-?code/i;

const named = (feature: Feature, name: string): void => {
  feature.drawn = HELP.test(name) ? 'other' : 'part';
};
/** A comment with only the name: with more text it is prose. */
const alone = (name: string): Rule<Feature> => [
  name,
  (feature, rest) => {
    if (rest.trim() === '') named(feature, name);
  },
];

/** The names that slicers give to their lines. */
export const featureRules: readonly Rule<Feature>[] = [
  // PrusaSlicer and its kin, all versions of Cura, ideaMaker, Creality Print.
  ['TYPE:', named],
  // Bambu Studio.
  ['FEATURE: ', named],
  // Simplify3D from 4 on, Kiri:Moto.
  ['feature ', named],
  // KISSlicer: `; 'Perimeter Path', 1.1 [feed mm/s], 5.0 [head mm/s]`, `; 'Perimeter', 10.0 [RPM], …`; its travels draw nothing.
  [
    "'",
    (feature, rest) => {
      const [, name] = /^([^']+)', -?[\d.]+ \[/.exec(rest) ?? [];
      if (name && !/Travel|Jump/.test(name)) named(feature, name);
    },
  ],
  // Simplify3D before version 4.
  ...[
    'outer perimeter',
    'inner perimeter',
    'solid layer',
    'infill',
    'dense infill',
    'bridge',
    'gap fill',
  ].map(alone),
  ...['single extrusion', 'internal single extrusion', 'external single extrusion', 'skirt', 'raft'].map(
    alone,
  ),
  ...['support', 'dense support', 'prime pillar', 'ooze shield'].map(alone),
];
