import { SlicerComments } from './slicer-comments';

function materialsIn(...lines: string[]): string[] | null {
  const comments = new SlicerComments();
  for (const line of lines) {
    const bytes = Buffer.from(line);
    comments.read(bytes, 0, bytes.length);
  }
  return comments.settings.filamentTypes;
}

describe('the material of a file', () => {
  it.each<[string, string[], string[] | null]>([
    ['PrusaSlicer and its kin, tool by tool', ['; filament_type = PLA;PETG'], ['PLA', 'PETG']],
    ['a start script of Cura', [';Filament type = PLA 2.85'], ['PLA']],
    ['another start script of Cura', [';Material: PETG'], ['PETG']],
    ['FlashPrint', [';right_extruder_material: PLA', ';left_extruder_material: PVA'], ['PLA', 'PVA']],
    ['FlashPrint, the other head only', [';left_extruder_material: PVA'], ['', 'PVA']],
    ['a start script with a placeholder', [';Material: {material_type}'], null],
    ['a number', [';Material Type:0'], null],
    ['the first line that names it', ['; filament_type = ABS', ';Material: PLA'], ['ABS']],
  ])('is read from %s', (_what, lines, materials) => {
    expect(materialsIn(...lines)).toEqual(materials);
  });
});
