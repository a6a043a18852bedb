import type { CaseCard, CaseView, LinkPreview } from '../../../functions/cases/schema.ts';
import type { OpenAction } from '../../../shared/workflow/lifecycle.ts';

/** What the API answers to the desk; cases as their schemas say. */
export type { CaseCard, CaseView, LinkPreview, OpenAction };

export interface Labelled {
  label: string;
  value: string;
}

export interface Coded {
  code: string;
  text: string;
}

export interface RewardCard {
  id: string;
  caseNumber: string;
  stage: Coded;
  amountFen?: number;
  beneficiary?: string;
  due?: string;
}

export interface RewardView {
  id: string;
  version: number;
  stage: Coded;
  caseId?: string;
  caseNumber?: string;
  amountFen?: number;
  facts: Labelled[];
  reasons: Labelled[];
  clocks?: { id: string; text: string; due: string }[];
  actions: OpenAction[];
  history: CaseView['history'];
}

export interface Me {
  email: string;
  name: string;
  roles: { unit: { id: string; name: string }; role: string | Coded }[];
}
