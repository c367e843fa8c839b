/**
 * Placeholders that the slicer should have replaced by a value: `[extruder0_temperature]` of Simplify3D, Slic3r and MatterSlice,
 * `{machine_depth}` of Cura and PrusaSlicer, `<TEMP>` of KISSlicer. The outlines of objects (`[[90,90],…]`) have
 * numbers in their brackets.
 */
const PLACEHOLDER = /\[[A-Z_]\w*(?:\[[^\]]*\])?\]|\{[A-Z_]\w*(?:\[[^\]]*\])?\}|<[A-Z_]\w*>/i;
/** A formula in braces, which no supported firmware evaluates either. */
const BRACES = /[{}]/;

/** The first placeholder in a command; undefined without one. */
export const placeholderIn = (text: string): string | undefined => PLACEHOLDER.exec(text)?.[0];

export const isExpression = (text: string): boolean => BRACES.test(text);
