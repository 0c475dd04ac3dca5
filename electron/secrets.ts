import { safeStorage } from 'electron';

/** The system's keychain. Where it has none, nothing is kept. */
export interface Secrets {
  /** The text sealed for this account, or undefined where the system cannot. */
  seal(text: string): string | undefined;
  open(sealed: string): string | undefined;
}

export const systemSecrets: Secrets = {
  seal: (text) => (isKept() ? safeStorage.encryptString(text).toString('base64') : undefined),
  open(sealed) {
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    } catch {
      // another account's, or the keychain was made anew
      return undefined;
    }
  },
};

/** On Linux without a keychain the "seal" would be a constant of the program. */
const isKept = (): boolean =>
  safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
