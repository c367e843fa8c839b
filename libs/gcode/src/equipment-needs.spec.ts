import { equipmentNeedsOf } from './equipment-needs';
import { GcodeAnalyser } from './gcode-analyser';

const NOTHING = { nozzlesUm: [], abrasive: [], filamentsUm: [], bedSurface: null, enclosed: false };

function needs(...lines: readonly string[]) {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${['G28', 'M83', 'G1 X10 E1', ...lines].join('\n')}\n`));
  return equipmentNeedsOf(analyser.end());
}

describe('what a file asks of the equipment', () => {
  it('is nothing if it says nothing', () => {
    expect(needs()).toEqual(NOTHING);
    expect(needs('; filament_type = PA-CF', '; nozzle_type = hardened_steel')).toEqual(NOTHING);
  });

  it('is nothing new for a file of an earlier analyser', () => {
    expect(equipmentNeedsOf({ slicer: null, temperatures: {} })).toEqual(NOTHING);
    const slicerSettings = { nozzleDiameters: [0.6], filamentDiameters: [2.85] };
    expect(equipmentNeedsOf({ slicer: null, slicerSettings, temperatures: {} })).toEqual({
      ...NOTHING,
      ...{ nozzlesUm: [600], filamentsUm: [2_850] },
    });
  });

  it.each([
    ['the nozzles', ['; nozzle_diameter = 0.4,0.6'], { nozzlesUm: [400, 600] }],
    ['the filament', ['; filament_diameter = 2.85'], { filamentsUm: [2_850] }],
    ['no filament where E is volume', ['; filament_diameter = 2.85', '; use_volumetric_e = 1'], {}],
    ['PrusaSlicer’s abrasive filament', ['; filament_abrasive = 0,1'], { abrasive: [false, true] }],
    ['a harder nozzle than brass', ['; required_nozzle_HRC = 3,40'], { abrasive: [false, true] }],
    [
      'a chosen plate',
      ['; curr_bed_type = Textured PEI Plate', '; support_multi_bed_types = 1'],
      { bedSurface: 'Textured PEI Plate' },
    ],
    ['no plate that no person chose', ['; curr_bed_type = Cool Plate', '; support_multi_bed_types = 0'], {}],
    [
      'the plate of Bambu Studio',
      ['; BambuStudio 02.00.00.95', '; curr_bed_type = Cool Plate'],
      { bedSurface: 'Cool Plate' },
    ],
    ['the plate of Cura', [';BUILD_PLATE.TYPE:glass'], { bedSurface: 'glass' }],
    ['a warm chamber, by its commands', ['M191 S60'], { enclosed: true }],
    ['none by a room’s temperature', ['M141 S30', ';BUILD_VOLUME.TEMPERATURE:28'], {}],
    ['a warm chamber to begin in', ['; chamber_minimal_temperature = 50'], { enclosed: true }],
    [
      'a heated chamber of OrcaSlicer',
      ['; activate_chamber_temp_control = 0,1', '; chamber_temperature = 60,60'],
      { enclosed: true },
    ],
    [
      'no chamber that OrcaSlicer does not heat',
      ['; activate_chamber_temp_control = 0', '; chamber_temperature = 60'],
      {},
    ],
  ])('is %s', (_, lines, expected) => {
    expect(needs(...lines)).toEqual({ ...NOTHING, ...expected });
  });
});
