import type { RightsWorld } from './rights-world';

// What the path of a route names.
export const lab = ({ here }: RightsWorld) => ({ id: here.labId });
export const member = (world: RightsWorld) => ({ id: world.people.maker.memberId });
export const newMember = async (world: RightsWorld) => ({ id: await world.newMember() });
export const organisation = async (world: RightsWorld) => ({ id: await world.newOrganisation() });
