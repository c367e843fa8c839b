import { type NotesOf, notesOf, operationKindOf, processOf, vatDueOf } from './paper-notes';
import { rowsByHand } from './testing/papers';

const wordings = {
  latePenalty: 'Pénalités',
  earlyPayment: 'Pas d’escompte',
  recoveryIndemnity: 'Indemnité de 40 €',
  personIndemnity: 'Sans objet : client particulier',
  vatOnDebits: 'TVA d’après les débits',
  operationCategory: { goods: 'Livraison de biens', services: 'Prestation de services', mixed: 'Mixte' },
};
const asked: NotesOf = {
  ...{ kind: 'invoice', clientKind: 'business', operationKind: 'services', vatDue: 'payment', wordings },
  vat: rowsByHand([[2000, 100]]),
};

describe('notes of a document', () => {
  it('name operation, discount, penalty and indemnity, each code once', () => {
    expect(notesOf(asked).map(({ code, text }) => [code, text])).toEqual([
      [null, 'Prestation de services'],
      ['AAB', 'Pas d’escompte'],
      ['PMD', 'Pénalités'],
      ['PMT', 'Indemnité de 40 €'],
    ]);
  });

  it('ask no 40 € of a private person, and print nothing in its place', () => {
    const pmt = notesOf({ ...asked, clientKind: 'person' }).find(({ code }) => code === 'PMT');
    expect(pmt).toEqual({ code: 'PMT', text: 'Sans objet : client particulier', isPrinted: false });
  });

  it('say why VAT is not charged, and that it falls due at issue', () => {
    const texts = notesOf({
      ...asked,
      vat: rowsByHand([
        [2000, 1],
        [0, 1],
      ]),
      vatDue: 'issue',
    }).map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual([
      'TVA non applicable, article 293 B du CGI (VATEX-FR-FRANCHISE)',
      'Prestation de services',
      'TVA d’après les débits',
    ]);
  });

  it('of a quote have no codes', () => {
    expect(notesOf({ ...asked, kind: 'quote' }).map(({ code }) => code)).toEqual([null]);
  });
});

describe('codes of a document', () => {
  it('kind of operation: both kinds are mixed', () => {
    expect(operationKindOf(['goods', 'goods'])).toBe('goods');
    expect(operationKindOf(['goods', 'services'])).toBe('mixed');
    expect(operationKindOf([])).toBe('mixed');
  });

  it.each([
    ['invoice', 'services', false, 'S1'],
    ['invoice', 'goods', true, 'B4'],
    ['invoice', 'mixed', true, 'M4'],
    ['deposit', 'services', true, 'S1'],
    ['deposit-credit', 'goods', true, 'B1'],
    ['credit-note', 'mixed', true, 'M1'],
    ['quote', 'services', false, null],
  ] as const)('process of a %s of %s, after deposits %s: %s', (kind, operation, takesBack, process) => {
    expect(processOf(kind, operation, takesBack)).toBe(process);
  });

  it.each([
    ['invoice', 'services', false, 'payment'],
    ['invoice', 'services', true, 'issue'],
    ['invoice', 'mixed', true, 'issue'],
    ['invoice', 'goods', true, 'delivery'],
    ['invoice', 'mixed', false, null],
    ['deposit', 'goods', false, 'payment'],
    ['quote', 'goods', false, null],
  ] as const)(
    'VAT of a %s of %s, on debits %s, falls due at: %s',
    (kind, operationKind, isVatOnDebits, due) => {
      const vat = rowsByHand([[2000, 100]]);
      expect(vatDueOf({ kind, operationKind, isVatOnDebits, vat })).toBe(due);
      expect(vatDueOf({ kind, operationKind, isVatOnDebits, vat: rowsByHand([[0, 100]]) })).toBeNull();
    },
  );
});
