import { Problem } from '../../../api/problem';
import { atField, daysInTheWay } from './conflict';

jest.mock('../../../i18n/i18n', () => ({ t: (key: string) => key, currentLanguage: () => 'fr' }));

describe('a refusal of the server', () => {
  it('is shown at the field that one would change, in the words of the server', () => {
    const refused = new Problem(
      'SESSION.ROOM_TAKEN',
      'Salle 1 est prise.',
      'Choisissez une autre salle.',
      [],
      {
        days: ['2026-12-08', '2026-12-01', '2026-12-08'],
      },
    );
    const shown = atField(refused);
    expect(shown.fields).toEqual([
      { path: 'rooms', message: 'Salle 1 est prise. Choisissez une autre salle' },
    ]);
    expect(daysInTheWay(shown)).toEqual(['2026-12-01', '2026-12-08']);
  });

  it('keeps errors of fields under the names of the form', () => {
    const fields = [
      { path: 'rule.lastDay', message: 'a' },
      { path: 'title', message: 'b' },
    ];
    expect(atField(new Problem('REQUEST.INVALID', '', '', fields)).fields.map(({ path }) => path)).toEqual([
      'lastDay',
      'title',
    ]);
    expect(daysInTheWay(undefined)).toEqual([]);
  });
});
