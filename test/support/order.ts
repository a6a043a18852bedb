import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first: so that at the end no processor waits for the one that still runs a long one. */
const LONG = [
  ...['journeys/kill', 'browser/community', 'journeys/medog', 'browser/journey-languages', 'journeys/faults'],
  ...[
    'browser/offline',
    'browser/tour',
    'infra/stack',
    'stores/wildlife-paths',
    'journeys/campaign',
    'browser/journey',
  ],
  ...['infra/tips', 'stores/case-paths', 'journeys/photos', 'journeys/community', 'browser/outreach', 'browser/photos'],
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(`/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
