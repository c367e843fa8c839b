import { Fault } from '@pandafab/shared';
import { openFile } from './read-file';
import { camtFile, entry } from './testing/camt-file';

const read = (file: string | Buffer) => {
  const opened = openFile(Buffer.from(file));
  if (!('camt' in opened)) throw new Error('read as CSV');
  return opened.camt;
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Fault ? error.code : error;
  }
  return 'nothing';
};

describe('a CAMT.053 file', () => {
  const details = (name: string) => `<TxDtls><Refs><AcctSvcrRef>A17</AcctSvcrRef>
    <EndToEndId>FA-2026-000012</EndToEndId></Refs><RltdPties>${name}</RltdPties>
    <RmtInf><Ustrd>Facture &amp; merci, l&#8217;&#xe9;quipe</Ustrd>
    <Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`;

  it.each([
    ['02', '<Dbtr><Nm>Mairie de Dijon</Nm></Dbtr>', '<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'],
    [
      '08',
      '<Dbtr><Pty><Nm>Mairie de Dijon</Nm></Pty></Dbtr>',
      '<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>',
    ],
  ])('is read in version 001.%s', (version, name, more) => {
    expect(read(camtFile(entry('150.00', details(name), more), version))).toMatchObject({
      ...{ iban: 'FR7630006000011234567890189', broken: [], skipped: 0 },
      lines: [
        {
          ...{
            line: 1,
            day: '2026-11-02',
            cents: 15000,
            name: 'Mairie de Dijon',
            bankId: 'A17',
            isReversal: false,
          },
          ...{ reference: 'RF18539007547034', text: 'Facture & merci, l’équipe FA-2026-000012' },
        },
      ],
    });
  });

  it('may have prefixes of names and letters of Windows', () => {
    const file = camtFile(entry('1.5', '<TxDtls><RmtInf><Ustrd>Été</Ustrd></RmtInf></TxDtls>'))
      .replace('UTF-8', 'ISO-8859-1')
      .replace(/<(\/?)(\w)/g, '<$1n:$2')
      .replace('xmlns=', 'xmlns:n=');
    expect(read(Buffer.from(file, 'latin1')).lines).toMatchObject([{ cents: 150, text: 'Été' }]);
  });

  it('has money that went out, and movements that were taken back', () => {
    const out = '<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>';
    const back = '<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts>';
    const { lines } = read(camtFile(entry('9.00000', '', out) + entry('2', '', back)));
    expect(lines).toMatchObject([
      { line: 1, cents: -900, isReversal: false },
      { line: 2, cents: 200, isReversal: true },
    ]);
  });

  it('is read by transaction where these come to the amount of the entry, else as one', () => {
    const one = (cents: string, name: string) =>
      `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${cents}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${name} paye</Ustrd></RmtInf></TxDtls>`;
    const two = one('10.00', 'Ana') + one('5.00', 'Bo');
    expect(read(camtFile(entry('15.00', two))).lines).toMatchObject([
      { line: 1, cents: 1000, name: 'Ana' },
      { line: 1, cents: 500, name: 'Bo' },
    ]);
    expect(read(camtFile(entry('16.00', two))).lines).toMatchObject([
      { line: 1, cents: 1600, name: null, text: 'Ana paye Bo paye' },
    ]);
  });

  it('leaves out what is not booked, and names broken entries by their numbers', () => {
    const pending = '<CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts>';
    const file = camtFile(
      entry('1.00', '', pending) +
        entry('1.234') +
        entry('3.00').replace('2026-11-02', '2026-02-30') +
        entry('4.00').replace('EUR', 'USD') +
        entry('5.00') +
        entry('0.00'),
    );
    expect(read(file)).toMatchObject({
      lines: [{ line: 5, cents: 500 }],
      broken: [
        { line: 2, code: 'BANK.LINE_AMOUNT', details: { text: '1.234' } },
        { line: 3, code: 'BANK.LINE_DAY' },
        { line: 4, code: 'BANK.LINE_CURRENCY', details: { currency: 'USD' } },
      ],
      skipped: 2,
    });
  });

  it('says its balances', () => {
    const bal = (code: string, amount: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`;
    const balances = bal('OPBD', '100.00') + bal('CLBD', '101.00');
    expect(read(camtFile(entry('1.00'), '02', balances))).toMatchObject({
      openingCents: 10_000,
      closingCents: 10_100,
    });
  });

  it.each([
    ['is cut off', camtFile(entry('1.00')).slice(0, -40), 'BANK.FILE_UNREADABLE'],
    [
      'has entities of its own',
      camtFile('').replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'),
      'BANK.FILE_UNREADABLE',
    ],
    ['is nested without end', '<a>'.repeat(500) + '</a>'.repeat(500), 'BANK.FILE_UNREADABLE'],
    ['is another message', '<Document><CstmrCdtTrfInitn/></Document>', 'BANK.NOT_A_STATEMENT'],
    ['is a web page', '<html><body><p>Connexion</p></body></html>', 'BANK.NOT_A_STATEMENT'],
    [
      'is of two accounts',
      camtFile('').replace('</Stmt>', '</Stmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct></Stmt>'),
      'BANK.SEVERAL_ACCOUNTS',
    ],
  ])('is refused where it %s', (_, file, code) => expect(codeOf(() => read(file))).toBe(code));
});
