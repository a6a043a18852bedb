/* The button that puts the nearest station first: the position is rounded to about a hundred metres, asked with, not kept. */
const button = document.getElementById('near-me');
const form = document.getElementById('find');

const told = document.getElementById('near-told');

/* Indoors a telephone may never find out. */
const PATIENCE = 20_000;

const rounded = (degrees) => degrees.toFixed(3);

const search = ({ coords: { latitude, longitude } }) => {
  const near = form.elements.near ?? form.appendChild(document.createElement('input'));
  Object.assign(near, { type: 'hidden', name: 'near', value: `${rounded(latitude)},${rounded(longitude)}` });
  form.submit();
};

if ('geolocation' in navigator) {
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    told.textContent = told.dataset.asking;
    const failed = () => {
      button.disabled = false;
      told.textContent = told.dataset.denied;
    };
    navigator.geolocation.getCurrentPosition(search, failed, { timeout: PATIENCE });
  });
}
