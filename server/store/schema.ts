import type { ColumnType, Generated } from 'kysely'
import type { BreakRule } from '../document/breakRule.js'
import type { Code, UnitKind } from '../document/unit.js'
import type { ProjectRole, SiteRole } from '../workflow/permissions.js'
import type { ProjectSettings, ReadingOptions } from '../workflow/settings.js'
import type { VerdictKind } from '../workflow/status.js'
import type { Json } from './json.js'

/** Tables as migrations/ leave them; a test compares both. Times are UTC, ISO 8601. Tables marked "append-only" are never updated or deleted from. */
export interface Schema {
  account: AccountTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  invitation: InvitationTable
  token: TokenTable
  membership: MembershipTable
  project: ProjectTable
  project_locale: ProjectLocaleTable
  document: DocumentTable
  blob: BlobTable
  upload: UploadTable
  revision: RevisionTable
  wording: WordingTable
  unit: UnitTable
  occurrence: OccurrenceTable
  break_rule: BreakRuleTable
  equivalence: EquivalenceTable
  translation: TranslationTable
  target: TargetTable
  verdict: VerdictTable
  comment: CommentTable
  progress: ProgressTable
  release: ReleaseTable
  release_file: ReleaseFileTable
  memory_entry: MemoryEntryTable
  memory_token: MemoryTokenTable
  memory_posting: MemoryPostingTable
  term_concept: TermConceptTable
  term: TermTable
  event: EventTable
}

type Time = string
/** Set once, when the row is made. */
type Fixed<T> = ColumnType<T, T, never>

export interface AccountTable {
  id: Generated<number>
  /** Lower case. */
  email: string
  name: string
  password_hash: string | null
  site_role: SiteRole
  /** Language of the interface; null follows the browser. */
  locale: string | null
  disabled_at: Time | null
  created_at: Fixed<Time>
  last_seen_at: Time | null
}

export interface SessionTable {
  /** SHA-256 of the cookie's value, hex. */
  hash: string
  account_id: number
  created_at: Fixed<Time>
  last_seen_at: Time
  expires_at: Time
}

export interface SignInLinkTable {
  hash: string
  account_id: number
  created_at: Fixed<Time>
  expires_at: Time
  used_at: Time | null
}

export interface InvitationTable {
  id: Generated<number>
  hash: string
  email: string | null
  name: string | null
  site_role: SiteRole
  grants: Json<{ projectId: number; role: ProjectRole; locale: string | null }[]>
  invited_by: number
  created_at: Fixed<Time>
  expires_at: Time
  accepted_at: Time | null
  account_id: number | null
}

export interface TokenTable {
  id: Generated<number>
  account_id: number
  name: string
  hash: string
  created_at: Fixed<Time>
  last_used_at: Time | null
  revoked_at: Time | null
}

export interface MembershipTable {
  account_id: number
  project_id: number
  role: ProjectRole
  /** '' is every locale, so that the key holds on both engines. */
  locale: string
}

export interface ProjectTable {
  id: Generated<number>
  slug: string
  name: string
  source_locale: string
  settings: Json<ProjectSettings>
  archived_at: Time | null
  created_at: Fixed<Time>
}

export interface ProjectLocaleTable {
  project_id: number
  locale: string
}

export interface DocumentTable {
  id: Generated<number>
  project_id: number
  path: string
  title: string | null
  format: string
  /** Null until its first revision is published: such a document does not exist for anybody. */
  current_revision_id: number | null
  archived_at: Time | null
  created_at: Fixed<Time>
}

/** Content-addressed, append-only. */
export interface BlobTable {
  sha256: string
  bytes: Uint8Array
  encoding: 'raw' | 'deflate'
  /** Of the original, in bytes. */
  size: number
}

/** Who may name which blob before a revision does. */
export interface UploadTable {
  sha256: string
  project_id: number
  account_id: number
  created_at: Fixed<Time>
}

/** Append-only once `published_at` is set; before that it is being written, in pieces, and nobody sees it. */
export interface RevisionTable {
  id: Generated<number>
  document_id: number
  /** Counts from 1; null until published. */
  number: number | null
  blob_sha256: string
  message: string
  author_id: number | null
  unit_count: number
  word_count: number
  /** Reader options that gave these units: segmentation, front-matter fields. */
  options: Json<ReadingOptions>
  created_at: Fixed<Time>
  published_at: Time | null
}

/** A source text as translators see it, stored once however often it occurs. Append-only. */
export interface WordingTable {
  id: Generated<number>
  locale: string
  /** SHA-256 of the text with white space folded, hex. */
  hash: string
  text: string
  word_count: number
  char_count: number
}

export interface UnitTable {
  id: Generated<number>
  document_id: number
  born_revision_id: number
  derived_from_unit_id: number | null
}

/** Where a unit stands in a revision. Append-only. */
export interface OccurrenceTable {
  revision_id: number
  /** Counts from 0, in reading order. */
  position: number
  unit_id: number
  wording_id: number
  /** Bytes of the revision's blob, half-open. */
  range_start: number
  range_end: number
  kind: UnitKind
  level: number
  key: string | null
  note: string | null
  codes: Json<Code[]>
  path: Json<string[]>
  /** For the format's `spell`. */
  context: string
}

/** Where people cut or joined units of a document. At most one stands for a place; withdrawn, never deleted. */
export interface BreakRuleTable {
  id: Generated<number>
  document_id: number
  kind: BreakRule['kind']
  before: string
  after: string
  decided_by: number | null
  decided_at: Fixed<Time>
  withdrawn_by: number | null
  withdrawn_at: Time | null
}

/** "The meaning did not change": translations of the earlier wording stay valid for the later. Withdrawn, never deleted. */
export interface EquivalenceTable {
  id: Generated<number>
  project_id: number
  earlier_wording_id: number
  later_wording_id: number
  decided_by: number | null
  decided_at: Fixed<Time>
  reason: string
  withdrawn_by: number | null
  withdrawn_at: Time | null
}

/** Append-only. */
export interface TranslationTable {
  id: Generated<number>
  unit_id: number
  locale: string
  wording_id: number
  text: string
  origin: 'human' | 'memory' | 'machine' | 'repair' | 'import' | 'propagation'
  origin_detail: string | null
  author_id: number | null
  created_at: Fixed<Time>
}

/** Which translation is current. `version` is the optimistic lock. */
export interface TargetTable {
  unit_id: number
  locale: string
  translation_id: number
  version: number
}

/** Append-only. */
export interface VerdictTable {
  id: Generated<number>
  translation_id: number
  reviewer_id: number
  kind: VerdictKind
  category: string | null
  note: string
  created_at: Fixed<Time>
}

export interface CommentTable {
  id: Generated<number>
  unit_id: number
  /** Null concerns every locale. */
  locale: string | null
  parent_id: number | null
  author_id: number
  body: string
  created_at: Fixed<Time>
  resolved_at: Time | null
  resolved_by: number | null
}

/** A cache of `statusOf` over a document's current revision; `rebuildProgress` makes it anew. */
export interface ProgressTable {
  document_id: number
  locale: string
  missing_units: number
  missing_words: number
  stale_units: number
  stale_words: number
  rejected_units: number
  rejected_words: number
  translated_units: number
  translated_words: number
  approved_units: number
  approved_words: number
}

export interface ReleaseTable {
  id: Generated<number>
  document_id: number
  revision_id: number
  locale: string
  sha256: string
  manifest: Json<unknown>
  created_by: number | null
  created_at: Fixed<Time>
}

export interface ReleaseFileTable {
  release_id: number
  path: string
  blob_sha256: string
}

export interface MemoryEntryTable {
  id: Generated<number>
  project_id: number | null
  source_locale: string
  target_locale: string
  source: string
  target: string
  /** The translation it came from; null where it was imported. */
  translation_id: number | null
  origin: string
  created_at: Fixed<Time>
}

export interface MemoryTokenTable {
  id: Generated<number>
  token: string
}

export interface MemoryPostingTable {
  token_id: number
  token_count: number
  entry_id: number
}

export interface TermConceptTable {
  id: Generated<number>
  project_id: number
  definition: string
  created_at: Fixed<Time>
}

export interface TermTable {
  id: Generated<number>
  concept_id: number
  locale: string
  text: string
  status: 'preferred' | 'admitted' | 'deprecated' | 'forbidden'
  part_of_speech: string | null
  note: string
}

/** Who did what, when; also what live updates, notifications and webhooks are sent from. Append-only. */
export interface EventTable {
  id: Generated<number>
  project_id: number | null
  document_id: number | null
  unit_id: number | null
  locale: string | null
  actor_id: number | null
  kind: string
  payload: Json<Record<string, unknown>>
  created_at: Fixed<Time>
}
