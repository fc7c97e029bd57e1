import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../server/contract/unit.js'
import { plainText } from '../../server/document/codes.js'
import { Button } from '../components/Button.js'
import { Dialog, DialogActions } from '../components/Dialog.js'
import { CodedText } from '../editor/CodedText.js'
import { languageProps } from '../i18n/languages.js'
import { useDesk } from './desk.js'
import styles from './SplitDialog.module.css'
import { middlePlace, nextPlace, splitPlaces } from './splitPlaces.js'
import { useCell } from './useCell.js'

/** Asks where a unit is to be split. */
export function SplitDialog() {
  const { bench, splitting } = useDesk()
  const id = useCell(splitting)
  const row = id === null ? null : bench.outline.entry(id)?.row
  return row ? <Place key={row.unitId} row={row} /> : null
}

function Place({ row }: { row: UnitRow }) {
  const { t } = useTranslation()
  const { bench, splitting, recut } = useDesk()
  const { source, codes } = row
  const language = languageProps(bench.about.sourceLocale)
  const [places] = useState(() => splitPlaces(source, bench.about.sourceLocale))
  const [index, setIndex] = useState(() => middlePlace(places, source.length))
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const slider = useRef<HTMLDivElement>(null)
  useEffect(() => slider.current?.focus(), [])
  const close = () => splitting.set(null)
  const at = places[index]?.at ?? 0
  const pieces = [source.slice(0, at), source.slice(at)].map((piece) => piece.trim())

  const choose = (next: number) => {
    setIndex(next)
    setError(null)
  }
  const split = async () => {
    if (busy) return
    setBusy(true)
    const refused = await recut.current?.({ kind: 'split', unitId: row.unitId, at })
    setBusy(false)
    if (refused) setError(refused)
    else close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [forward, back] = language.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
    const byCharacter = event.shiftKey || event.ctrlKey
    const next = {
      [forward]: () => nextPlace(places, index, 1, byCharacter),
      [back]: () => nextPlace(places, index, -1, byCharacter),
      Home: () => Math.max(0, nextPlace(places, -1, 1, byCharacter)),
      End: () => Math.min(places.length - 1, nextPlace(places, places.length, -1, byCharacter)),
    }[event.key]
    if (event.key === 'Enter') void split()
    else if (next) choose(next())
    else return
    event.preventDefault()
  }

  if (index === -1)
    return (
      <Dialog title={t('workbench.split.title')} onClose={close}>
        <p>{t('workbench.split.none')}</p>
        <DialogActions>
          <Button onClick={close}>{t('action.close')}</Button>
        </DialogActions>
      </Dialog>
    )
  return (
    <Dialog title={t('workbench.split.title')} onClose={close} wide>
      <p className={styles.hint} id="split-hint">
        {t('workbench.split.hint')}
      </p>
      <div
        ref={slider}
        role="slider"
        tabIndex={0}
        className={`text ${styles.text}`}
        aria-label={t('workbench.split.where')}
        aria-describedby="split-hint"
        aria-valuemin={0}
        aria-valuemax={places.length - 1}
        aria-valuenow={index}
        aria-valuetext={t('workbench.split.place', { before: lastWords(pieces[0]!), after: firstWords(pieces[1]!) })}
        onKeyDown={onKeyDown}
        {...language}
      >
        <Stretches
          row={row}
          at={at}
          starts={places.flatMap((place) => (place.word ? [place.at] : []))}
          onChoose={(chosen) => choose(places.findIndex((place) => place.at === chosen))}
        />
      </div>
      <ol className={styles.pieces} aria-label={t('workbench.split.pieces')}>
        {pieces.map((piece, which) => (
          <li key={which} className="text" {...language}>
            <CodedText text={piece} codes={codes} />
          </li>
        ))}
      </ol>
      {error ? (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      ) : null}
      <DialogActions>
        <Button onClick={close}>{t('action.cancel')}</Button>
        <Button look="primary" busy={busy} onClick={() => void split()}>
          {t('workbench.action.splitHere')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The text in stretches from one place of words to the next: a press goes to the nearer end. */
function Stretches({ row, at, starts, onChoose }: { row: UnitRow; at: number; starts: readonly number[]; onChoose: (at: number) => void }) {
  const { source, codes } = row
  const mark = <span className={styles.mark} aria-hidden="true" />
  return [0, ...starts].map((start, which): ReactNode => {
    const end = starts[which] ?? source.length
    const choose = (event: PointerEvent<HTMLElement>) => {
      const box = event.currentTarget.getBoundingClientRect()
      const late = event.clientX > box.left + box.width / 2 !== (event.currentTarget.closest('[dir]')?.getAttribute('dir') === 'rtl')
      const chosen = late ? end : start
      if (chosen > 0 && chosen < source.length) onChoose(chosen)
    }
    return (
      <span key={start} onPointerDown={choose}>
        {at === start ? mark : null}
        <CodedText text={source.slice(start, at > start && at < end ? at : end)} codes={codes} />
        {at > start && at < end ? (
          <>
            {mark}
            <CodedText text={source.slice(at, end)} codes={codes} />
          </>
        ) : null}
      </span>
    )
  })
}

const heard = 3
const lastWords = (piece: string): string => plainText(piece).trim().split(/\s+/).slice(-heard).join(' ')
const firstWords = (piece: string): string => plainText(piece).trim().split(/\s+/).slice(0, heard).join(' ')
