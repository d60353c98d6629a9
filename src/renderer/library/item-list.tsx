// Claims, actors or recommendations: the statement, who, and on how much it rests.
import type { ItemKind, ItemSummary } from '../../shared/items.ts'
import { openDossier } from '../actors/actor-commands.ts'
import { ChosenActors, chooseActors } from '../actors/chosen-actors.tsx'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { linkable } from '../links/linking.ts'
import { useCall } from '../queries.ts'
import { openItem } from '../search/open-hit.ts'
import { deleteWithUndo } from './delete-with-undo.ts'
import { FilteredList } from './filtered-list.tsx'

const words: Partial<Record<ItemKind, { label: string; things: string; empty: string }>> = {
  claim: { label: 'Claims', things: 'claims', empty: 'Select a sentence in the Reader and press C to tag it as a claim.' },
  actor: { label: 'Actors', things: 'actors', empty: 'Select a name in the Reader and press A to tag it as an actor.' },
  recommendation: {
    label: 'Recommendations',
    things: 'recommendations',
    empty: 'Select a sentence in the Reader and press R to tag it as a recommendation.',
  },
}

const remove = (items: readonly ItemSummary[], things: string): Promise<void> =>
  deleteWithUndo(items, things, (item) => item.statement, async (item) => {
    await api.items.remove({ item: item.id })
    const { selection, select } = useDesk.getState()
    if (selection?.kind === 'item' && selection.id === item.id) select(null)
  })

/** One of the tabs of items. */
export function ItemList({ kind }: { kind: 'claim' | 'actor' | 'recommendation' }) {
  const { data, isPending } = useCall('items', 'list', { kind })
  const selection = useDesk((desk) => desk.selection)
  const { label, things, empty } = words[kind] as { label: string; things: string; empty: string }
  return (
    <FilteredList
      label={label}
      things={things}
      rows={data ?? []}
      loading={isPending}
      keyOf={(item) => item.id}
      textOf={(item) => item.statement}
      searchable={(item) => [item.statement, item.detail, item.status]}
      current={selection?.kind === 'item' ? selection.id : null}
      rowHeight={52}
      rowProps={(item) => linkable(item.id)}
      onPreview={(item) => {
        useDesk.getState().select({ kind: 'item', id: item.id })
        useDesk.getState().show('inspector')
      }}
      onOpen={(item) => (kind === 'actor' ? openDossier(item.id) : void openItem(item.id))}
      {...(kind === 'actor' ? { onChoose: chooseActors, after: <ChosenActors /> } : {})}
      onDelete={(items) => void remove(items, things)}
      empty={
        <div className="empty">
          <p>{empty}</p>
          <Button look="outlined" onClick={() => useDesk.getState().show('reader')}>
            Go to the Reader
          </Button>
        </div>
      }
    >
      {(item) => <ItemRow item={item} />}
    </FilteredList>
  )
}

function ItemRow({ item }: { item: ItemSummary }) {
  const rest = [item.detail, item.status === 'open' ? null : item.status].filter(Boolean).join(' · ')
  return (
    <>
      <span className="row-head">
        <span className="row-title row-title-item">{item.statement}</span>
        <span className="row-counts numbers">
          <span className={`kind-${item.kind}`}>{item.passages}</span>
          <span className="visually-hidden">{item.passages === 1 ? ' passage' : ' passages'}</span>
        </span>
      </span>
      {rest ? (
        <span className="row-line">
          <span className="row-detail">{rest}</span>
        </span>
      ) : null}
    </>
  )
}
