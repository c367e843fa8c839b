const BED = { widthMm: 250, depthMm: 210, heightMm: 210 };
const LEAST_GRAMS = 100;

const FILAMENTS = {
  blue: { material: 'PLA', brand: 'Démo', colour: 'bleu', densityGramsPerCm3: 1.24 },
  green: { material: 'PETG', brand: 'Démo', colour: 'vert', densityGramsPerCm3: 1.27 },
  orange: { material: 'PLA', brand: 'Démo', colour: 'orange', densityGramsPerCm3: 1.24 },
  white: { material: 'PLA', brand: 'Démo', colour: 'blanc', densityGramsPerCm3: 1.24 },
};

/** The network: two labs, three machines, one for each way that lines travel. */
export const LABS = [
  { key: 'fontaine', name: 'Fontaine d’Ouche' },
  { key: 'gresilles', name: 'Grésilles' },
];
export const MACHINES = [
  { key: 'serial', lab: 'fontaine', name: 'Panda 1 (USB)', filament: 'blue' },
  { key: 'tcp', lab: 'fontaine', name: 'Panda 2 (TCP)', filament: 'green' },
  { key: 'bridge', lab: 'gresilles', name: 'Panda 3 (MQTT)', filament: 'blue' },
];

/** Two more labs of a city, each with a machine at work. */
const CITY_LABS = [
  { key: 'montchapet', name: 'Montchapet' },
  { key: 'bourroches', name: 'Bourroches' },
];
const CITY_MACHINES = [
  { key: 'montchapet-1', lab: 'montchapet', name: 'Panda 4 (TCP)', filament: 'blue' },
  { key: 'bourroches-1', lab: 'bourroches', name: 'Panda 5 (TCP)', filament: 'orange' },
];
/** What an earlier version did not make is not added to the data of that time. */
const isCity = ({ values }) => values['lab:montchapet'] !== undefined;

/** How a spool for a machine is called: by the machine, and a number. */
export const spoolLabel = (machineName, number) => `${machineName.split(' (')[0]} – ${number}`;

/** A spool with enough material, on the machine: a new one where the last one is nearly empty, as a lab manager would do. */
async function loadSpool(api, { id, name, labId, filamentId }) {
  const machine = await api.get(`/api/v1/machines/${id}`);
  const { items: spools } = await api.get(`/api/v1/labs/${labId}/spools`);
  const loaded = spools.find((spool) => spool.id === machine.spoolId);
  if (loaded && loaded.gramsLeft > LEAST_GRAMS) return loaded.id;
  const own = spools.filter(({ label }) => label.startsWith(spoolLabel(name, '')));
  const label = spoolLabel(name, own.length + 1);
  const spool = await api.post(`/api/v1/labs/${labId}/spools`, { filamentId, label, netGrams: 1000 });
  await api.put(`/api/v1/machines/${machine.id}/spool`, { spoolId: spool.id });
  return spool.id;
}

/**
 * Labs with their agents' secrets, machines that are reached at `addresses` today, and kinds of filament.
 * @param {any} api
 * @param {any} state
 * @param {Record<string, string>} addresses by machine key
 * @param {{ city?: boolean }} [options] `city`: a new network, of a city
 */
export async function seedLabs(api, state, addresses, { city = false } = {}) {
  const labs = {};
  const hasMore = city || isCity(state);
  for (const { key, name } of hasMore ? [...LABS, ...CITY_LABS] : LABS) {
    const id = await state.keep(`lab:${key}`, async () => (await api.post('/api/v1/labs', { name })).id);
    const agent = await state.keep(`agent:${key}`, () => api.post(`/api/v1/labs/${id}/agent`));
    labs[key] = { id, name, agent };
  }
  /** @type {Record<string, string>} */
  const filaments = {};
  for (const [key, fields] of Object.entries(FILAMENTS)) {
    filaments[key] = await state.keep(
      `filament:${key}`,
      async () => (await api.post('/api/v1/filaments', fields)).id,
    );
  }
  const machines = {};
  for (const { key, lab, name, filament } of hasMore ? [...MACHINES, ...CITY_MACHINES] : MACHINES) {
    const labId = labs[lab].id;
    const address = addresses[key];
    const made = await state.keep(`machine:${key}`, async () => {
      const machine = { name, profileId: 'marlin-2', address, baudRate: 250_000, ...BED };
      const { id, bridge } = await api.post(`/api/v1/labs/${labId}/machines`, machine);
      return { id, bridge };
    });
    // The TCP port differs at each start.
    await api.patch(`/api/v1/machines/${made.id}`, { address });
    const { material } = FILAMENTS[filament];
    machines[key] = { ...made, name, lab, labId, material, filamentId: filaments[filament] };
  }
  return { labs, machines, filaments };
}

/** Notes on each machine which spool it has. */
export async function loadSpools(api, machines) {
  for (const machine of Object.values(machines)) machine.spoolId = await loadSpool(api, machine);
}
