import { askedOf, byClient, type DueReminder, openOf } from './reminders';

const reminder = (documentId: string, clientName: string, openCents: number) =>
  ({ documentId, organisationId: clientName, clientName, openCents, step: 'firm' }) as DueReminder;
const all = [reminder('1', 'Zoé', 100), reminder('2', 'Élan', 250), reminder('3', 'Zoé', 50)];

it('groups reminders by client, in the order of names', () => {
  const groups = byClient(all).map(({ clientName, openCents, reminders }) => [
    ...[clientName, openCents],
    reminders.map(({ documentId }) => documentId),
  ]);
  expect(groups).toEqual([
    ['Élan', 250, ['2']],
    ['Zoé', 150, ['1', '3']],
  ]);
  expect(byClient([])).toEqual([]);
});

it('sends what was shown, and nothing else', () => {
  expect(openOf(all)).toBe(400);
  expect(askedOf(all.slice(0, 1))).toEqual([{ documentId: '1', step: 'firm', openCents: 100 }]);
});
