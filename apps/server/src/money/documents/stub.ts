export const later = (): never => {
  throw new Error('not built yet');
};
