// All rules over one memo, in the order of the text.
import { createHash } from 'node:crypto'
import { checkRules, type Finding } from '../../shared/checks.ts'
import type { CheckedMemo, Draft, Rule } from './checked-memo.ts'
import { staleCitations } from './rules/citations.ts'
import { contestedClaim } from './rules/contested-claim.ts'
import { singleSource, uncitedJudgment } from './rules/judgments.ts'
import { likelihoodAndConfidence, mixedLikelihood, vagueLikelihood } from './rules/likelihood.ts'
import { missingMetadata } from './rules/metadata.ts'
import { quotations } from './rules/quotations.ts'
import { acronyms, loadedWords } from './rules/words.ts'

const ofAnyLanguage: readonly Rule[] = [uncitedJudgment, singleSource, contestedClaim, quotations, staleCitations, missingMetadata]

/** Rules that know English words. */
const ofEnglish: readonly Rule[] = [likelihoodAndConfidence, mixedLikelihood, vagueLikelihood, loadedWords, acronyms]

/** The same finding in the same sentence has the same key, wherever the sentence moves. */
const keyOf = ({ rule, detail, sentence }: Draft, times: number): string =>
  `${rule} ${createHash('sha256').update(`${detail}\n${times}\n${sentence.text}`).digest('hex').slice(0, 32)}`

/** `setAside` holds the reason for each finding that was set aside, by its key. */
export function runChecks(memo: CheckedMemo, language: string, setAside: ReadonlyMap<string, string>): Finding[] {
  const rules = /^en(?:-|$)/i.test(language) ? [...ofAnyLanguage, ...ofEnglish] : ofAnyLanguage
  const drafts = rules.flatMap((rule) => rule(memo))
  const seen = new Map<string, number>()
  return drafts
    .map((draft): Finding => {
      const { rule, sentence, start, end, detail, explanation, fix } = draft
      const same = `${rule} ${detail} ${sentence.text}`
      const times = seen.get(same) ?? 0
      seen.set(same, times + 1)
      const key = keyOf(draft, times)
      const words = sentence.block.text.slice(start, end)
      return { key, rule, block: sentence.block.index, start, end, words, explanation, fix: fix ?? null, setAside: setAside.get(key) ?? null }
    })
    .toSorted((a, b) => a.block - b.block || a.start - b.start || checkRules.indexOf(a.rule) - checkRules.indexOf(b.rule))
}
