/** Whether an event source mapping's filters let a record pass; without filters every one passes. */
export const passes = (filters: unknown[], record: unknown): boolean =>
  filters.length === 0 || filters.some((f) => matches(f, record));

const matches = (pattern: unknown, value: unknown): boolean => {
  if (Array.isArray(pattern)) return pattern.some((test) => holds(test, value));
  if (typeof pattern !== 'object' || pattern === null) throw new Error('a filter pattern is made of objects and lists');
  return Object.entries(pattern).every(([name, below]) => matches(below, isObject(value) ? value[name] : undefined));
};

const holds = (test: unknown, value: unknown): boolean => {
  if (!isObject(test)) return test === value;
  const [[kind, wanted] = ['', undefined]] = Object.entries(test);
  switch (kind) {
    case 'exists':
      return (value !== undefined) === wanted;
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(wanted));
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(wanted));
    case 'anything-but':
      return value !== undefined && !(Array.isArray(wanted) ? wanted : [wanted]).includes(value);
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(wanted).toLowerCase();
    default:
      throw new Error(`the filter ${kind} is not understood on this machine`);
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
