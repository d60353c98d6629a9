// SQL of the dossier: what names an actor, and what stands beside its mentions.
import type { DossierLine, DossierSource } from '../../shared/actors.ts'
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'

/** A span of a source that is tagged with an item. */
export interface TaggedPlace {
  source: Id
  version: number
  item: Id
  passage: Id
  start: number
  end: number
}

const lineColumns = `item.id AS item, item.statement, passage.id AS passage, source.id AS source, source.title AS sourceTitle, source.issued, source.reliability`
const firstPassage = `LEFT JOIN passage ON passage.id = (SELECT passage_id FROM tag WHERE tag.item_id = item.id ORDER BY tag.row LIMIT 1)
  LEFT JOIN source ON source.id = passage.source_id`
/** Sources in the trash are left out. */
const kept = 'passage.source_id NOT IN (SELECT id FROM source WHERE trashed_at IS NOT NULL)'
/** What is newest stands first; what has no date last. */
const inOrder = 'ORDER BY source.issued IS NULL, source.issued DESC, item.row'

/** Prepares the statements. */
export function dossierStore(db: Db) {
  const says = db.prepare<[Id], DossierLine>(
    `SELECT ${lineColumns}, NULL AS speaker, claim.stance, claim.status, claim.credibility, NULL AS instrument
     FROM claim JOIN item ON item.id = claim.item_id ${firstPassage} WHERE claim.speaker_id = ? ${inOrder}`,
  )
  const recommendations = (column: string) =>
    db.prepare<[Id], DossierLine>(
      `SELECT ${lineColumns}, proponent.statement AS speaker, NULL AS stance, recommendation.status, NULL AS credibility, recommendation.instrument
       FROM recommendation JOIN item ON item.id = recommendation.item_id
       LEFT JOIN item AS proponent ON proponent.id = recommendation.proponent_id AND recommendation.proponent_id <> recommendation.${column}
       ${firstPassage} WHERE recommendation.${column} = ? ${inOrder}`,
    )
  const asked = recommendations('addressee_id')
  const proposes = recommendations('proponent_id')
  const claimLines = db.prepare<[string], DossierLine>(
    `SELECT ${lineColumns}, speaker.statement AS speaker, claim.stance, claim.status, claim.credibility, NULL AS instrument
     FROM json_each(?) AS wanted JOIN item ON item.id = wanted.value ->> 0 JOIN claim ON claim.item_id = item.id
     LEFT JOIN item AS speaker ON speaker.id = claim.speaker_id
     JOIN passage ON passage.id = wanted.value ->> 1 JOIN source ON source.id = passage.source_id ${inOrder}`,
  )
  const place = `passage.source_id AS source, passage.version, tag.item_id AS item, passage.id AS passage, segment.start, segment."end"`
  const mentions = db.prepare<[Id], TaggedPlace>(
    `SELECT ${place} FROM tag JOIN passage ON passage.id = tag.passage_id JOIN segment ON segment.passage_id = passage.id
     WHERE tag.item_id = ? AND passage.state = 'placed' AND ${kept} ORDER BY passage.source_id, segment.start`,
  )
  const beside = (condition: string) =>
    db.prepare<{ sources: string; actor: Id }, TaggedPlace>(
      `SELECT ${place} FROM json_each(@sources) AS wanted JOIN passage ON passage.source_id = wanted.value AND passage.state = 'placed'
       JOIN segment ON segment.passage_id = passage.id JOIN tag ON tag.passage_id = passage.id ${condition}
       ORDER BY passage.source_id, segment.start`,
    )
  const claimsBeside = beside('JOIN claim ON claim.item_id = tag.item_id WHERE claim.speaker_id IS NOT @actor')
  const actorsBeside = beside('JOIN actor ON actor.item_id = tag.item_id WHERE tag.item_id <> @actor')
  const sources = db.prepare<[Id], DossierSource>(
    `SELECT source.id AS source, source.title, source.issued, source.reliability, count(*) AS mentions,
       (SELECT first.passage_id FROM tag AS first JOIN passage AS at ON at.id = first.passage_id
        JOIN segment ON segment.passage_id = at.id WHERE first.item_id = tag.item_id AND at.source_id = source.id ORDER BY segment.start LIMIT 1) AS passage
     FROM tag JOIN passage ON passage.id = tag.passage_id JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL
     WHERE tag.item_id = ? GROUP BY source.id ORDER BY source.issued IS NULL, source.issued, source.row`,
  )
  return {
    says: (actor: Id) => says.all(actor),
    asked: (actor: Id) => asked.all(actor),
    proposes: (actor: Id) => proposes.all(actor),
    claimLines: (pairs: (readonly [Id, Id])[]) => claimLines.all(JSON.stringify(pairs)),
    mentions: (actor: Id) => mentions.all(actor),
    claimsBeside: (sources: Id[], actor: Id) => claimsBeside.all({ sources: JSON.stringify(sources), actor }),
    actorsBeside: (sources: Id[], actor: Id) => actorsBeside.all({ sources: JSON.stringify(sources), actor }),
    sources: (actor: Id) => sources.all(actor),
  }
}

export type DossierStore = ReturnType<typeof dossierStore>
