/** Why something was refused. Each has a message `refusal.<code>` in locales/ and an HTTP status in http/refusals.ts. */
export type RefusalCode =
  | 'invalid-input'
  | 'not-signed-in'
  | 'signed-in-already'
  | 'forbidden'
  | 'not-found'
  | 'cross-site'
  | 'too-many-attempts'
  | 'wrong-credentials'
  | 'link-spent'
  | 'account-disabled'
  | 'email-taken'
  | 'last-administrator'
  | 'slug-taken'
  | 'slug-reserved'
  | 'path-taken'
  | 'path-invalid'
  | 'locale-unknown'
  | 'format-unknown'
  | 'document-empty'
  | 'document-archived'
  | 'document-too-complex'
  | 'encoding-unknown'
  | 'encoding-invalid'
  | 'container-bomb'
  | 'container-broken'
  | 'container-encrypted'
  | 'container-too-large'
  | 'container-unsupported'
  | 'its-invalid'
  | 'srx-invalid'
  | 'page-too-large'
  | 'page-unavailable'
  | 'upload-too-large'
  | 'upload-unknown'
  | 'revision-conflict'
  | 'revision-unchanged'
  | 'unit-unsplittable'
  | 'split-misplaced'
  | 'split-empty'
  | 'units-apart'
  | 'document-reads-differently'
  | 'translation-conflict'
  | 'translation-empty'
  | 'codes-broken'
  | 'verdict-on-missing'
  | 'verdict-outdated'
  | 'own-translation'
  | 'note-required'
  | 'cancelled'

export type RefusalDetails = Record<string, string | number | boolean | null | readonly (string | number)[]>

/**
 * A "no" that a person can act on: nothing was changed. Anything else that is thrown is a bug of ours.
 * `details` fill the placeholders of the message in locales/ and go to API clients as they are.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly details: RefusalDetails
  /** What a client needs to go on, such as both texts of a conflict. Sent beside the error, never logged. */
  readonly data: unknown

  constructor(code: RefusalCode, details: RefusalDetails = {}, data?: unknown) {
    super(code)
    this.code = code
    this.details = details
    this.data = data
  }
}
