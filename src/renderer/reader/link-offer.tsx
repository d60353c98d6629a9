// A link of the text is never followed by a click: it says where it leads and offers to open it.
import { ExternalLink } from 'lucide-react'
import { api } from '../api.ts'
import { Button } from '../interface/button.tsx'
import { act } from '../notices/notices.ts'
import { BesideText } from './beside-text.tsx'
import type { ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'

/** Shows while a link that was clicked is selected. */
export function LinkOffer({ session }: { session: ReadingSession }) {
  const link = useReading((reading) => reading.link)
  if (!link) return null
  return (
    <BesideText
      session={session}
      spans={[link.span]}
      placements={['bottom', 'top']}
      leaves
      className="reader-toolbar reader-link-offer"
      role="group"
      aria-label="Link"
    >
      <span className="reader-link-address">{link.href}</span>
      <Button look="plain" onClick={() => void open(link.href)}>
        <ExternalLink size={16} strokeWidth={1.5} aria-hidden="true" />
        Open link
      </Button>
    </BesideText>
  )
}

/** The shell asks for consent and opens the address, or leaves that to the browser; a shell with a window refuses the second. */
async function open(url: string): Promise<void> {
  useReading.setState({ link: null })
  const allowed = await act(async () => {
    await api.shell.openExternal({ url })
    return true
  })
  if (allowed) window.open(url, '_blank', 'noopener,noreferrer')
}
