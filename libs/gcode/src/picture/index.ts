export { drawPart } from './draw-part';
export { PartPath } from './part-path';
