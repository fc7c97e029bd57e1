import { createTransport } from 'nodemailer'

/** Sends mails through SMTP. */
export interface Mailer {
  send(mail: { to: string; subject: string; text: string; html: string }): Promise<void>
  close(): void
}

/** How long a mail server may take to answer, in milliseconds, before somebody is told that no mail was sent. */
const patience = 10_000

/** Sends through the server at `smtp` (`smtp://user:password@host:port`, `smtps:` for TLS from the first byte); connections are kept for the next mail. */
export function createMailer(config: { smtp: string; from: string }): Mailer {
  const transport = createTransport(
    { url: config.smtp, pool: true, disableFileAccess: true, disableUrlAccess: true, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from: config.from },
  )
  return {
    async send(mail) {
      await transport.sendMail(mail)
    },
    close: () => transport.close(),
  }
}

/** Whether the server at `smtp` can be reached and takes our credentials; throws why not, after five seconds at most. */
export async function checkMailServer(smtp: string): Promise<void> {
  const patience = 5000
  const transport = createTransport({ url: smtp, connectionTimeout: patience, greetingTimeout: patience })
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}
