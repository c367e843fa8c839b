/**
 * Parts that people print in a fablab, drawn by formulas instead of kept as files: each is some walls around an axis,
 * sliced into layers as a slicer would, so that the server has something to analyse and to draw.
 */

const CENTRE = { x: 125, y: 105 };
const LINE_MM = 0.45;
const LAYER_MM = 0.3;
const POINTS = 72;
const FILAMENT_MM2 = Math.PI * 0.875 ** 2;
const PRINT_MM_PER_MINUTE = 600;
const TRAVEL_MM_PER_MINUTE = 7200;
const DECIMALS = 3;

/**
 * @typedef {object} Part
 * @property {string} fileName
 * @property {'PLA' | 'PETG'} material
 * @property {number} heightMm
 * @property {number} walls as many lines beside one another, from the outside inwards
 * @property {(angle: number, z: number) => number} radius of the outside, in millimetres
 * @property {boolean} [changesFilament] it stops at half its height for another colour
 */

const wave = (count, depth) => (angle) => depth * Math.cos(count * angle);
const tooth = (angle) => (Math.sin(12 * angle) > 0 ? 3 : 0);
const polygon = (sides) => (angle) => {
  const part = (2 * Math.PI) / sides;
  const within = ((angle % part) + part) % part;
  return Math.cos(Math.PI / sides) / Math.cos(within - part / 2);
};

/** @type {readonly Part[]} */
export const PARTS = [
  {
    ...{ fileName: 'vase-torsade.gcode', material: 'PLA', heightMm: 54, walls: 2 },
    radius: (angle, z) => 26 + 6 * Math.sin(z / 17) + wave(7, 2.6)(angle + z / 26),
  },
  {
    ...{ fileName: 'engrenage-12-dents.gcode', material: 'PETG', heightMm: 6, walls: 16 },
    radius: (angle) => 24 + tooth(angle),
  },
  {
    ...{ fileName: 'pot-a-crayons.gcode', material: 'PLA', heightMm: 54, walls: 2 },
    radius: (angle, z) => 34 * polygon(6)(angle + z / 90),
  },
  {
    ...{ fileName: 'etoile-de-sapin.gcode', material: 'PLA', heightMm: 4.2, walls: 20 },
    radius: (angle) => 22 + wave(5, 9)(angle),
    changesFilament: true,
  },
  {
    ...{ fileName: 'lampe-galet.gcode', material: 'PLA', heightMm: 42, walls: 2 },
    radius: (angle, z) => 12 + 26 * Math.sqrt(Math.max(0, 1 - (z / 46) ** 2)) + wave(3, 2)(angle),
  },
  {
    ...{ fileName: 'entonnoir-atelier.gcode', material: 'PETG', heightMm: 48, walls: 2 },
    radius: (_angle, z) => (z < 18 ? 9 : 9 + (z - 18) * 0.95),
  },
  {
    ...{ fileName: 'bouton-robinet.gcode', material: 'PETG', heightMm: 12, walls: 8 },
    radius: (angle, z) => 20 - z / 8 + wave(8, 1.8)(angle),
  },
];

const move = ({ x, y }) => `X${x.toFixed(DECIMALS)} Y${y.toFixed(DECIMALS)}`;

/** One line all around at this height, so far inside. */
function loopOf({ radius }, z, inwards) {
  return Array.from({ length: POINTS + 1 }, (_, at) => {
    const angle = (2 * Math.PI * at) / POINTS;
    const distance = Math.max(1, radius(angle, z) - inwards);
    return { x: CENTRE.x + distance * Math.cos(angle), y: CENTRE.y + distance * Math.sin(angle) };
  });
}

/** @param {{ x: number, y: number }[]} points */
function printLoop(points) {
  const [start, ...rest] = points;
  const lines = [`G1 ${move(start)} F${TRAVEL_MM_PER_MINUTE}`];
  let before = start;
  for (const [at, point] of rest.entries()) {
    const length = Math.hypot(point.x - before.x, point.y - before.y);
    const filament = (length * LINE_MM * LAYER_MM) / FILAMENT_MM2;
    const speed = at === 0 ? ` F${PRINT_MM_PER_MINUTE}` : '';
    lines.push(`G1 ${move(point)} E${filament.toFixed(5)}${speed}`);
    before = point;
  }
  return lines;
}

/** @param {Part} part @returns {string} G-code */
export function gcodeOf(part) {
  const { material, heightMm, walls, changesFilament } = part;
  const [nozzle, bed] = material === 'PETG' ? [240, 80] : [210, 60];
  const layers = Math.round(heightMm / LAYER_MM);
  const lines = [
    '; a part of the demonstration',
    ...['G28', `M140 S${bed}`, `M104 S${nozzle}`, `M190 S${bed}`, `M109 S${nozzle}`, 'G90', 'M83'],
  ];
  for (let layer = 1; layer <= layers; layer++) {
    const z = layer * LAYER_MM;
    lines.push(';LAYER_CHANGE', `;Z:${z.toFixed(2)}`, `G1 Z${z.toFixed(2)} F600`);
    if (changesFilament && layer === Math.round(layers / 2)) lines.push('M600');
    for (let wall = walls; wall > 0; wall--)
      lines.push(...printLoop(loopOf(part, z, (wall - 0.5) * LINE_MM)));
  }
  lines.push('M104 S0', 'M140 S0', 'M84', `; filament_type = ${material}`, '');
  return lines.join('\n');
}
