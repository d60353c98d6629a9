// An item: what it says, its fields by kind, the passages it rests on, and who refers to it.
import { Ellipsis } from 'lucide-react'
import type { Id } from '../../shared/identifiers.ts'
import type { Item, ItemChanges, ItemReference } from '../../shared/items.ts'
import { actorCommands } from '../actors/actor-commands.ts'
import { ActorShown } from '../actors/actor-shown.tsx'
import { api } from '../api.ts'
import { runCommand } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { Menu, MenuItem } from '../interface/menu.tsx'
import { TextField } from '../interface/text-field.tsx'
import { deleteWithUndo } from '../library/delete-with-undo.ts'
import { linkable } from '../links/linking.ts'
import { LinksSection } from '../links/links-section.tsx'
import { CitedSentences } from '../memos/cited-sentences.tsx'
import { act } from '../notices/notices.ts'
import { ChosenList } from '../passages/chosen-list.tsx'
import { useCall } from '../queries.ts'
import { openItem } from '../search/open-hit.ts'
import { ActorFields } from './actor-fields.tsx'
import { ClaimStanding } from './claim-standing.tsx'
import { ClaimFields } from './claim-fields.tsx'
import { Missing } from './inspector.tsx'
import { NoteFields } from './note-fields.tsx'
import { PassageCard } from './passage-card.tsx'
import { RecommendationFields } from './recommendation-fields.tsx'
import { kindWords } from './words.ts'

/** Saves changes of an item; the answer ends when they are kept or refused. */
export type ChangeItem = (changes: ItemChanges) => Promise<unknown>

/** The Inspector of one item; `passage` comes first among its passages. */
export function ItemInspector({ item: id, passage }: { item: Id; passage?: Id }) {
  const { data: item, error } = useCall('items', 'get', { item: id })
  if (error) return <Missing what="item" error={error} />
  if (item?.id !== id) return null
  const change: ChangeItem = (changes) => act(() => api.items.update({ item: id, changes }))
  const passages = item.passages.toSorted((a, b) => Number(b.passage.id === passage) - Number(a.passage.id === passage))
  const lines = passages.map((tagged) => ({ tag: tagged.tag, passage: tagged.passage.id, tagged }))
  return (
    <>
      <ItemHead item={item} />
      {item.kind === 'actor' ? <ActorShown item={item} /> : null}
      <TextField
        label={item.kind === 'actor' ? 'Name' : 'Statement'}
        className="inspector-title quiet-field"
        value={item.statement}
        wraps
        required
        onSave={(statement) => change({ statement })}
      />
      <div className="fields">
        {item.claim ? <ClaimFields item={item} claim={item.claim} change={change} /> : null}
        {item.actor ? <ActorFields item={item.id} actor={item.actor} change={change} /> : null}
        {item.recommendation ? <RecommendationFields item={item} recommendation={item.recommendation} change={change} /> : null}
        {item.kind === 'note' ? <NoteFields item={item} change={change} /> : null}
        <TextField labelled label="Comment" className="quiet-field" lines value={item.comment} placeholder="Add a comment" onSave={(comment) => change({ comment })} />
      </div>
      {item.kind === 'claim' ? <ClaimStanding claim={id} /> : null}
      <section className="inspector-section" aria-label="Passages">
        <h3>{item.kind === 'actor' ? 'Mentions' : 'Evidence'} <span className="numbers">{item.passages.length}</span></h3>
        {passages.length === 0 ? <p className="note">No passage yet. Select one in the Reader and tag it with this.</p> : null}
        <ChosenList list={`item ${id}`} title={item.statement} lines={lines} step={50} nameOf={(line) => line.tagged.passage.quote}>
          {({ tagged }) => <PassageCard passage={tagged.passage} tagged={tagged} item={item} />}
        </ChosenList>
      </section>
      <LinksSection key={id} item={id} />
      <CitedSentences kind="item" id={id} />
      <References references={item.references} />
    </>
  )
}

function ItemHead({ item }: { item: Item }) {
  const remove = () => {
    void deleteWithUndo([item], 'items', (gone) => gone.statement, (gone) => api.items.remove({ item: gone.id }))
  }
  return (
    <header className="inspector-head" {...linkable(item.id)}>
      <span className={`kind kind-${item.kind}`}>
        <span className="kind-dot" aria-hidden="true" />
        {kindWords[item.kind]}
      </span>
      <Menu trigger={<IconButton icon={Ellipsis} label="More" />} label="More" align="end">
        <MenuItem disabled={item.passages.length === 0} onSelect={() => void openItem(item.id)}>
          Open first passage
        </MenuItem>
        {item.kind === 'actor'
          ? actorCommands.map(({ name, title, keys }) => (
              <MenuItem key={name} keys={keys[0] ?? ''} onSelect={() => runCommand(name)}>
                {title}
              </MenuItem>
            ))
          : null}
        <MenuItem onSelect={remove}>Delete {kindWords[item.kind].toLowerCase()}</MenuItem>
      </Menu>
    </header>
  )
}

const relationWords: Record<ItemReference['relation'], string> = {
  'speaker of': 'Says',
  'addressee of': 'Is asked to',
  'proponent of': 'Proposes',
  'rests on': 'Rests on',
  'basis of': 'Is a basis of',
}

/** Other items that name this one, by how they do. What this item names stands in its own fields. */
function References({ references }: { references: ItemReference[] }) {
  const shown = references.filter((reference) => reference.relation !== 'rests on')
  const relations = [...new Set(shown.map((reference) => reference.relation))]
  return relations.map((relation) => (
    <section key={relation} className="inspector-section" aria-label={relationWords[relation]}>
      <h3>{relationWords[relation]}</h3>
      <ul>
        {shown
          .filter((reference) => reference.relation === relation)
          .map((reference) => (
            <li key={reference.item}>
              <button type="button" className="reference" {...linkable(reference.item)} onClick={() => useDesk.getState().select({ kind: 'item', id: reference.item })}>
                <span className={`kind-dot kind-${reference.kind}`} aria-hidden="true" />
                <span>{reference.statement}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  ))
}
