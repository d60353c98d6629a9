// A field that picks another code: to merge into, or to move notes to.
import type { Code } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { Picker, type PickerChoice } from '../interface/picker.tsx'
import { act } from '../notices/notices.ts'
import { findCodes } from '../reader/code-options.ts'
import { makeCode } from '../reader/make-code.ts'

interface CodeChoiceProps {
  label: string
  placeholder: string
  /** Codes that cannot be picked. */
  without: (code: Code) => boolean
  onPick: (code: Id) => unknown
  /** Whether a path that is not there makes a new code. */
  creates?: boolean
}

/** Finds codes by any words of their path. */
export function CodeChoice({ label, placeholder, without, onPick, creates = false }: CodeChoiceProps) {
  const suggest = async (text: string): Promise<PickerChoice[]> => {
    const codes = (await api.codes.list({})).filter((code) => !without(code))
    return findCodes(codes, text).slice(0, 8).map((code) => ({ id: code.id, title: code.path, detail: String(code.uses) }))
  }
  const create = async (typed: string) => {
    const codes = await act(() => api.codes.list({}))
    const made = codes && (await makeCode(codes, typed))
    if (made) onPick(made)
  }
  return (
    <Picker
      label={label}
      value=""
      placeholder={placeholder}
      suggest={suggest}
      onPick={(choice) => onPick(choice.id)}
      {...(creates ? { creates: 'code', onCreate: (typed: string) => void create(typed) } : {})}
    />
  )
}
