export interface DiffPart {
  type: 'same' | 'inserted' | 'deleted'
  text: string
}
