import { expect, test } from 'vitest'
import { idSchema } from '../../src/shared/identifiers.ts'

test.each(['x', '', '01A20A62-46C7-7611-9699-962C9A9FD1F6', null, 7])('%j is refused in words', (given) => {
  expect(idSchema.safeParse(given).error?.issues.map(({ message }) => message)).toEqual(['is not an id'])
})

test('a lower-case UUID is an id', () => {
  expect(idSchema.parse('01a20a62-46c7-7611-9699-962c9a9fd1f6')).toBe('01a20a62-46c7-7611-9699-962c9a9fd1f6')
})
