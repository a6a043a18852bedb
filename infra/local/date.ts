/**
 * From now on `Date` in this realm tells the time that `clock` makes of the machine's, both in milliseconds since 1970; dates
 * made from anything else are as ever. Refers to nothing outside itself, so that its text can run in a page, too.
 */
export const tellTimeBy = (clock: (machine: number) => number): void => {
  const Real = Date;
  const machine = Date.now.bind(Date);
  const now = () => clock(machine());
  const Moved = new Proxy(Real, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  Real.prototype.constructor = Moved;
  globalThis.Date = Moved;
};
