export { type Slicer, SlicerComments, type SlicerEstimate } from './slicer-comments';
