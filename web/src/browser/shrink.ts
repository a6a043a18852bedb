/** Photos are made small on the phone: a weak signal carries them, and drawing them anew leaves all metadata behind. */

/** Longest side in pixels. */
const LONGEST = 1600;
const QUALITY = 0.8;

/** What was chosen as a small upright JPEG; undefined for what the phone cannot open as a picture. */
export const shrink = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined); // as the camera was held
  if (!picture) return undefined;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = '#fff'; // what is transparent would come out black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done) => canvas.toBlob((b) => done(b ?? undefined), 'image/jpeg', QUALITY));
};
