import type { OpenAction } from '../views.ts';

/** What the API answers of stations, as far as the desk shows it; see functions/stations/desk.ts. */

export interface StationView {
  id: string;
  name: string;
  address: string;
  unit: { id: string; name: string };
  post?: { id: string; name: string };
  coordinates?: { latitude: number; longitude: number };
  approximate?: string;
  facilities: { id: string; text: string; count?: number; note?: string; broken?: { extent: 'some' | 'all' } }[];
  open: { now: boolean; until?: string; from?: string };
  /** In service. */
  active: boolean;
}

export interface FaultRow {
  id: string;
  station: string;
  stationName: string;
  facilityText: string;
  troubleText: string;
  stageText: string;
  stage: string;
  words?: string;
  count: number;
  openedAt: string;
  closedAt?: string;
}

interface Done {
  at: string;
  by: { name: string };
  until?: string;
  note?: string;
}

export interface FaultView extends FaultRow {
  version: number;
  reports: { at: string; troubleText: string; words?: string }[];
  acknowledged?: Done;
  closed?: Done;
  actions: OpenAction[];
}

export interface KeptList {
  stations: StationView[];
  faults: FaultRow[];
  add?: OpenAction;
}

export interface KeptView {
  station: StationView;
  version: number;
  edit: OpenAction;
  values: unknown;
  faults: FaultView[];
  closed: FaultRow[];
}
