import { createIntl } from '@formatjs/intl'
import { direction } from '../document/language.js'
import { interfaceLocaleFor, translator } from '../messages.js'

export interface MailText {
  subject: string
  text: string
  html: string
}

/** A sign-in link, in a language of the interface. */
export function signInMail(language: string, link: { name: string; url: string; expiresAt: string }): MailText {
  const tag = interfaceLocaleFor(language) ?? 'en'
  const t = translator(tag)
  const paragraphs = [t('mail.hello', { name: link.name }), t('mail.signIn.body'), t('mail.signIn.expires', { time: moment(tag, link.expiresAt) }), t('mail.signIn.ignore')]
  return compose(tag, t('mail.signIn.subject'), paragraphs, { label: t('mail.signIn.button'), url: link.url })
}

/** An invitation; `projects` are the names of what it opens. */
export function invitationMail(language: string, invitation: { name: string | null; invitedBy: string; projects: string[]; url: string; expiresAt: string }): MailText {
  const tag = interfaceLocaleFor(language) ?? 'en'
  const t = translator(tag)
  const { invitedBy, projects } = invitation
  const intl = createIntl({ locale: tag, onError: () => undefined })
  const body =
    projects.length === 0
      ? t('mail.invitation.body', { invitedBy })
      : t('mail.invitation.bodyProjects', { invitedBy, projects: intl.formatList(projects, { type: 'conjunction' }) })
  const greeting = invitation.name === null ? [] : [t('mail.hello', { name: invitation.name })]
  return compose(tag, t('mail.invitation.subject', { invitedBy }), [...greeting, body, t('mail.invitation.expires', { time: moment(tag, invitation.expiresAt) })], {
    label: t('mail.invitation.button'),
    url: invitation.url,
  })
}

/** Date and time in UTC, said so: where the reader is, is not known. */
function moment(language: string, time: string): string {
  return createIntl({ locale: language, timeZone: 'UTC' }).formatDate(time, {
    dateStyle: undefined,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}

function compose(language: string, subject: string, paragraphs: string[], link: { label: string; url: string }): MailText {
  const html = paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`)
  html.splice(-1, 0, `<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>`)
  const text = [...paragraphs]
  text.splice(-1, 0, link.url)
  return {
    subject,
    text: text.join('\n\n') + '\n',
    html: `<!doctype html><html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>${html.join('')}</body></html>`,
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
