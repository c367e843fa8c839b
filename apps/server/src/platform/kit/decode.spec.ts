import { decode } from './decode';

/** From Unicode's table CP1252.TXT: the characters of bytes 80 to 9F; five bytes are undefined. */
const HIGH = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
const WINDOWS_1252 = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? HIGH.charAt(byte - 0x80) : String.fromCharCode(byte),
);

describe('the text of a file', () => {
  it.each(WINDOWS_1252.map((character, byte) => [byte, character] as const))(
    'has for byte %i of Windows-1252 the character %j',
    (byte, character) => {
      // E9 before a blank is not valid UTF-8.
      const bytes = Buffer.concat([Buffer.from('Am\u00e9 lie;', 'latin1'), Buffer.from([byte])]);
      expect(decode(bytes)).toBe(`Amé lie;${character}`);
    },
  );

  const text = 'Nom;Résident jusqu’au\r\nCœur d’Août;31/08/2027\r\nŁódź 😀 Ελλάδα;\r\n';
  const utf16le = Buffer.from(text, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', utf16le],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE', utf16be],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
  ])('is read in %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  it('is read if it has one letter or none', () => {
    expect(decode(Buffer.from(''))).toBe('');
    expect(decode(Buffer.from('N'))).toBe('N');
    expect(decode(Buffer.from('N\0'))).toBe('N');
  });

  it('keeps the rest of a file with a UTF-8 mark and a damaged byte', () => {
    const bytes = Buffer.concat([Buffer.from('\ufeffNom\nAmélie'), Buffer.from([0xe9]), Buffer.from('\n')]);
    expect(decode(bytes)).toBe('Nom\nAmélie\ufffd\n');
  });
});
