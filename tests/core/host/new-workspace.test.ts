import { describe, expect, test } from 'vitest'
import { workspaceFileName } from '../../../src/core/host/new-workspace.ts'

describe('the name of a workspace as a file name', () => {
  test.each([
    ['Library', 'Library.groundwork'],
    ['Library.groundwork', 'Library.groundwork'],
    ['../../etc/passwd', 'etc passwd.groundwork'],
    ['.hidden', 'hidden.groundwork'],
    ['a:b*c?"<>|', 'a b c.groundwork'],
    ['Лист 第一', 'Лист 第一.groundwork'],
    ['Cafe\u0301', 'Caf\u00e9.groundwork'],
    ['_ours', '_ours.groundwork'],
    ['x'.repeat(300), `${'x'.repeat(108)}.groundwork`],
    ['right\u202eleft', 'right left.groundwork'],
  ])('%j becomes %j', (name, file) => {
    expect(workspaceFileName(name)).toBe(file)
  })

  test.each(['...', '///', 'CON', 'nul.groundwork', 'com¹', '---', '\u200b'])('%j is refused', (name) => {
    expect(() => workspaceFileName(name)).toThrow('Choose a name with letters or digits.')
  })
})
