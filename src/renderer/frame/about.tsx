// What the program is, its version, and whose work it stands on.
import { useMemo, useState } from 'react'
import { useCommands, type Command } from '../commands/command-registry.ts'
import { Dialog } from '../interface/dialog.tsx'
import { useCall } from '../queries.ts'

/** Offers `help.about` and shows its dialog. */
export function About() {
  const [open, setOpen] = useState(false)
  const commands = useMemo<Command[]>(
    () => [{ name: 'help.about', title: 'About Groundwork', group: 'Window', keys: [], place: 'anywhere', run: () => setOpen(true) }],
    [],
  )
  useCommands(commands)
  return open ? <AboutDialog onClose={() => setOpen(false)} /> : null
}

/** CPAL 1.0, section 14, asks for the attribution where the program shows its own. */
function AboutDialog({ onClose }: { onClose: () => void }) {
  const version = useCall('shell', 'capabilities', {}).data?.version
  return (
    <Dialog title="About Groundwork" onClose={onClose}>
      <div className="dialog-body" tabIndex={0} data-first-focus role="group" aria-label="Version and licences">
        <p>{version === undefined ? 'Groundwork' : `Groundwork ${version}`}, under the MIT licence.</p>
        <p>
          Citations are formatted with citeproc-js, copyright © 2009–2019 Frank Bennett, under the Common Public Attribution
          License 1.0 (github.com/Juris-M/citeproc-js).
        </p>
        <p>
          Citation styles and locales are by the authors and translators of the Citation Style Language project
          (citationstyles.org), unchanged, under Creative Commons Attribution-ShareAlike 3.0 (creativecommons.org/licenses/by-sa/3.0).
        </p>
        <p>Papers are set by Typst (Apache 2.0), in Source Serif 4, Noto and JetBrains Mono (SIL Open Font License 1.1).</p>
        <p>All packages and their licences are listed in THIRD-PARTY-NOTICES.md, which comes with the program.</p>
      </div>
    </Dialog>
  )
}
