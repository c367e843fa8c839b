import { PRINCIPALS, type Principal } from './rights-world';

// Who may use a route on what belongs to the lab `here` and to the maker.
export const everybody = PRINCIPALS;
export const people = PRINCIPALS.filter((each) => !/anonymous|agent/.test(each));
export const labStaff: Principal[] = ['managerHere', 'administrator'];
export const anyLabStaff: Principal[] = ['managerHere', 'managerThere', 'administrator'];
export const staff: Principal[] = ['managerHere', 'managerThere', 'billing', 'administrator'];
export const ofHere: Principal[] = ['managerHere', 'billing', 'administrator'];
export const accountants: Principal[] = ['billing', 'administrator'];
export const administrators: Principal[] = ['administrator'];
export const trainers: Principal[] = ['trainerHere', 'administrator'];
export const agents: Principal[] = ['agentHere', 'agentThere'];
export const guides: Principal[] = ['trainerHere', 'managerHere', 'administrator'];
export const anyGuides: Principal[] = [...guides, 'trainerThere', 'managerThere'];
export const allStaff: Principal[] = [...staff, 'trainerHere', 'trainerThere'];
export const own: Principal[] = ['maker'];
export const readersOfHere: Principal[] = ['trainerHere', 'managerHere', 'billing', 'administrator'];
export const seeTheJob: Principal[] = ['maker', 'managerHere', 'billing', 'administrator'];
