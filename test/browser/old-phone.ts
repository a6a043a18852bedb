/**
 * Takes from a page what browsers did not know when people's phones were new: for the desk the spring of 2022 (Chrome 100,
 * Safari 15.4), for what the public opens the spring of 2021 (Chrome 89). Runs in the page, before its scripts. Browsers older
 * still cannot read the scripts, and the forms work as without any.
 */
export const asOldPhone = (): void => {
  const without = (of: object, ...names: string[]): void => {
    for (const name of names) Reflect.deleteProperty(of, name);
  };
  without(AbortSignal, 'timeout', 'any');
  without(Array, 'fromAsync');
  without(Array.prototype, 'toReversed', 'toSorted', 'toSpliced', 'with');
  without(HTMLFormElement.prototype, 'requestSubmit');
  without(Map, 'groupBy');
  without(Object, 'groupBy');
  without(Promise, 'try', 'withResolvers');
  without(Set.prototype, 'difference', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'union');
  without(String.prototype, 'isWellFormed', 'toWellFormed');
  without(URL, 'canParse', 'parse');
  if (/\/(desk|act)\//.test(location.pathname)) return;
  without(AbortSignal.prototype, 'reason', 'throwIfAborted');
  without(Array.prototype, 'at', 'findLast', 'findLastIndex');
  without(Crypto.prototype, 'randomUUID');
  without(Object, 'hasOwn');
  without(String.prototype, 'at');
  without(window, 'structuredClone');
};
