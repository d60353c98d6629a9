// THE contract: every call that crosses from a client to the core or the shell, and every event back.
//
// Each call takes one object and returns one value that JSON can carry. Failures are GroundworkErrors.
// Offsets are UTF-16 code units of a source's canonical string, ends exclusive; instants are ISO 8601 UTC.
import type { z } from 'zod'
import { boardArguments, type Advice, type BoardOrder, type BoardRow, type Standing } from './board.ts'
import { actorsArguments, type ActorParts, type ActorTies, type Dossier, type ProposedMentions } from './actors.ts'
import { backupsArguments, type Backup, type CheckReport, type Safety, type SalvageReport } from './backups.ts'
import { checksArguments, type Finding } from './checks.ts'
import { chartsArguments, type ChartChoices, type ChartData } from './charts.ts'
import { citationsArguments, type CitationStyle, type FormattedCitations, type RestingSentence } from './citations.ts'
import { collectionsArguments, type Collection } from './collections.ts'
import { codeQueriesArguments, type CodeQueryResult, type CodeTable, type KeptCodeQuery } from './code-queries.ts'
import { codesArguments, type Code, type CodebookEntry } from './codes.ts'
import { exportsArguments, type ExportedFile, type Preview, type RichText } from './exports.ts'
import { historyArguments, type Command, type HistoryState, type HistoryStep } from './history.ts'
import type { Id } from './identifiers.ts'
import { imagesArguments, type MemoImage } from './images.ts'
import { itemsArguments, type ActorSuggestion, type Item, type ItemSummary, type SimilarItem, type TagResult, type TagsMoved } from './items.ts'
import { jobsArguments, type JobProgress } from './jobs.ts'
import { libraryArguments, type LibraryOrder, type LibraryRow, type LibraryValue } from './library.ts'
import { likenessArguments, type LikeSource } from './likeness.ts'
import { linksArguments, type Link } from './links.ts'
import type { OwnTemplate } from './memo-templates.ts'
import type { MemoVersion, MemoVersionText } from './memo-versions.ts'
import { memosArguments, type Memo, type MemoSaved, type MemoSummary } from './memos.ts'
import { passagesArguments, type PassageDetail, type PassageLine, type PassageMark, type PassageReview, type PlacedMark } from './passages.ts'
import { reviewsArguments, type Review } from './reviews.ts'
import { searchArguments, type SavedSearch, type SearchHit, type SearchResults } from './search.ts'
import { shellArguments, type Capabilities, type OpeningProblem, type RecentWorkspace, type StagedFile } from './shell.ts'
import { sourcesArguments, type ImportReport, type Correction, type Source, type SourceSummary, type SourceText } from './sources.ts'
import { suggestionsArguments, type Suggestions } from './suggestions.ts'
import { trashArguments, type Losses } from './trash.ts'
import { workspaceArguments, type Desk, type Workspace } from './workspace.ts'

/** The validated arguments of every call, by feature and name; dispatch checks with these. */
export const apiArguments = {
  workspace: workspaceArguments,
  sources: sourcesArguments,
  library: libraryArguments,
  collections: collectionsArguments,
  trash: trashArguments,
  passages: passagesArguments,
  items: itemsArguments,
  actors: actorsArguments,
  codes: codesArguments,
  codeQueries: codeQueriesArguments,
  board: boardArguments,
  likeness: likenessArguments,
  links: linksArguments,
  memos: memosArguments,
  citations: citationsArguments,
  checks: checksArguments,
  reviews: reviewsArguments,
  search: searchArguments,
  suggestions: suggestionsArguments,
  exports: exportsArguments,
  charts: chartsArguments,
  images: imagesArguments,
  history: historyArguments,
  jobs: jobsArguments,
  backups: backupsArguments,
  shell: shellArguments,
}

type ArgumentsOf = typeof apiArguments
type In<F extends keyof ArgumentsOf, C extends keyof ArgumentsOf[F]> = z.infer<
  ArgumentsOf[F][C] extends z.ZodType ? ArgumentsOf[F][C] : never
>

/** Nothing to say: the call succeeded. */
export type Done = null

export interface Api {
  workspace: {
    /** The open workspace with counts of what is in it. */
    get(args: In<'workspace', 'get'>): Workspace
    /** What the window showed last; sources and memos that are gone are left out. */
    desk(args: In<'workspace', 'desk'>): Desk
    /** Keeps what the window shows; not part of undo. */
    saveDesk(args: In<'workspace', 'saveDesk'>): Done
  }
  sources: {
    /** Every source that is not in the trash, newest capture first. */
    list(args: In<'sources', 'list'>): SourceSummary[]
    /** One source's metadata; `source.gone` when there is none. */
    get(args: In<'sources', 'get'>): Source
    /** A version of a source's text, the current one unless said; `source.gone` when there is none. */
    text(args: In<'sources', 'text'>): SourceText
    /** Changes metadata, reliability or retraction; a changed field loses its provenance. Undoable. */
    update(args: In<'sources', 'update'>): Source
    /**
     * Keeps corrected blocks as a new version of the text and carries the passages over, in one command. `source.stale`
     * (details.version is the current one) when `version` is not the current one, `source.empty` without any words.
     */
    correct(args: In<'sources', 'correct'>): Correction
    /** Imports staged files one by one, each durable before the next; reports progress under `job`. Undoable file by file. */
    importFiles(args: In<'sources', 'importFiles'>): Promise<ImportReport>
    /** Fetches the page at a web address of the public internet and imports it, under `job`. Undoable. */
    importUrl(args: In<'sources', 'importUrl'>): Promise<ImportReport>
    /** Imports pasted or typed text as one source. Undoable. */
    importText(args: In<'sources', 'importText'>): Promise<ImportReport>
    /** Puts a source into the trash. Undoable. */
    remove(args: In<'sources', 'remove'>): Done
    /** Makes the original bytes available as a file. */
    original(args: In<'sources', 'original'>): ExportedFile
  }
  library: {
    /** Which sources fit a filter, in order; their rows are asked for as they come in sight. */
    order(args: In<'library', 'order'>): LibraryOrder
    /** Some sources with what was tagged in them, in any order; those that are gone are left out. */
    rows(args: In<'library', 'rows'>): LibraryRow[]
    /** The values that sources have in a field, the most frequent first; at most 60. */
    values(args: In<'library', 'values'>): LibraryValue[]
    /** The sources of an order whose titles start with a text, packed as there, in no order. */
    startingWith(args: In<'library', 'startingWith'>): string
    /** Marks how far sources were read, all in one command. Undoable. */
    setProgress(args: In<'library', 'setProgress'>): Done
    /** Grades sources, all in one command. Undoable. */
    setGrade(args: In<'library', 'setGrade'>): Done
  }
  collections: {
    /** The tree, parents before children, with how many sources are in each. */
    list(args: In<'collections', 'list'>): Collection[]
    /** A new one, last under its parent; `collection.invalid` for a name taken there. Undoable. */
    create(args: In<'collections', 'create'>): Collection
    /** Undoable. */
    rename(args: In<'collections', 'rename'>): Collection
    /** Puts it elsewhere in the tree; `collection.invalid` into itself or what is below it. Undoable. */
    move(args: In<'collections', 'move'>): Collection
    /** Removes it and those below it; the sources stay. Undoable. */
    remove(args: In<'collections', 'remove'>): Done
    /** Puts sources into it; those that are in it stay. Undoable. */
    add(args: In<'collections', 'add'>): Done
    /** Takes sources out of it; they stay in the workspace. Undoable. */
    take(args: In<'collections', 'take'>): Done
    /** The collections that hold a source. */
    of(args: In<'collections', 'of'>): Id[]
  }
  trash: {
    /** Puts sources into the trash: no list, search or count knows them, and nothing of them is lost. Undoable. */
    put(args: In<'trash', 'put'>): Done
    /** Brings sources back from the trash as they were. Undoable. */
    restore(args: In<'trash', 'restore'>): Done
    /** What emptying the trash would take from memos: nothing is changed by asking. */
    losses(args: In<'trash', 'losses'>): Losses
    /**
     * Deletes what is in the trash for good, with its original bytes and what the history holds of it; citations keep
     * their quotations. Not undoable.
     */
    empty(args: In<'trash', 'empty'>): Losses
  }
  passages: {
    /** All passages of a source's current text, or those within a span of it, in order of their first segment; those under review are not among them. */
    list(args: In<'passages', 'list'>): PassageMark[]
    /** Those of these passages that stand in the current text of their source, as `list` has them; the others are left out. */
    marks(args: In<'passages', 'marks'>): PlacedMark[]
    /** One passage whole; `passage.gone` when there is none. */
    get(args: In<'passages', 'get'>): PassageDetail
    /** The passages that exist among those asked for, in the order asked; missing ones are left out. */
    describe(args: In<'passages', 'describe'>): PassageDetail[]
    /** A passage without a tag, to be cited; an existing one with the same spans is returned. Undoable. */
    create(args: In<'passages', 'create'>): PassageDetail
    /** Moves a passage's bounds; one under review is placed in the current text by it. Settles a review. Undoable. */
    setBounds(args: In<'passages', 'setBounds'>): PassageDetail
    /** Removes a passage and its tags; items left without evidence or mention go with it. Undoable. */
    remove(args: In<'passages', 'remove'>): Done
    /** The passages of a source that a correction touched and nobody has confirmed, in reading order. */
    review(args: In<'passages', 'review'>): PassageReview[]
    /** Agrees to where a passage is now or is proposed to be; `passage.unplaced` without a proposal. Undoable. */
    confirm(args: In<'passages', 'confirm'>): Done
    /**
     * The tagged passages of an item or a code in order of tagging, of a source in reading order, of several items one
     * after another, or those that a search finds, best first and at most 5,000; at first without their words.
     */
    lines(args: In<'passages', 'lines'>): PassageLine[]
    /**
     * Writes the passages of these tags to a file: quote, source, author, date, paragraph, item, code, role and remark.
     * Tags that are gone are passed over; `tag.gone` when none is left. No cell of the CSV is read as a formula.
     */
    exportLines(args: In<'passages', 'exportLines'>): ExportedFile
  }
  items: {
    /** Items by kind or source, by first appearance within a source, else by statement. */
    list(args: In<'items', 'list'>): ItemSummary[]
    /** One item whole; `item.gone` when there is none. */
    get(args: In<'items', 'get'>): Item
    /** Actors whose name or an alias has a word that starts with the text; best first. */
    suggestActors(args: In<'items', 'suggestActors'>): ActorSuggestion[]
    /** Tags a selection or a passage with a new or an existing item, in one command. Undoable. */
    tag(args: In<'items', 'tag'>): TagResult
    /** Claims (or recommendations) that say much the same as the text, by the words in common; best first. */
    suggestClaims(args: In<'items', 'suggestClaims'>): SimilarItem[]
    /**
     * Keeps what the form of a tag says: fields, actors made where they are new, or the item that the passage is one
     * more piece of evidence for. Undoable as one with the tag itself while nothing was done since.
     */
    complete(args: In<'items', 'complete'>): TagResult
    /** Takes a tag off; a passage left bare and an item left unused go with it. Undoable. */
    untag(args: In<'items', 'untag'>): Done
    /** Changes a tag's role or comment. Undoable. */
    setTag(args: In<'items', 'setTag'>): Done
    /**
     * Moves tags to another item, or to a code: there a note that moves whole stays one note, and every other tag becomes
     * a note of its own. To a kind, each item's passages come under one new item of that kind with its statement; an
     * actor is named by a passage's own words, and one of that name is taken before one is made. Tags that are gone are passed over; items left unused go. Undoable as one.
     */
    moveTags(args: In<'items', 'moveTags'>): TagsMoved
    /** Gives many tags one role. Undoable as one. */
    setRoles(args: In<'items', 'setRoles'>): Done
    /** Takes many tags off, as `untag` does one. Undoable as one. */
    untagMany(args: In<'items', 'untagMany'>): Done
    /** An item without evidence, for example an actor named only as addressee. Undoable. */
    create(args: In<'items', 'create'>): Item
    /** Changes any of an item's fields; `item.invalid` for a field its kind does not have. Undoable. */
    update(args: In<'items', 'update'>): Item
    /** Removes an item and its tags. Undoable. */
    remove(args: In<'items', 'remove'>): Done
    /** Removes many items and their tags; those that are gone are passed over. Undoable as one. */
    removeMany(args: In<'items', 'removeMany'>): Done
    /**
     * Makes claims, or recommendations, one: `into` keeps its words and takes passages, links and comments of the others,
     * and their fields where it has none. `item.invalid` for other kinds. Undoable as one.
     */
    merge(args: In<'items', 'merge'>): Item
  }
  actors: {
    /** Every occurrence of an actor's names that is not tagged with it, for the analyst to accept. Long work under `job`; `job.cancelled` when stopped. */
    findMentions(args: In<'actors', 'findMentions'>): Promise<ProposedMentions>
    /** Tags spans as mentions of an actor, in one command; `source.stale` when a text was corrected meanwhile. Undoable. */
    tagMentions(args: In<'actors', 'tagMentions'>): { tagged: number }
    /** Moves everything of some actors to one of them, their names as aliases, and removes them. Undoable. */
    merge(args: In<'actors', 'merge'>): Item
    /** Whom an actor belongs to, who belongs to it, and who is perhaps the same. */
    ties(args: In<'actors', 'ties'>): ActorTies
    /** Makes an actor a member of another, which is made when only its name is given and nobody has it; `item.invalid` for itself. Undoable. */
    join(args: In<'actors', 'join'>): ActorTies
    /** Ends a membership. Undoable. */
    leave(args: In<'actors', 'leave'>): ActorTies
    /** What a split may move out of an actor; at most 20,000 mentions. */
    parts(args: In<'actors', 'parts'>): ActorParts
    /** Moves names, mentions and statements of an actor to another or a new one; answers that one. Undoable. */
    split(args: In<'actors', 'split'>): Item
    /** All that the workspace knows of an actor; `item.gone` when there is none. */
    dossier(args: In<'actors', 'dossier'>): Dossier
  }
  codes: {
    /** The whole tree, parents before children. */
    list(args: In<'codes', 'list'>): Code[]
    /** Undoable. */
    create(args: In<'codes', 'create'>): Code
    /** Changes a name, colour, meaning or key; `code.invalid` when another code has that name there or that key. Undoable. */
    update(args: In<'codes', 'update'>): Code
    /** Puts a code under another parent or elsewhere among its siblings; `code.invalid` under itself or what is below it. Undoable. */
    move(args: In<'codes', 'move'>): Code
    /**
     * Moves all notes and children of a code into another and removes it; children of one name become one, and a note
     * that says nothing more than one already on the same passages goes. `code.invalid` into what is below it. Undoable.
     */
    merge(args: In<'codes', 'merge'>): Code
    /** The tags of a code's passages that were chosen as its examples. */
    examples(args: In<'codes', 'examples'>): Id[]
    /** Makes a tag's passage an example of its item's code, or no longer one; `tag.gone` when there is none. Undoable. */
    setExample(args: In<'codes', 'setExample'>): Done
    /** The passages of every code that were chosen as examples, filled up to three with its first ones. */
    codebook(args: In<'codes', 'codebook'>): CodebookEntry[]
    /** Writes all codes with their meanings, counts and examples to a Markdown file. */
    exportCodebook(args: In<'codes', 'exportCodebook'>): ExportedFile
    /** Removes a code; its children move to its parent, its notes lose their code. Undoable. */
    remove(args: In<'codes', 'remove'>): Done
  }
  codeQueries: {
    /** The passages that a query finds, of all sources that are not in the trash; `code.gone` or `item.gone` for a term that is gone. */
    run(args: In<'codeQueries', 'run'>): CodeQueryResult
    /** How often the codes of one level and the fixed kinds stand together; each code counts with all below it. */
    table(args: In<'codeQueries', 'table'>): CodeTable
    /** The queries kept under a name, by name. */
    kept(args: In<'codeQueries', 'kept'>): KeptCodeQuery[]
    /** Keeps a query; one of the same name is replaced. Undoable. */
    keep(args: In<'codeQueries', 'keep'>): KeptCodeQuery
    /** Forgets a kept query; `search.gone` when there is none. Undoable. */
    forget(args: In<'codeQueries', 'forget'>): Done
  }
  board: {
    /** The claims that fit a filter, in order and in groups; their rows are asked for as they come in sight. */
    order(args: In<'board', 'order'>): BoardOrder
    /** Some claims with their evidence added up, in any order; copies of one text count once. Claims that are gone are left out. */
    rows(args: In<'board', 'rows'>): BoardRow[]
    /** The recommendations that have these words, by addressee or instrument, with the claims that they rest on. */
    recommendations(args: In<'board', 'recommendations'>): Advice
    /** What one claim rests on, for and against, source by source; all zero for what is no claim. */
    standing(args: In<'board', 'standing'>): Standing
    /** Gives claims a status, all in one command. Undoable. */
    setStatus(args: In<'board', 'setStatus'>): Done
    /** Gives recommendations a status, all in one command. Undoable. */
    setAdviceStatus(args: In<'board', 'setAdviceStatus'>): Done
    /** Writes rows of the board to a file, in the order given, as a table or a text; `item.gone` when none of them is left. */
    exportRows(args: In<'board', 'exportRows'>): ExportedFile
  }
  likeness: {
    /** The sources that are near-identical to one, the most alike first: copies, reprints, excerpts. */
    of(args: In<'likeness', 'of'>): LikeSource[]
    /** All groups of near-identical sources by id, each of two or more; a group counts as one source of evidence. */
    groups(args: In<'likeness', 'groups'>): Id[][]
  }
  links: {
    /** The links of an item, those from it before those to it; what a recommendation rests on is among its fields instead. */
    of(args: In<'links', 'of'>): Link[]
    /** Links two items; one of the same type between them is returned. `item.invalid` to itself. Undoable. */
    create(args: In<'links', 'create'>): { link: Id }
    /** Changes type or note; `item.invalid` where there is a link of that type already. Undoable. */
    update(args: In<'links', 'update'>): Done
    /** Undoable. */
    remove(args: In<'links', 'remove'>): Done
  }
  memos: {
    /** Every memo, last saved first. */
    list(args: In<'memos', 'list'>): MemoSummary[]
    /** A memo with its document as stored; `memo.gone` when there is none. */
    get(args: In<'memos', 'get'>): Memo
    /** A memo, empty or from a template; `template.gone`. Undoable. */
    create(args: In<'memos', 'create'>): Memo
    /** Undoable. */
    updateHead(args: In<'memos', 'updateHead'>): Memo
    /** Keeps the document; `memo.stale` (details.revision is the stored one) when `revision` is not the stored one. */
    save(args: In<'memos', 'save'>): MemoSaved
    /** The same with no more than what differs from the stored document, which a long memo's every second needs. */
    saveChange(args: In<'memos', 'saveChange'>): MemoSaved
    /** Undoable. */
    remove(args: In<'memos', 'remove'>): Done
    /** How many words a memo is to have; null where nothing was set. */
    target(args: In<'memos', 'target'>): number | null
    /** Sets how many words a memo is to have, null for no target. Undoable. `memo.gone`. */
    setTarget(args: In<'memos', 'setTarget'>): Done
    /** The analyst's own templates, by name. */
    templates(args: In<'memos', 'templates'>): OwnTemplate[]
    /** Keeps a document as a template, without its citations and comments; `memo.unreadable`. Undoable. */
    saveTemplate(args: In<'memos', 'saveTemplate'>): OwnTemplate
    /** Deletes one of the analyst's own templates; `template.gone`. Undoable. */
    removeTemplate(args: In<'memos', 'removeTemplate'>): Done
    /** Earlier states of a memo's text, newest first; what is stored now is not among them unless it was named. */
    versions(args: In<'memos', 'versions'>): MemoVersion[]
    /** An earlier state whole; `version.gone` when it was thinned out, `version.unreadable` when its bytes are broken. */
    version(args: In<'memos', 'version'>): MemoVersionText
    /**
     * Names a version, null for the text as it is stored now, so that it is kept for ever; an empty name takes the name
     * away. Undoable. `memo.gone`, `version.gone`.
     */
    nameVersion(args: In<'memos', 'nameVersion'>): MemoVersion
  }
  checks: {
    /** What the rules find in a memo as it stands in the window or is stored, in its order; those set aside are among them. */
    run(args: In<'checks', 'run'>): Finding[]
    /** Keeps that a finding does not stand, and why; it stays so while its sentence is the same. Undoable. */
    setAside(args: In<'checks', 'setAside'>): Done
    /** A finding stands again. Undoable. */
    takeUp(args: In<'checks', 'takeUp'>): Done
  }
  reviews: {
    /** The sentences of a memo that rest on what is no longer as it was cited, in its order; those kept as written are among them. */
    list(args: In<'reviews', 'list'>): Review[]
    /** What is cited now is what these sentences rest on from now on; what the memo quotes stays for its editor to change. Undoable. */
    accept(args: In<'reviews', 'accept'>): Done
    /** A sentence stays as written against what changed, until something changes again. Undoable. */
    keep(args: In<'reviews', 'keep'>): Done
    /** A sentence that was kept is to be reviewed again. Undoable. */
    takeUp(args: In<'reviews', 'takeUp'>): Done
    /** The sentences of all memos that a change of a source would bring to review; nothing is changed. */
    foresee(args: In<'reviews', 'foresee'>): Review[]
  }
  citations: {
    /** The styles that come along, then the user's own. */
    styles(args: In<'citations', 'styles'>): CitationStyle[]
    /** Keeps a CSL style in the workspace; `style.invalid` says why it cannot be used. Undoable. */
    addStyle(args: In<'citations', 'addStyle'>): CitationStyle
    /** Removes one of the user's own styles; memos in it are then written in the first one. Undoable. */
    removeStyle(args: In<'citations', 'removeStyle'>): Done
    /** Citations as a style writes them, and the list of their sources. May take seconds for a thousand sources at once, and little for a change. */
    format(args: In<'citations', 'format'>): FormattedCitations
    /** Every memo sentence that rests on a source, a passage or an item, the last saved memo first. */
    restingOn(args: In<'citations', 'restingOn'>): RestingSentence[]
  }
  search: {
    /**
     * Hits over the whole workspace, by rank: words, "phrases", -exclusions and the filters of `search-query.ts`; any
     * other input is plain words and never an error.
     */
    everything(args: In<'search', 'everything'>): SearchResults
    /** The searches kept under a name, by name. */
    saved(args: In<'search', 'saved'>): SavedSearch[]
    /** Keeps a search; one of the same name is replaced. Undoable. */
    save(args: In<'search', 'save'>): SavedSearch
    /** Forgets a kept search; `search.gone` when there is none. Undoable. */
    forget(args: In<'search', 'forget'>): Done
    /** Passages to cite, found by their words or by the item or source they belong to. */
    citable(args: In<'search', 'citable'>): SearchHit[]
  }
  suggestions: {
    /** What rules propose in a source's current text and nobody decided yet; nothing is tagged by it. May take a second for a long text. */
    list(args: In<'suggestions', 'list'>): Promise<Suggestions>
    /** Tags a proposed span with the fields given, which the analyst may have corrected; it is not proposed again. Undoable as one. */
    accept(args: In<'suggestions', 'accept'>): TagResult
    /** Keeps that a proposal is not wanted; it is not proposed again. Undoable. */
    reject(args: In<'suggestions', 'reject'>): Done
  }
  charts: {
    /** The numbers of a chart as they are now. */
    data(args: In<'charts', 'data'>): ChartData
    /** What charts can be narrowed to. */
    choices(args: In<'charts', 'choices'>): ChartChoices
  }
  images: {
    /** Takes a PNG or JPEG image in; the same bytes are the same image. `image.invalid` says why not. */
    add(args: In<'images', 'add'>): MemoImage
    /** Makes an image available as a file; `image.gone` when it is not there. */
    show(args: In<'images', 'show'>): ExportedFile
  }
  exports: {
    /** Writes a memo to a file; `export.failed` says why when it cannot. */
    memo(args: In<'exports', 'memo'>): Promise<ExportedFile>
    /** Draws pages of the PDF that an export would write now. */
    preview(args: In<'exports', 'preview'>): Promise<Preview>
    /** Writes the sources that a memo cites to a file of CSL-JSON. */
    references(args: In<'exports', 'references'>): ExportedFile
    /** A memo for the clipboard, with its notes and its source list. */
    richText(args: In<'exports', 'richText'>): Promise<RichText>
  }
  history: {
    /** Commands, newest first. */
    list(args: In<'history', 'list'>): Command[]
    /** What undo and redo would do. */
    state(args: In<'history', 'state'>): HistoryState
    /** Undoes the newest command that stands. */
    undo(args: In<'history', 'undo'>): HistoryStep
    /** Redoes the oldest command that was undone. */
    redo(args: In<'history', 'redo'>): HistoryStep
  }
  jobs: {
    /**
     * Asks a job to stop after what it is doing. What is done stays; of a change that is undone as one, nothing. Such calls
     * take a `job`, report progress under it, and reject with `job.cancelled` when they are stopped.
     */
    cancel(args: In<'jobs', 'cancel'>): Done
  }
  backups: {
    /** How safe the open workspace is: its newest backup, what the last check found, what went wrong. */
    state(args: In<'backups', 'state'>): Safety
    /** Backups of the open workspace, newest first. */
    list(args: In<'backups', 'list'>): Backup[]
    /** Makes and verifies a backup now, while work goes on; reports progress under `job`. */
    make(args: In<'backups', 'make'>): Promise<Backup>
    /** A verified copy of the workspace as a file that can be saved or downloaded. */
    copy(args: In<'backups', 'copy'>): Promise<ExportedFile>
    /** Looks at every page, table and search index, and makes broken indexes anew; reports progress under `job`. */
    check(args: In<'backups', 'check'>): Promise<CheckReport>
  }
  shell: {
    /** What the shell around this window can do. */
    capabilities(args: In<'shell', 'capabilities'>): Capabilities
    /** A native dialog for files to import; an empty list when it was cancelled. */
    chooseFiles(args: In<'shell', 'chooseFiles'>): Promise<StagedFile[]>
    /** A native dialog saves an exported file; null when it was cancelled, else the path written. */
    saveFile(args: In<'shell', 'saveFile'>): Promise<string | null>
    /** Opens an http, https or mailto address outside, after the user's consent; anything else is `shell.refused`. */
    openExternal(args: In<'shell', 'openExternal'>): Promise<Done>
    /** Workspaces opened before that still exist, the newest first. */
    recentWorkspaces(args: In<'shell', 'recentWorkspaces'>): RecentWorkspace[]
    /** Opens a workspace of the recent list, or with null asks with a native dialog; the window then reloads. */
    openWorkspace(args: In<'shell', 'openWorkspace'>): Promise<Done>
    /** Makes a workspace of that name beside the default one and opens it; the window then reloads. */
    newWorkspace(args: In<'shell', 'newWorkspace'>): Promise<Done>
    /** Opens the worked example, which is made beside the default workspace the first time; the window then reloads. */
    openExample(args: In<'shell', 'openExample'>): Promise<Done>
    /** Why no workspace is open, with what can be done about it; null when one is. */
    opening(args: In<'shell', 'opening'>): OpeningProblem | null
    /**
     * Makes a new workspace of a backup beside the one in question, which stays as it is, and opens it; the window then
     * reloads. `workspace.damaged` when the backup is not sound. Answers the new file's path.
     */
    restoreBackup(args: In<'shell', 'restoreBackup'>): Promise<string>
    /**
     * Reads what can be read of the workspace in question into a new one beside it, which is then among the recent ones;
     * reports progress under `job`. The damaged file is only read.
     */
    salvage(args: In<'shell', 'salvage'>): Promise<SalvageReport>
    /** Stops a salvage; the new workspace is then not made. */
    cancelSalvage(args: In<'shell', 'cancelSalvage'>): Done
  }
}

export type Feature = keyof Api

/** What the core and the shell tell every client. */
export interface Events {
  /**
   * A write was committed; queries of these features are out of date. `passages` are the only ones that the Reader shows
   * otherwise now, those that are gone among them; without it any may have changed.
   */
  changed: { features: Feature[]; passages?: Id[] }
  /** A job moved on. */
  progress: JobProgress
  /** A menu command for the page, by the name it has in the palette. */
  command: { name: string }
}

export type EventName = keyof Events
export type AnyEvent = { [N in EventName]: { name: N; data: Events[N] } }[EventName]

/** The full name of a call on the wire, for example `sources.list`. */
export type CallName = { [F in Feature]: `${F}.${keyof Api[F] & string}` }[Feature]
