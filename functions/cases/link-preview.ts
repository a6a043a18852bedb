import { actorByEmail } from '../../shared/actor.ts';
import { DomainError, forbidden } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { partsNamed } from '../../shared/workflow/decide.ts';
import { openActions, ruleOf, staffDoer } from '../../shared/workflow/open-actions.ts';
import { loadCase, mustSee } from './access.ts';
import type { CaseType } from './case-type.ts';
import { caseView } from './case-view.ts';
import { type Bound, staleLink } from './links.ts';
import { wordsOf } from './track.ts';
import type { LinkPreview } from './views.ts';

/** Throws `bad-link` for what no link may do: whatever needs a signed-in person. */
export const mayByLink = (type: CaseType, { kind, action, parts }: Bound): void => {
  const rule = ruleOf(type.life, action, parts);
  if (kind !== type.life.kind || !rule || rule.signInOnly)
    throw new DomainError('forbidden', 'bad-link', 'This needs signing in.');
};

/** What a link would do: to whom it was sent, which case, which version, which action with its form. */
export const linkPreview = async (bound: Bound, language: Language): Promise<LinkPreview> => {
  const [{ type, record }, actor] = await Promise.all([loadCase(bound.id), actorByEmail(bound.person)]);
  mayByLink(type, bound);
  mustSee(type, record, actor);
  if (record.version !== bound.version) throw staleLink(record.version);
  const t = wordsOf(type, language);
  const parts = bound.parts && partsNamed(type.life, record, bound.parts);
  const options = async (action: string) => type.options?.(action, record, t);
  const open = await openActions(type.life, record, staffDoer(actor), t, { parts, options });
  const action = open.find((a) => a.action === bound.action);
  if (!action) throw forbidden('Your role does not allow this any more.');
  const { number, title, place, stage } = await caseView(type, record, actor, language);
  return { person: actor.name, caseId: record.id, number, title, place, stage, version: record.version, action };
};
