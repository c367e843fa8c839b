import { editedOf, newObjective, sentOf } from './edited';

const unitOf = (code: string) => (code === 'result' ? ('cents' as const) : ('count' as const));

it('objectives that are edited and not changed are sent as they were', () => {
  const objectives = [
    {
      ...{ id: 'o', title: 'Ouvrir', quotation: 'Ouvrir des fablabs.' },
      indicators: [
        {
          ...{ id: 'i', indicator: 'result' as const, parameters: {} },
          targets: [{ period: '2026-H1', target: 1_250 }],
        },
        { id: 'j', indicator: 'visits' as const, parameters: { public: 'senior' }, targets: [] },
      ],
    },
  ];
  const edited = editedOf(objectives, unitOf);
  expect(edited[0]?.indicators[0]?.targets).toEqual({ '2026-H1': '12,5' });
  expect(sentOf(edited, unitOf)).toEqual(objectives);
});

it('an empty target and an empty parameter are none', () => {
  const [sent] = sentOf(
    [
      {
        ...newObjective(),
        title: ' Titre ',
        indicators: [{ key: 'k', indicator: 'visits', parameters: { public: '' }, targets: { '2026': ' ' } }],
      },
    ],
    unitOf,
  );
  expect(sent).toEqual({
    ...{ title: 'Titre', quotation: '' },
    indicators: [{ indicator: 'visits', parameters: {}, targets: [] }],
  });
});

it('a target that is no number is refused', () => {
  const edited = {
    ...newObjective(),
    indicators: [{ ...newObjective().indicators[0], targets: { '2026': 'x' } }],
  };
  expect(() => sentOf([edited as never], unitOf)).toThrow();
});
