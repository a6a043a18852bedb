import type { SavedView } from '../../../functions/cases/saved-views.ts';
import type { Labelled } from '../../../functions/cases/schema.ts';
import type { CaseCard, CaseView, LinkPreview } from '../../../functions/cases/views.ts';
import type { Me } from '../../../functions/directory/views.ts';
import type { PhotoList, PhotoView } from '../../../functions/photos/schema.ts';
import type { BooksView } from '../../../functions/rewards/books.ts';
import type { PolicyView } from '../../../functions/rewards/policy-view.ts';
import type { RewardCard, RewardView } from '../../../functions/rewards/view.ts';
import type { OpenAction } from '../../../shared/workflow/lifecycle.ts';

/** What the API answers to the desk, as its schemas say. */
export type {
  BooksView,
  CaseCard,
  CaseView,
  Labelled,
  LinkPreview,
  Me,
  OpenAction,
  PhotoList,
  PhotoView,
  PolicyView,
  RewardCard,
  RewardView,
  SavedView,
};
