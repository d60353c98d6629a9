// Templates of memos: those that come along, and the analyst's own.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { emptyDocument, parseDocument } from '../../shared/memo-document.ts'
import { asTemplate, builtInTemplates } from '../../shared/memo-templates.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import type { CoreContext } from '../context.ts'
import { templatesStore } from './templates-store.ts'

function templateGone(): never {
  throw new GroundworkError('template.gone', 'This template no longer exists. Undo brings back one that was deleted.')
}

/** The calls on templates; `documentFor` answers the document of a new memo, an empty one for no template. */
export function createTemplates(context: CoreContext) {
  const store = templatesStore(context.db)

  function documentFor(template: string | undefined): DocumentNode {
    if (template === undefined) return emptyDocument()
    const builtIn = builtInTemplates.find(({ name }) => name === template)
    if (builtIn) return builtIn.document
    const parsed = parseDocument(store.document(template) ?? templateGone())
    if ('problem' in parsed) throw new GroundworkError('memo.unreadable', `No memo was made of this template, because it holds ${parsed.problem}.`)
    return parsed.document
  }

  const templates: Api['memos']['templates'] = () => store.list()

  const saveTemplate: Api['memos']['saveTemplate'] = ({ name, document }) => {
    const parsed = parseDocument(document)
    if ('problem' in parsed) throw new GroundworkError('memo.unreadable', `The template was not kept, because it holds ${parsed.problem}.`)
    const template = { id: context.newId(), name, createdAt: context.now() }
    context.command('Save template', () => store.insert(template, JSON.stringify(asTemplate(parsed.document))))
    return template
  }

  const removeTemplate: Api['memos']['removeTemplate'] = ({ template }) => {
    if (store.document(template) === undefined) templateGone()
    context.command('Delete template', () => store.remove(template))
    return null
  }

  return { api: { templates, saveTemplate, removeTemplate }, documentFor }
}
