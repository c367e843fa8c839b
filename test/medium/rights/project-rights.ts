import { newId } from '@pandafab/shared';
import { greyPng } from '../fixtures/picture';
import { allStaff, everybody, guides, readersOfHere } from './callers';
import type { Right } from './right';
import { newProject, type RightsWorld } from './rights-world';

const project = (world: RightsWorld) => ({ id: world.projectId });
const freshProject = async (world: RightsWorld) => ({ id: await world.newProject() });
async function projectOfMaker(world: RightsWorld) {
  const [id, { id: jobId }] = [await world.newProject(), await world.waitingJob()];
  const { memberId } = world.people.maker;
  await world.chain.admin.request('PUT', `/api/v1/projects/${id}/people/${memberId}`);
  return { id, jobId };
}
function picture() {
  const data = new FormData();
  data.set('file', new Blob([new Uint8Array(greyPng(4, 4))]), 'photo.png');
  return data;
}
async function projectWithPicture(world: RightsWorld) {
  const id = await world.newProject();
  await world.chain.admin.post(`/api/v1/projects/${id}/picture`, picture());
  return { id };
}

/** Rights on projects. */
export const PROJECT_RIGHTS: Readonly<Record<string, Right>> = {
  'GET /projects': { may: everybody },
  'GET /projects/:id': { may: everybody, params: () => ({ id: 'x' }) },
  'GET /api/v1/projects': {
    may: allStaff,
    query: '?limit=200',
    shows: { text: (world) => world.projectId, to: readersOfHere },
  },
  'POST /api/v1/projects': { may: guides, body: ({ here }) => newProject(here.labId) },
  'GET /api/v1/projects/:id': { may: readersOfHere, params: project },
  'PATCH /api/v1/projects/:id': {
    may: guides,
    params: freshProject,
    body: () => ({ title: `Film ${Math.random()}`, version: 1 }),
  },
  'POST /api/v1/projects/:id/steps': {
    may: guides,
    params: freshProject,
    body: () => ({ step: 'begin', version: 1 }),
  },
  'PUT /api/v1/projects/:id/people/:memberId': {
    may: guides,
    params: async (world) => ({ ...project(world), memberId: await world.newMember() }),
  },
  'DELETE /api/v1/projects/:id/people/:memberId': {
    may: guides,
    params: async (world) => {
      const memberId = await world.newMember();
      await world.chain.admin.request('PUT', `/api/v1/projects/${world.projectId}/people/${memberId}`);
      return { ...project(world), memberId };
    },
  },
  'GET /api/v1/projects/:id/job-choices': { may: guides, params: project },
  'PUT /api/v1/projects/:id/jobs/:jobId': { may: guides, params: projectOfMaker },
  'DELETE /api/v1/projects/:id/jobs/:jobId': {
    may: guides,
    params: projectOfMaker,
    unrecorded: 'the print is in no project; activity/visits/projects.ts adds and removes one',
  },
  'POST /api/v1/projects/:id/prestations': {
    may: guides,
    params: project,
    body: () => ({ reference: 'PR-1999-0001' }),
    unrecorded: 'there is no such client order; activity/visits/projects.ts adds and removes one',
  },
  'DELETE /api/v1/projects/:id/prestations/:prestationId': {
    may: guides,
    params: (world) => ({ ...project(world), prestationId: newId() }),
    unrecorded: 'the client order is in no project; activity/visits/projects.ts adds and removes one',
  },
  'GET /api/v1/projects/:id/picture': { may: readersOfHere, params: projectWithPicture },
  'POST /api/v1/projects/:id/picture': { may: guides, params: project, body: picture },
  'DELETE /api/v1/projects/:id/picture': { may: guides, params: projectWithPicture },
};
