import { boundaryOf, dispositionOf } from './disposition';

describe('the boundary of a form', () => {
  it.each([
    ['multipart/form-data; boundary=----d74496d66958873e', '----d74496d66958873e'],
    ['multipart/form-data; boundary="boundary_.oOo._O+mF/Kh="', 'boundary_.oOo._O+mF/Kh='],
    ['multipart/form-data; boundary=boundary_.oOo._O+mF/Kh=', 'boundary_.oOo._O+mF/Kh='],
    ['Multipart/Form-Data;charset=utf-8;BOUNDARY=abc', 'abc'],
  ])('in %s', (contentType, boundary) => {
    expect(boundaryOf(contentType)).toBe(boundary);
  });

  it.each([
    undefined,
    'text/plain',
    'multipart/form-data',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
  ])('is not in %s', (contentType) => {
    expect(() => boundaryOf(contentType)).toThrow(expect.objectContaining({ code: 'REQUEST.NOT_MULTIPART' }));
  });
});

describe('the disposition of a part', () => {
  const header = (text: string) => Buffer.from(`Content-Disposition: form-data; ${text}`).toString('latin1');
  it.each([
    ['name="print"', 'print', undefined],
    ['name="file"; filename="a.gcode"', 'file', 'a.gcode'],
    ['filename="a;b=c.gcode"; name=file', 'file', 'a;b=c.gcode'],
    ['name="file"; filename="pièce 🚀.gcode"', 'file', 'pièce 🚀.gcode'],
    ['name="file"; filename="a \\"b\\" \\\\c.gcode"', 'file', 'a "b" \\c.gcode'],
    ['name="file"; filename="C:\\parts\\a.gcode"', 'file', 'C:\\parts\\a.gcode'],
    ['name="file"; filename="%22a%22.gcode"', 'file', '%22a%22.gcode'],
    ['name="file"; filename="x"; filename*=UTF-8\'\'na%C3%AFve.gcode', 'file', 'naïve.gcode'],
    ['name="file"; filename=""', 'file', ''],
  ])('%s', (text, name, fileName) => {
    expect(dispositionOf(header(text))).toEqual({ name, fileName });
  });

  it('reads names in Latin-1', () => {
    expect(
      dispositionOf('Content-Disposition: form-data; name="file"; filename="pi\xE8ce.gcode"').fileName,
    ).toBe('pièce.gcode');
  });
});
