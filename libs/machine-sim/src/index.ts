export { FAULT_WORDS, type FaultPlan, parseFaults } from './faults/fault-plan';
export { type Random, seededRandom } from './faults/random';
export type { Volume } from './motion/motion';
export { ODD_FIRMWARES } from './odd-firmwares';
export type { HeaterReading, MachineRecord } from './record';
export { VirtualMachine, type VirtualMachineOptions } from './virtual-machine';
