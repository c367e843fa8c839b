const BED = { widthMm: 250, depthMm: 210, heightMm: 210 };
const LEAST_GRAMS = 100;

const FILAMENTS = {
  blue: { material: 'PLA', brand: 'Démo', colour: 'bleu', densityGramsPerCm3: 1.24 },
  green: { material: 'PETG', brand: 'Démo', colour: 'vert', densityGramsPerCm3: 1.27 },
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

/** A spool with enough left, on the machine: a new one where the last has run low, as a lab manager would do. */
async function loadSpool(api, labId, machine, filamentId) {
  const { items: spools } = await api.get(`/api/v1/labs/${labId}/spools`);
  const loaded = spools.find(({ id }) => id === machine.spoolId);
  if (loaded && loaded.gramsLeft > LEAST_GRAMS) return loaded.id;
  const name = machine.name.split(' (')[0];
  const label = `${name} – ${spools.filter((spool) => spool.label.startsWith(name)).length + 1}`;
  const spool = await api.post(`/api/v1/labs/${labId}/spools`, { filamentId, label, netGrams: 1000 });
  await api.put(`/api/v1/machines/${machine.id}/spool`, { spoolId: spool.id });
  return spool.id;
}

/**
 * Labs with their agents' secrets, and machines that are reached at `connections` today.
 * @param {Record<string, string>} connections by machine key
 */
export async function seedLabs(api, state, connections) {
  const labs = {};
  for (const { key, name } of LABS) {
    const id = await state.keep(`lab:${key}`, async () => (await api.post('/api/v1/labs', { name })).id);
    const agent = await state.keep(`agent:${key}`, () => api.post(`/api/v1/labs/${id}/agent`));
    labs[key] = { id, name, agent };
  }
  const filaments = {};
  for (const [key, fields] of Object.entries(FILAMENTS)) {
    filaments[key] = await state.keep(
      `filament:${key}`,
      async () => (await api.post('/api/v1/filaments', fields)).id,
    );
  }
  const machines = {};
  for (const { key, lab, name, filament } of MACHINES) {
    const labId = labs[lab].id;
    const address = connections[key];
    const made = await state.keep(`machine:${key}`, async () => {
      const machine = { name, profileId: 'marlin-2', address, baudRate: 250_000, ...BED };
      const { id, bridge } = await api.post(`/api/v1/labs/${labId}/machines`, machine);
      return { id, bridge };
    });
    // A TCP port is another one at each start.
    const machine = await api.patch(`/api/v1/machines/${made.id}`, { address });
    const spoolId = await loadSpool(api, labId, machine, filaments[filament]);
    machines[key] = { ...made, name, lab, labId, spoolId };
  }
  return { labs, machines };
}
