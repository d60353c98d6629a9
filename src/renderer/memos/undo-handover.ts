// Undo in the text first; when the text has nothing left to undo, the workspace's own undo takes over.
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import { runCommand } from '../commands/command-registry.ts'
import { matchesKeys, onMac } from '../commands/keys.ts'

/**
 * ProseMirror keeps these keys from the page even where it does nothing with them. A key held down stops at the end of
 * the text's history, so that nobody undoes tags while emptying a paragraph.
 */
export const undoHandover = (): Plugin =>
  new Plugin({
    props: {
      handleKeyDown({ state }, event) {
        const isUndo = matchesKeys(event, 'Mod+Z', onMac)
        const isRedo = matchesKeys(event, 'Mod+Shift+Z', onMac) || matchesKeys(event, 'Mod+Y', onMac)
        if (!isUndo && !isRedo) return false
        if ((isUndo ? undoDepth(state) : redoDepth(state)) > 0) return false
        if (!event.repeat) runCommand(isUndo ? 'history.undo' : 'history.redo')
        return true
      },
    },
  })
