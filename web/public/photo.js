/* The form that sends one photo: makes it small on the phone before it goes, and leaves its metadata behind. */
const LONGEST = 1600;
const QUALITY = 0.8;
const input = document.getElementById('file');
const button = input.form.querySelector('[type=submit]');

/** What was chosen as a small upright JPEG; as it is where the phone cannot open it: it is looked at where it arrives. */
const small = async (file) => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
};

input.addEventListener('change', async () => {
  const [file] = input.files;
  if (!file) return;
  button.disabled = true;
  try {
    const files = new DataTransfer();
    files.items.add(await small(file));
    input.files = files.files;
  } catch {
    // an old browser or no picture: it goes as it was chosen
  } finally {
    button.disabled = false;
  }
});
