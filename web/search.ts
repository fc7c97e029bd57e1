import { type Status, statuses } from '../server/workflow/status.js'

/** What pages keep in their address, read from whatever stands there: a wrong value is as none. */
type Raw = Record<string, unknown>

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((each) => each === value)
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined)
const whole = (value: unknown): number | undefined => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)

export const changeKinds = ['edited', 'moved', 'split', 'merged', 'added', 'removed'] as const
export type ChangeKind = (typeof changeKinds)[number]
export const documentSorts = ['path', 'updated', 'left'] as const
export type DocumentSort = (typeof documentSorts)[number]
export const reviseWays = ['file', 'paste', 'edit'] as const
export type ReviseWay = (typeof reviseWays)[number]

export const signInSearch = (raw: Raw): { next?: string } => ({ next: text(raw.next) })
export const workSearch = (raw: Raw): { language?: string } => ({ language: text(raw.language) })
export const projectSearch = (raw: Raw): { find?: string; status?: Status; sort?: DocumentSort; archived?: true } => ({
  find: text(raw.find),
  status: oneOf<Status>(statuses, raw.status),
  sort: oneOf(documentSorts, raw.sort),
  archived: raw.archived === true || undefined,
})
export const documentSearch = (raw: Raw): { from?: number; to?: number; kind?: ChangeKind } => ({ from: whole(raw.from), to: whole(raw.to), kind: oneOf(changeKinds, raw.kind) })
export const reviseSearch = (raw: Raw): { by?: ReviseWay; kind?: ChangeKind } => ({ by: oneOf(reviseWays, raw.by), kind: oneOf(changeKinds, raw.kind) })
export const peopleSearch = (raw: Raw): { tab?: 'accounts' | 'invitations'; find?: string } => ({ tab: oneOf(['accounts', 'invitations'] as const, raw.tab), find: text(raw.find) })
export const previewViews = ['texts', 'page', 'bytes', 'fallbacks'] as const
export type PreviewView = (typeof previewViews)[number]
export const previewSearch = (raw: Raw): { view?: PreviewView; content?: 'approved'; unit?: number } => ({
  view: oneOf(previewViews, raw.view),
  content: oneOf(['approved'] as const, raw.content),
  unit: whole(raw.unit),
})
