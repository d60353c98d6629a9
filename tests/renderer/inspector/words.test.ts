// The words of the grades.
import { expect, test } from 'vitest'
import { credibilityChoices, likelihoodChoices, reliabilityChoices } from '../../../src/renderer/inspector/words.ts'

test('likelihood offers both rows of ICD 203 with their ranges, each row together', () => {
  expect(likelihoodChoices.map((choice) => `${choice.group}: ${choice.title}`)).toEqual([
    'Likelihood: almost no chance · 1–5 %',
    'Likelihood: very unlikely · 5–20 %',
    'Likelihood: unlikely · 20–45 %',
    'Likelihood: roughly even chance · 45–55 %',
    'Likelihood: likely · 55–80 %',
    'Likelihood: very likely · 80–95 %',
    'Likelihood: almost certain · 95–99 %',
    'Probability: remote · 1–5 %',
    'Probability: highly improbable · 5–20 %',
    'Probability: improbable · 20–45 %',
    'Probability: roughly even odds · 45–55 %',
    'Probability: probable · 55–80 %',
    'Probability: highly probable · 80–95 %',
    'Probability: nearly certain · 95–99 %',
  ])
})

test('sources are reliable, information is credible, and the words are never mixed', () => {
  const ofSources = reliabilityChoices.map((choice) => choice.title).join(' ')
  const ofInformation = credibilityChoices.map((choice) => choice.title).join(' ')
  expect(ofSources).not.toMatch(/true|confirmed|credib|probable/)
  expect(ofInformation).not.toMatch(/reliab/)
})
