/** Usual densities, g/cm³, as makers give them on data sheets: to begin with, when the label does not say. */
const USUAL: Readonly<Record<string, number>> = {
  PLA: 1.24,
  PETG: 1.27,
  ABS: 1.04,
  ASA: 1.07,
  TPU: 1.21,
  PC: 1.2,
  PA: 1.14,
  PVA: 1.23,
};

/** The usual density of a material by its name, such as “PLA+” or “petg”; undefined for an unusual one. */
export const usualDensity = (material: string): number | undefined =>
  USUAL[/^[a-z]+/i.exec(material.trim())?.[0].toUpperCase() ?? ''];
