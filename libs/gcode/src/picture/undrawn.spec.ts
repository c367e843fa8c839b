import { GcodeAnalyser } from '../gcode-analyser';

jest.mock('./draw-part', () => ({
  drawPart: () => {
    throw new RangeError('a defect of the drawing');
  },
}));

describe('a picture that cannot be drawn', () => {
  it('leaves the file as it is, without a picture', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(Buffer.from('G28\nG1 Z0.2\nG1 X50 Y50\nG1 X80 Y80 E5\nG1 X50 Y80 E10\n'));
    expect(analyser.end().extents.extruding).not.toBeNull();
    expect(analyser.thumbnails().kept).toEqual([]);
  });
});
