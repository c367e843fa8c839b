export type {
  AxisLimits,
  EquipmentSettings,
  MachineLimits,
  Slicer,
  SlicerEstimate,
  SlicerSettings,
} from './findings';
export { SlicerComments } from './slicer-comments';
export type { DroppedThumbnail, Thumbnail, ThumbnailProblem, Thumbnails } from './thumbnails/thumbnail';
