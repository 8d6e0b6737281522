// What the app must reach. Most goals compare it with another page that was measured in the same rounds.

import type { Figures } from "./rounds";
import type { PageName } from "./pages";
import { median } from "./statistics";

/** A figure of the app, with its limit. `unit` says what it is counted in. */
export type Goal = { name: string; value: number; most: number; unit: string };

/** How much slower than the other page the app may be. */
const MOST_RATIO = 1.1;

/** The goal that a median of the app is hardly larger than the same median of another page. */
export const ratioGoal = <T extends string>(
  name: string,
  figures: Figures<T>,
  figure: T,
  other: PageName,
): Goal => ({ name, value: ratio(figures, figure, "ours", other), most: MOST_RATIO, unit: `× ${other}` });

/** The median of a page divided by the median of another page. */
export const ratio = <T extends string>(figures: Figures<T>, figure: T, page: PageName, other: PageName): number =>
  median(figures[page][figure]) / median(figures[other][figure]);

/** Whether the goal is reached. A figure that could not be measured (`NaN`) reaches no goal. */
export const isReached = ({ value, most }: Goal): boolean => value <= most;

/** A line to print, for example `ok      1.04 of 1.10 × bare  line A: first paint`. */
export function describeGoal(goal: Goal): string {
  const digits = goal.most > 0 && goal.most < 10 ? 2 : 0;
  const [value, most] = [goal.value, goal.most].map((number) => number.toFixed(digits));
  return `${isReached(goal) ? "ok    " : "MISSED"} ${value} of ${most} ${goal.unit}  ${goal.name}`;
}
