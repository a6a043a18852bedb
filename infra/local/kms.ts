import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeySpec } from './stack.ts';
import type { State } from './state.ts';
import { type Operations, refusal } from './wire.ts';

/** KMS as far as it is used here: AES-256-GCM under keys that are made once and kept in the data folder. */

interface Input {
  KeyId?: string;
  Plaintext?: string;
  CiphertextBlob?: string;
  EncryptionContext?: Record<string, string>;
  NumberOfBytes?: number;
}

const ALGORITHM = 'aes-256-gcm';
/** A ciphertext is: the key's id (36), nonce (12), tag (16), what was encrypted. */
const ID = 36;
const NONCE = 12;
const TAG = 16;

export const kmsOf = (keys: KeySpec[], state: State): Operations<Input> => {
  const keyOf = (id = ''): KeySpec => {
    const found = keys.find((k) => k.id === id || k.arn === id);
    if (found) return found;
    throw refusal(400, 'NotFoundException', `Key '${id}' does not exist`);
  };
  const bytesOf = (key: KeySpec): Buffer =>
    Buffer.from(
      state.once(`key/${key.logicalId}`, () => randomBytes(32).toString('base64')),
      'base64',
    );

  const encrypt = (key: KeySpec, plain: Buffer, context?: Record<string, string>): string => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, bytesOf(key), nonce).setAAD(bound(key, context));
    const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from(key.id), nonce, cipher.getAuthTag(), hidden]).toString('base64');
  };

  const decrypt = (given: Input): { key: KeySpec; plain: Buffer } => {
    const blob = Buffer.from(given.CiphertextBlob ?? '', 'base64');
    const key = keys.find((k) => k.id === blob.subarray(0, ID).toString());
    if (!key) throw invalidCiphertext();
    if (given.KeyId !== undefined && keyOf(given.KeyId) !== key)
      throw refusal(
        400,
        'IncorrectKeyException',
        'The key ID in the request does not identify the key of the ciphertext.',
      );
    try {
      const at = ID + NONCE;
      const decipher = createDecipheriv(ALGORITHM, bytesOf(key), blob.subarray(ID, at), { authTagLength: TAG });
      decipher.setAAD(bound(key, given.EncryptionContext)).setAuthTag(blob.subarray(at, at + TAG));
      return { key, plain: Buffer.concat([decipher.update(blob.subarray(at + TAG)), decipher.final()]) };
    } catch {
      throw invalidCiphertext();
    }
  };

  return {
    GenerateDataKey: (given) => {
      const key = keyOf(given.KeyId);
      const plain = randomBytes(given.NumberOfBytes ?? 32);
      const CiphertextBlob = encrypt(key, plain, given.EncryptionContext);
      return { KeyId: key.arn, Plaintext: plain.toString('base64'), CiphertextBlob };
    },
    Encrypt: (given) => {
      const key = keyOf(given.KeyId);
      const plain = Buffer.from(given.Plaintext ?? '', 'base64');
      if (plain.length === 0 || plain.length > 4096)
        throw refusal(400, 'ValidationException', 'Plaintext must have between 1 and 4096 bytes');
      const CiphertextBlob = encrypt(key, plain, given.EncryptionContext);
      return { KeyId: key.arn, CiphertextBlob, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    Decrypt: (given) => {
      const { key, plain } = decrypt(given);
      return { KeyId: key.arn, Plaintext: plain.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
  };
};

const invalidCiphertext = () => refusal(400, 'InvalidCiphertextException', 'The ciphertext cannot be decrypted.');

/** What a ciphertext is bound to: its key, and the encryption context whatever the order of its names. */
const bound = (key: KeySpec, context: Record<string, string> = {}): Buffer =>
  Buffer.from(JSON.stringify([key.id, Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))]));
