import type { Rule } from './prefix-table';

/** What the slicer says that it draws from here on: the part, or what only helps to make it; null while it says nothing. */
export class Feature {
  drawn: 'part' | 'other' | null = null;
}

/** Words in the names of what is not the part, in every slicer that names its lines. */
const HELP =
  /skirt|brim|support|custom|wipe|prime|purge|flush|tower|raft|pillar|ooze|shield|destring|undefined|start|end g-?code/i;

const named = (feature: Feature, name: string): void => {
  feature.drawn = HELP.test(name) ? 'other' : 'part';
};
/** A comment that says nothing but the name: more behind it makes it prose. */
const alone = (name: string): Rule<Feature> => [
  name,
  (feature, rest) => {
    if (rest.trim() === '') named(feature, name);
  },
];

/** How slicers name what they draw. */
export const featureRules: readonly Rule<Feature>[] = [
  // PrusaSlicer and its kin, Cura of all ages, ideaMaker, Creality Print.
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
  // Simplify3D before.
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
