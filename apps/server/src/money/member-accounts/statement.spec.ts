import { statementOf } from './statement';

const entry: Parameters<typeof statementOf>[0][number] = {
  ...{ id: 'a', number: 'PF-222222/1', cents: 2_000, balanceCents: 2_000, bookedOn: '2026-11-30' },
  ...{ at: '2026-11-30T10:00:00.000Z', reason: null, paymentId: null, isUndone: false, print: null },
  kind: 'top-up',
};

describe('the statement of an account', () => {
  it('is a table that French spreadsheets open', () => {
    const lines = statementOf([entry, { ...entry, cents: -5, balanceCents: 1_995 }], 'fr').split('\r\n');
    expect(lines[0]).toBe('\uFEFFDate;Numéro;Mouvement;Objet;Montant (EUR);Solde (EUR)');
    expect(lines[1]).toBe('2026-11-30;PF-222222/1;Recharge;;20,00;20,00');
    expect(lines[2]).toContain(';-0,05;19,95');
  });

  it('runs no formula, and keeps separators inside a name', () => {
    const [, first, second] = statementOf(
      [
        { ...entry, reason: '=1+1' },
        { ...entry, reason: 'a;"b"' },
      ],
      'en',
    ).split('\r\n');
    expect(first).toContain(";'=1+1;20.00");
    expect(second).toContain(';"a;""b""";20.00');
  });
});
