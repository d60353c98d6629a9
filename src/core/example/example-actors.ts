// The worked example: who the bundled article names.
import type { ActorFields } from '../../shared/items.ts'

/** An actor with the words that name it in the article, none for one that is only referred to. */
export interface ExampleActor {
  name: string
  mentions: string[]
  kind: NonNullable<ActorFields['actorKind']>
  aliases?: string[]
  role?: string
  memberOf?: ActorKey
}

export type ActorKey =
  | 'author' | 'time' | 'putin' | 'ushakov' | 'dmitriev' | 'kremlin' | 'russia'
  | 'trump' | 'administration' | 'witkoff' | 'kushner' | 'rubio' | 'us' | 'ukraine' | 'europe'

export const exampleActors: Record<ActorKey, ExampleActor> = {
  time: { name: 'TIME', mentions: [], kind: 'organisation', role: 'publisher of the article' },
  author: { name: 'Author of the article', mentions: [], kind: 'person', role: 'writes opinion for TIME', memberOf: 'time' },
  russia: { name: 'Russia', mentions: ['Russia’s war against Ukraine'], kind: 'state', aliases: ['Moscow'] },
  kremlin: { name: 'The Kremlin', mentions: ['The Kremlin has been in the happy position'], kind: 'organisation', aliases: ['Kremlin'], memberOf: 'russia' },
  putin: { name: 'Vladimir Putin', mentions: ['Vladimir Putin', 'Putin has never negotiated', 'Putin will continue'], kind: 'person', aliases: ['Putin'], role: 'President of Russia', memberOf: 'kremlin' },
  ushakov: { name: 'Yuri Ushakov', mentions: ['Yuri Ushakov'], kind: 'person', aliases: ['Ushakov'], role: 'adviser to Vladimir Putin', memberOf: 'kremlin' },
  dmitriev: { name: 'Kirill Dmitriev', mentions: ['Kirill Dmitriev'], kind: 'person', aliases: ['Dmitriev'], role: 'Russian counterpart of Steve Witkoff', memberOf: 'russia' },
  us: { name: 'United States', mentions: ['the U.S. will have to stop'], kind: 'state', aliases: ['U.S.', 'US'] },
  administration: { name: 'Trump Administration', mentions: ['divisions within the Trump Administration', 'The Trump Administration must now decide'], kind: 'organisation', aliases: ['the Administration'], memberOf: 'us' },
  trump: { name: 'Donald Trump', mentions: ['President Donald Trump'], kind: 'person', aliases: ['Trump'], role: 'President of the United States', memberOf: 'administration' },
  witkoff: { name: 'Steve Witkoff', mentions: ['Steve Witkoff'], kind: 'person', aliases: ['Witkoff'], role: 'U.S. Special Envoy', memberOf: 'administration' },
  kushner: { name: 'Jared Kushner', mentions: ['Jared Kushner'], kind: 'person', aliases: ['Kushner'], role: 'son-in-law of Donald Trump and diplomatic troubleshooter' },
  rubio: { name: 'Marco Rubio', mentions: ['Marco Rubio'], kind: 'person', aliases: ['Rubio'], role: 'U.S. Secretary of State', memberOf: 'administration' },
  ukraine: { name: 'Ukraine', mentions: ['security for Ukraine'], kind: 'state' },
  europe: { name: 'Europe', mentions: ['The Europeans could finally agree'], kind: 'group', aliases: ['the Europeans', 'Europeans'] },
}
