import { folded } from '@pandafab/shared';
import type { Direct } from '../search/direct';

const CLIENTS = 500;
const CREATED_AT = Date.UTC(2021, 0, 5, 9);
const NAMES = ['Mairie de Dijon', 'Lycée Exemple', 'Atelier Vauban', 'Robotique SARL', 'Théâtre du Parc'];

/** The client of the document with this number. */
export function clientOf(at: number): { id: string; name: string } {
  const place = ((at * 31) % CLIENTS) + 1;
  const id = `01900000-0000-7000-8998-${place.toString(16).padStart(12, '0')}`;
  return { id, name: `${NAMES[place % NAMES.length]} ${place}` };
}

export async function fillClients(direct: Direct): Promise<void> {
  await direct.fill('organisations', CLIENTS, (at) => {
    const { id, name } = clientOf(at);
    return {
      ...{
        id,
        name,
        foldedName: folded(name),
        addressLine: '1 rue Vauban',
        postcode: '21000',
        city: 'Dijon',
      },
      ...{ countryCode: 'FR', siren: String(300_000_000 + at), createdAt: CREATED_AT + at },
    };
  });
}
