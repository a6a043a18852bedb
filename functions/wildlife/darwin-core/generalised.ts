/** A place told no more exactly than the protection of an animal allows. Pure. */

export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** Sides of squares in degrees by protection class; null is not at all. */
export type Squares = Record<string, number | null>;

/**
 * How exactly animals of these classes may be told of, all of them seen at one place: as the strictest of them asks. A class
 * that nobody has set is not told of.
 */
export const squareFor = (classes: string[], squares: Squares): number | null => {
  const sides = classes.map((c) => (Object.hasOwn(squares, c) ? (squares[c] ?? null) : null));
  return sides.includes(null) ? null : Math.max(...(sides as number[]));
};

/** A degree of latitude, and one of longitude at the equator, in metres, at their longest (WGS 84). */
const LATITUDE_DEGREE = 111_694;
const LONGITUDE_DEGREE = 111_320;

export interface Generalised extends Coordinates {
  /** From the middle of the square to its farthest corner, in metres. */
  uncertainty: number;
}

/** The middle of the square in which a place lies. */
export const generalised = ({ latitude, longitude }: Coordinates, side: number): Generalised => {
  const middle = { latitude: middleOf(latitude, side), longitude: middleOf(longitude, side) };
  const nearestEquator = Math.max(0, Math.abs(middle.latitude) - side / 2);
  const east = (side / 2) * LONGITUDE_DEGREE * Math.cos((nearestEquator * Math.PI) / 180);
  return { ...middle, uncertainty: Math.ceil(Math.hypot((side / 2) * LATITUDE_DEGREE, east)) };
};

/** Edges of squares come out as sums of fractions that are not quite theirs. */
const EDGE = 1e-9;

const middleOf = (degrees: number, side: number): number =>
  Number(((Math.floor(degrees / side + EDGE) + 0.5) * side).toFixed(6));
