export type { MachineLimits, Slicer, SlicerEstimate, SlicerSettings } from './findings';
export { SlicerComments } from './slicer-comments';
