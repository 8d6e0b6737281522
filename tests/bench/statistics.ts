// Sums of measured values.

/** The median. Of an even number of values, the lower one of the two in the middle. `NaN` without values. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/** The sum of the values, 0 without values. */
export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
