import { render } from 'preact';
import { Books } from './books.tsx';
import { Call } from './call.tsx';
import { Case } from './case.tsx';
import { showSections } from './community/navigation.ts';
import { COMMUNITY_PAGES } from './community/pages.ts';
import { SignIn } from './loaded.tsx';
import { Lookups } from './lookups.tsx';
import { Me } from './me.tsx';
import { OUTREACH_PAGES } from './outreach/pages.ts';
import { Queue } from './queue.tsx';
import { Reward } from './reward.tsx';
import { Rewards } from './rewards.tsx';
import { Search } from './search.tsx';
import { completeSignIn, token } from './session.ts';
import { Station } from './stations/station.tsx';
import { Stations } from './stations/stations.tsx';

/** One script for the desk; each page names its view. */
const VIEWS = {
  queue: Queue,
  case: Case,
  call: Call,
  search: Search,
  rewards: Rewards,
  reward: Reward,
  books: Books,
  me: Me,
  lookups: Lookups,
  stations: Stations,
  station: Station,
  ...COMMUNITY_PAGES,
  ...OUTREACH_PAGES,
};

const place = document.getElementById('desk') as HTMLElement;
const View = VIEWS[place.dataset.view as keyof typeof VIEWS];

const failed = await completeSignIn().then(
  () => false,
  () => true,
);
place.replaceChildren();
if (token() && !failed) void showSections();
render(token() && !failed ? <View /> : <SignIn failed={failed} />, place);
