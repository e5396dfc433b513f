/** What the worker needs to write into the register: plain handles that can be posted to it. */
export interface VaultAccess {
  readonly databaseName: string
  readonly contentKey: CryptoKey
  readonly tagKey: CryptoKey
}
