import { defaultChecks } from '../../../server/checks/settings.js'
import type { UnitRow } from '../../../server/contract/unit.js'
import type { TextStorage } from '../../../web/workbench/drafts.js'
import type { OutlineAnswer } from '../../../web/workbench/outline.js'
import { statuses, type Status } from '../../../server/workflow/status.js'

/** A browser's storage, of so many entries. */
export class MemoryStorage implements TextStorage {
  readonly kept = new Map<string, string>()
  readonly room: number

  constructor(room = Infinity) {
    this.room = room
  }
  get length(): number {
    return this.kept.size
  }
  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    if (!this.kept.has(key) && this.kept.size >= this.room) throw new Error('QuotaExceededError')
    this.kept.set(key, value)
  }
  removeItem(key: string): void {
    this.kept.delete(key)
  }
}

/** The unit with this id as the server would answer it: source "Source 7.", translated as `text`. */
export function rowOf(unitId: number, text = '', given: Partial<UnitRow> & { status?: Status; version?: number } = {}): UnitRow {
  const { status = text ? 'translated' : 'missing', version = text ? 1 : 0, ...rest } = given
  return {
    unitId,
    position: unitId - 1,
    kind: 'paragraph',
    level: 0,
    key: null,
    note: null,
    wordingId: unitId,
    source: `Source ${unitId}.`,
    codes: [],
    cue: null,
    words: 2,
    target: { translationId: text ? unitId * 10 : null, text, version, status, author: null, savedAt: null },
    stale: null,
    inherited: null,
    rejection: null,
    comments: 0,
    findings: [],
    ...rest,
  }
}

/** A document of units 1, 2, 3 … with these statuses. */
export function outlineOf(...units: Status[]): OutlineAnswer {
  return {
    project: 'peace',
    projectName: 'Peace',
    documentId: 1,
    path: 'peace.md',
    title: null,
    sourceLocale: 'en',
    locale: 'de',
    revision: 1,
    approvalsRequired: 1,
    selfApproval: false,
    checks: defaultChecks,
    may: { translate: true, review: true, comment: true, export: true, segment: true },
    units: {
      id: units.map((_, index) => index + 1),
      status: units.map((status) => statuses.indexOf(status)),
      kind: units.map(() => 1),
      level: units.map(() => 0),
      characters: units.map(() => 9),
      comments: units.map(() => 0),
    },
  }
}

export const place = { accountId: 1, documentId: 1, locale: 'de' }
