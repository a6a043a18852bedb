import { element, say } from './words.ts';

const WAIT = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 };

/** The button that takes the phone's position into the form, with a consent of its own, and can take it out again. */
export const offerLocation = (form: HTMLFormElement): void => {
  const fields = form.querySelector<HTMLDetailsElement>('[data-widget=coordinates]');
  const latitude = fields?.querySelector<HTMLInputElement>('[name$=latitude]');
  const longitude = fields?.querySelector<HTMLInputElement>('[name$=longitude]');
  if (!fields || !latitude || !longitude || !('geolocation' in navigator)) return;

  const told = element('p', { className: 'hint' });
  const take = element('button', { type: 'button', className: 'button plain' }, say('report.locate'));
  const drop = element(
    'button',
    { type: 'button', className: 'button plain', hidden: true },
    say('report.forget-place'),
  );
  const fill = (at?: GeolocationCoordinates) => {
    latitude.value = at ? at.latitude.toFixed(5) : '';
    longitude.value = at ? at.longitude.toFixed(5) : '';
    drop.hidden = !at;
  };
  told.setAttribute('role', 'status');
  take.addEventListener('click', () => {
    take.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill(coords);
        take.disabled = false;
        told.textContent = say('report.located', { metres: Math.round(coords.accuracy) });
      },
      () => {
        take.disabled = false;
        told.textContent = say('report.located.not');
      },
      WAIT,
    );
  });
  drop.addEventListener('click', () => {
    fill();
    told.textContent = '';
  });
  const consent = element('p', { className: 'hint', id: 'locate-consent' }, say('report.locate.consent'));
  take.setAttribute('aria-describedby', consent.id);
  fields.before(
    element('div', { className: 'field' }, consent, element('p', { className: 'buttons' }, take, drop), told),
  );
};
