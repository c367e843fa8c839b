import { Transcript } from './transcript';

describe('the last lines of a transcript', () => {
  const transcript = new Transcript();
  const send = (text: string, at: number) => transcript.sent(Buffer.from(`${text}\n`), at);
  const textsOf = (lines: readonly string[]) => lines.map((line) => line.slice('  0.000 '.length));

  beforeEach(() => transcript.begin(0));

  it('are empty before the first line', () => {
    expect(transcript.tail(30)).toEqual([]);
  });

  it('are those of both directions, in the order of the whole transcript', () => {
    send('G28', 1000);
    transcript.heard('ok', 1250);
    send('G1 X1\nG1 X2', 12_345);
    expect(transcript.tail(3)).toEqual(['  1.250 < ok', ' 12.345 > G1 X1', ' 12.345 > G1 X2']);
    expect(transcript.tail(30)).toEqual(transcript.toString().trimEnd().split('\n'));
  });

  it('are the newest of a long print, even if one direction is silent', () => {
    transcript.heard('busy: processing', 0);
    for (let i = 0; i < 2_500; i++) send(`G1 X${i}`, i);
    expect(textsOf(transcript.tail(2))).toEqual(['> G1 X2498', '> G1 X2499']);
    expect(textsOf(transcript.tail(5_000)).slice(0, 2)).toEqual(['< busy: processing', '> G1 X1500']);
  });

  it('show an error once, in its place', () => {
    transcript.heard('Error:checksum mismatch', 0);
    transcript.note('Error:checksum mismatch', 0);
    transcript.heard('Resend: 7', 1);
    expect(textsOf(transcript.tail(30))).toEqual(['< Error:checksum mismatch', '< Resend: 7']);
  });

  it('are cut when they are long', () => {
    transcript.heard('x'.repeat(500), 0);
    expect(textsOf(transcript.tail(1))).toEqual([`< ${'x'.repeat(120)}`]);
  });
});
